import type { HistoryEntry } from '../tree/document.js';
import type { Span } from '../tree/node.js';
import { findDates } from './dates.js';

/**
 * The event of a header note.
 *
 * The deciding word is the last one (第二次会议通过, 令第240号发布, 《…的决定》第一次修正), because the organ and the
 * act come first. Words inside 《》 name another act and do not count, with one exception: a note whose only verb
 * introduces an amending act (会议通过的《…修正案》, 通过的《关于修改…的决定》) is a 修正 of this text.
 * 公布施行 is a publication; the day of effect is read from it separately.
 */
function eventOf(note: string): string {
  const bare = withoutTitles(note);
  const amended = /的?(\u0001)/.test(bare) && /通过的\s*\u0001[^修]*$/.test(bare);
  if (amended) return '修正';
  let event = '';
  let place = -1;
  for (const word of EVENTS) {
    const at = bare.lastIndexOf(word);
    if (at > place && !(word === '施行' && (bare.includes('公布') || bare.includes('发布')))) {
      event = word;
      place = at;
    }
  }
  if (event === '修订' && /修订(草案)?.{0,4}通过/.test(bare)) return '修订';
  if (event === '通过' && /修订通过|修订，/.test(bare)) return '修订';
  if (event !== '') return event;
  return bare.includes('会议') ? '会议' : bare.trim().slice(-2);
}

const EVENTS = ['通过', '修正', '修订', '批准', '公布', '发布', '施行', '生效', '废止', '印发', '实施'] as const;

/** Titles of other acts replaced by one mark each, nested ones with their outer title. */
function withoutTitles(note: string): string {
  let text = '';
  let depth = 0;
  for (const char of note) {
    if (char === '《') {
      if (depth === 0) text += '\u0001';
      depth++;
    } else if (char === '》') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += char;
  }
  return text;
}

/**
 * History from the notes between title and body.
 *
 * A note is a line that begins with a day. A line without one goes on with the note before it. Several events in one
 * line (1995年…通过 根据2001年…修正) are separate entries when each has its own day outside a title, and the day is not
 * part of a phrase about another act (2001年…通过的《…》).
 */
export function readHistory(source: string, notes: readonly Span[]): HistoryEntry[] {
  const joined: { text: string; span: { start: number; end: number } }[] = [];
  for (const span of notes) {
    const text = source.slice(span.start, span.end);
    const first = findDates(text)[0];
    const last = joined.at(-1);
    if (last && (!first || first.start > 3)) {
      last.text += text;
      last.span.end = span.end;
    } else joined.push({ text, span: { start: span.start, end: span.end } });
  }
  const entries: HistoryEntry[] = [];
  for (const { text, span } of joined) {
    const dates = findDates(text).filter((found) => depthAt(text, found.start) === 0);
    if (dates.length === 0) continue;
    const starts = dates.filter((found, index) => {
      if (index === 0) return true;
      const before = text.slice(dates[index - 1]!.end, found.start);
      return /(通过|修正|修订|批准|公布|发布|施行|根据)[\s，、；。）)]*(根据|自|经)?\s*$/.test(before);
    });
    starts.forEach((found, index) => {
      const stop = starts[index + 1]?.start ?? text.length;
      const body = text.slice(found.end, stop).replace(/[，、；\s]*(根据|自)?\s*$/, '');
      if (body.trim() === '' && index > 0) return;
      entries.push({ date: found.date, event: eventOf(body.replace(/^起/, '')), span });
    });
  }
  return ownPart(entries);
}

/**
 * Without the histories of other texts changed by the same decision, which some heads list behind their own: those begin
 * with an adoption that is older than the amendment before it.
 */
function ownPart(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const other = entries.findIndex(({ date, event }, index) => {
    const before = entries[index - 1];
    return (
      event === '通过' &&
      (before?.event === '修正' || before?.event === '修订') &&
      date !== null &&
      before.date !== null &&
      date < before.date
    );
  });
  return other < 0 ? [...entries] : entries.slice(0, other);
}

/** How many 《 are open before an offset. */
function depthAt(text: string, offset: number): number {
  let depth = 0;
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x300a) depth++;
    else if (code === 0x300b) depth--;
  }
  return Math.max(0, depth);
}
