import { clauseText, type LegalBasis, readOn } from '@fadu/kernel';
import type { LawClause } from '@fadu/wire';
import { VALIDITY_NAMES } from '@fadu/wire/law';
import { queryOptions } from '@tanstack/react-query';
import { ApiError, get } from '../api/client.js';
import { dayWords } from '../words.js';

export interface ClauseText {
  /** The article's text before, in and after what the basis names. */
  readonly parts: readonly [before: string, named: string, after: string];
  /** 现行有效，自2024年1月1日施行. */
  readonly standing: string;
  /** Told in amber: the text read is no longer, or soon not, the one in force. */
  readonly warning: string | null;
  /** Where the whole law is read: its code, and the place in it. */
  readonly code: string;
  readonly locator: string;
}

/** The clause as in force on a day, in the edition meant; null when the base does not hold that text. */
export const clauseQuery = (basis: LegalBasis, day: string) => {
  const on = readOn(basis, day);
  return queryOptions({
    queryKey: ['clause', basis.title, clauseText(basis), basis.edition?.name ?? '', on],
    queryFn: async (): Promise<ClauseText | null> => {
      const at = encodeURIComponent(clauseText(basis));
      try {
        const clause = await get<LawClause>(
          `/public/law/works/${encodeURIComponent(basis.title)}/clause?at=${at}&on=${on}`,
        );
        return isOf(basis, clause) ? clauseWords(clause) : null;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
    staleTime: 3_600_000,
  });
};

/** Whether the text found is the edition that is meant: another one counts its articles differently. */
const isOf = ({ edition }: LegalBasis, { found: { version } }: LawClause): boolean =>
  (edition?.from === undefined || version.effectiveOn >= edition.from) &&
  (edition?.until === undefined || version.effectiveOn <= edition.until);

export function clauseWords({ article, from, to, found, locator }: LawClause): ClauseText {
  const { version, validity, coming, law } = found;
  const ended =
    version.endOn !== null && !coming
      ? `${dayWords(version.endOn, '')}起${ENDED[version.endKind ?? 'superseded']}`
      : null;
  return {
    parts: [article.slice(0, from), article.slice(from, to), article.slice(to)],
    standing: `${ended && validity === 'inForce' ? '当日有效' : VALIDITY_NAMES[validity]}，自${dayWords(version.effectiveOn, '')}施行的文本`,
    warning: coming ? `${dayWords(coming.effectiveOn, '')}起改用新文本。` : ended ? `${ended}，这是当时的文本。` : null,
    code: law.code,
    locator,
  };
}

const ENDED = { superseded: '已修改', repealed: '已废止', lapsed: '已失效' } as const;
