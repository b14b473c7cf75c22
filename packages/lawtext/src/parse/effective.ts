import type { HistoryEntry, LawDocument } from '../tree/document.js';
import { fullText, type LawNode } from '../tree/node.js';
import { findDates } from './dates.js';

type Effective = Pick<LawDocument, 'effective_date' | 'effective_source' | 'effective_basis'>;

const CLAUSE = /(?:自|从|于|在)([^。；]{0,60}?)(?:起|后|开始)?\s*(?:正式)?\s*(?:施行|实施|生效|执行)/g;
const ON_PROMULGATION = /(公布|发布|通过|批准|颁布)之?日|公布施行|发布施行/;

/** Names of the text itself with which its effect clause begins. */
const SELF =
  /本\s*(法|条例|规定|办法|细则|规则|决定|解释|修正案|批复|实施细则|实施办法|章程|通则|安排|意见|通知|标准|规程)/;

/**
 * Day of effect, by the clause of the last units, else by a header note.
 *
 * The clause wins over the header, a clause with a day over one with 公布之日. The last five units and the closing lines
 * are read from the end, because a repeal sentence or a definition may follow the clause. A dated clause of which the
 * subject is another text (《…》自…起施行) is passed over when a clause of this text exists.
 * Fails for clauses of part of a text (第三章自…起施行) that stand alone.
 */
export function effectiveDate(
  source: string,
  tree: readonly LawNode[],
  history: readonly HistoryEntry[],
  header: readonly string[],
  promulgation: string | null,
): Effective {
  const units: { node: LawNode; name: string }[] = [];
  collect(tree, units);
  let fallback: Effective | undefined;
  for (let index = units.length - 1; index >= 0 && index >= units.length - 5; index--) {
    const { node, name } = units[index]!;
    const found = clauseDate(fullText(source, node), promulgation);
    if (!found) continue;
    const effective: Effective = {
      effective_date: found.date,
      effective_source: name,
      effective_basis: found.stated ? 'stated' : 'on_promulgation',
    };
    if (found.stated) return effective;
    fallback ??= effective;
  }
  if (fallback) return fallback;
  for (const note of header) {
    const found = headerEffect(note);
    if (found) return { effective_date: found, effective_source: 'header', effective_basis: 'stated' };
  }
  const entry = history.find(({ event }) => event === '施行' || event === '生效' || event === '实施');
  if (entry?.date) return { effective_date: entry.date, effective_source: 'header', effective_basis: 'stated' };
  return { effective_date: null, effective_source: 'none', effective_basis: 'none' };
}

/** Units and unnumbered paragraphs in order, each with the name that `effective_source` gives it. */
function collect(nodes: readonly LawNode[], units: { node: LawNode; name: string }[]): void {
  for (const node of nodes) {
    if (node.kind === 'article') units.push({ node, name: `article:${node.number}` });
    else if (node.kind === 'point') units.push({ node, name: `point:${node.number}` });
    else if (node.kind === 'unnumbered') units.push({ node, name: 'closing' });
    else if (node.kind !== 'annex' && node.kind !== 'matter') collect(node.children, units);
  }
}

function clauseDate(text: string, promulgation: string | null): { date: string | null; stated: boolean } | undefined {
  let onDay: { date: string | null; stated: boolean } | undefined;
  let dated: { date: string; own: boolean } | undefined;
  for (const match of text.matchAll(CLAUSE)) {
    const before = sentenceBefore(text, match.index);
    const own = SELF.test(before) || before.trim() === '';
    const dates = findDates(match[1]!);
    if (dates.length > 0) {
      if (!dated || (own && !dated.own)) dated = { date: dates.at(-1)!.date, own };
    } else if (ON_PROMULGATION.test(`${match[1]}日`) && (own || !onDay)) onDay = { date: promulgation, stated: false };
  }
  if (dated?.own) return { date: dated.date, stated: true };
  if (onDay) return onDay;
  if (/本.{1,6}(公布|发布)(之日)?(起)?施行/.test(text)) return { date: promulgation, stated: false };
  const loose = /(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起\s*(施行|实施|执行|生效)/.exec(text);
  if (loose && SELF.test(text)) return { date: findDates(loose[1]!)[0]?.date ?? null, stated: true };
  return dated ? { date: dated.date, stated: true } : undefined;
}

/** Words of the same sentence before an offset. */
function sentenceBefore(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at));
  return text.slice(start + 1, at);
}

/** 公布施行, 公布，自2004年1月1日起施行 in a header note. */
function headerEffect(note: string): string | undefined {
  if (!/施行|生效/.test(note)) return undefined;
  const dates = findDates(note);
  const effect = /(施行|生效)/.exec(note)!.index;
  return dates.filter((found) => found.end <= effect).at(-1)?.date;
}
