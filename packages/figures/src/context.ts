import { isClauseEnd, isDigit, isHan, isSpace } from './chars.js';
import type { Sentence } from './sentences.js';
import type { Mention } from './types.js';

/** The surroundings of one mention inside its sentence; all offsets in the text. */
export interface Context {
  readonly index: number;
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly clauseStart: number;
  readonly clauseEnd: number;
  /** End of the mention before in the same clause, else the clause start. */
  readonly from: number;
  /** Start of the next mention in the same clause, else the clause end. */
  readonly to: number;
  /** From `from` to the mention, without spaces and line ends. */
  readonly before: string;
  /** From the mention to `to`. */
  readonly after: string;
  /** The noun stands after the number (召开5次会议), not before it (受理案件60件). */
  readonly nounAfter: boolean;
  /** The noun after the mention before belongs to that one. */
  readonly claimed: boolean;
  /** How far words after the number may still speak of it, when its noun stands before. */
  readonly afterEnd: number;
}

const NO_NOUN =
  /^(同比|环比|较|比|和|与|及|以及|占|达|被|均|已|全部|增|减|上升|下降|提高|提升|增长|降|升|为|是|由|至|到|涉|并|，|左右|，|其中|进行|实现|高于|低于|分别|得到|通过|参加|参与|接受|荣获|受到|取得|作出|予以|纳入|推荐|完成|落实|上|以|等$|、|的$)/;

export function contexts(
  text: string,
  mentions: readonly Mention[],
  first: number,
  last: number,
  sentence: Sentence,
): Context[] {
  const result: Context[] = [];
  for (let index = first; index < last; index += 1) {
    const mention = mentions[index]!;
    let clauseStart = mention.start;
    while (clauseStart > sentence.start && !clauseBreak(text, clauseStart - 1)) clauseStart -= 1;
    let clauseEnd = mention.end;
    while (clauseEnd < sentence.end && !clauseBreak(text, clauseEnd)) clauseEnd += 1;
    const previous = index > first ? mentions[index - 1]! : null;
    const following = index + 1 < last ? mentions[index + 1]! : null;
    const from = previous !== null && previous.end > clauseStart ? previous.end : clauseStart;
    const to = following !== null && following.start < clauseEnd ? following.start : clauseEnd;
    const before = clean(text.slice(from, mention.start));
    const after = clean(text.slice(mention.end, to));
    const claimed =
      previous !== null &&
      previous.end > clauseStart &&
      result.at(-1)?.mention === previous &&
      result.at(-1)!.nounAfter;
    const list = text.slice(mention.end, Math.min(to, mention.end + 8)).search(/[、（(]/);
    const afterEnd = list < 0 ? Math.min(to, mention.end + 8) : mention.end + list;
    result.push({
      index,
      mention,
      sentence,
      clauseStart,
      clauseEnd,
      from,
      to,
      before,
      after,
      nounAfter: nounFollows(after),
      claimed,
      afterEnd,
    });
  }
  return result;
}

const clean = (piece: string): string => (/[\s&]/.test(piece) ? piece.replace(/&nbsp;|\s+/g, '') : piece);

function clauseBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isClauseEnd(code)) return false;
  if (code === 10 || code === 13) return false;
  if (code === 0x3a || code === 0x2c || code === 0xff0c)
    return !(
      isDigit(text.charCodeAt(at - 1)) &&
      isDigit(text.charCodeAt(at + 1)) &&
      isDigit(text.charCodeAt(at + 3)) &&
      !isSpace(text.charCodeAt(at + 1))
    );
  if (code === 0x3b) return !text.startsWith('&nbsp', at - 5);
  return true;
}

function nounFollows(after: string): boolean {
  if (after === '') return false;
  const code = after.charCodeAt(0);
  if (!isHan(code) && code !== 0x201c && code !== 0x300a) return false;
  return !NO_NOUN.test(after);
}
