import type { Context } from './context.js';

/** An occurrence of a term of the rules in the text. */
export interface Hit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  inner: boolean;
  /** Inside a noun (培训 in 培训班), so no verb. */
  silent: boolean;
}

/** Score of a head in the clause but before another number. */
export const ELSEWHERE = 14;

/** As the explanation says it. */
export const zoneName = (place: number): string => (place > 44 ? '数字旁' : place > 24 ? '同一分句' : '前一分句');

/** How close a head noun is: beside the number 50–70, elsewhere in the clause about 30, the clause before 18, else 0. */
export function zoneOf(text: string, hit: Hit, context: Context, previousClause: number): number {
  const { mention, from, to, nounAfter, clauseStart } = context;
  if (hit.end <= mention.start && hit.start >= from) {
    const distance = mention.start - hit.end;
    // 116个法律援助机构、53个司法鉴定机构: the noun of the number before
    if (context.claimed && hit.start - from <= 2) return nounAfter ? 0 : 26;
    return nounAfter ? 28 - Math.min(distance, 12) : 60 - Math.min(distance, 16);
  }
  if (hit.start >= mention.end && hit.end <= to) {
    const stop = nounEnd(text, mention.end, to);
    if (!nounAfter) return hit.start - mention.end < 14 && hit.end <= listEnd(text, mention.end, to) ? 26 : 0;
    if (hit.start >= stop) return hit.start >= listEnd(text, mention.end, to) ? 0 : 30;
    return 60 - Math.min(Math.max(0, stop - hit.end) * 1.5, 24) - Math.min(hit.start - mention.end, 16) / 4;
  }
  if (hit.start >= clauseStart && hit.end <= from) return ELSEWHERE;
  if (hit.start >= previousClause && hit.end <= clauseStart) return 18;
  return 0;
}

/** Where the list item ends. */
function listEnd(text: string, from: number, to: number): number {
  for (let index = from; index < to; index += 1) if (text.charAt(index) === '、') return index;
  return to;
}

const AFTER_NOUN =
  /、|和|及|与|开展|进行|实施|建立|纳入|实行|推行|召开|接受|部署|参加|组建|实现|被|受到|全部|均|获评|评为|分别|达到|未|已|配备|为/;

/** Where the noun group after a number ends: at a list sign or a verb. */
function nounEnd(text: string, from: number, to: number): number {
  const stop = text.slice(from + 1, Math.min(to, from + 60)).search(AFTER_NOUN);
  return stop < 0 ? to : from + 1 + stop;
}

/** The hits that begin in [low, high); they are in order of their ends. */
export function between(hits: readonly Hit[], low: number, high: number): readonly Hit[] {
  let from = 0;
  let to = hits.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (hits[middle]!.end <= low) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (end < hits.length && hits[end]!.start < high) end += 1;
  return hits.slice(from, end);
}

/** The term stands in a bracket that closes before the number: 案件（含应诉18件）合计80件. */
export function bracketed(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const char = text.charAt(index);
    if (char === '（' || char === '(') return false;
    if (char === '）' || char === ')') return true;
  }
  return false;
}
