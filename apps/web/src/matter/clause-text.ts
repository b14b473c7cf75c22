import { clauseText, type LegalBasis } from '@fadu/kernel';
import { queryOptions } from '@tanstack/react-query';
import { ApiError, get } from '../api/client.js';

/** What the law base answers on one clause, as far as the panel shows it. */
interface ClauseAnswer {
  readonly label: string;
  readonly article: string;
  /** Half open, in `article`: the paragraph or item asked for. */
  readonly from: number;
  readonly to: number;
  readonly found: {
    readonly version: { readonly effectiveOn: string; readonly endOn: string | null };
    readonly validity: keyof typeof VALIDITY;
  };
}

export interface ClauseText {
  /** The article's text before, in and after what the basis names. */
  readonly parts: readonly [before: string, named: string, after: string];
  /** 现行有效，自2024年1月1日施行. */
  readonly standing: string;
}

const VALIDITY = {
  notYetEffective: '尚未生效',
  inForce: '现行有效',
  superseded: '已修改',
  repealed: '已废止',
  lapsed: '失效',
} as const;

/** The clause as in force on a day; null when the base does not hold the law. */
export const clauseQuery = (basis: LegalBasis, on: string) =>
  queryOptions({
    queryKey: ['clause', basis.title, clauseText(basis), on],
    queryFn: async (): Promise<ClauseText | null> => {
      const at = encodeURIComponent(clauseText(basis));
      try {
        return clauseWords(
          await get<ClauseAnswer>(`/public/law/works/${encodeURIComponent(basis.title)}/clause?at=${at}&on=${on}`),
        );
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: 3_600_000,
  });

export function clauseWords({ article, from, to, found }: ClauseAnswer): ClauseText {
  const [year, month, day] = found.version.effectiveOn.split('-').map(Number);
  return {
    parts: [article.slice(0, from), article.slice(from, to), article.slice(to)],
    standing: `${VALIDITY[found.validity]}，自${year}年${month}月${day}日施行的文本`,
  };
}
