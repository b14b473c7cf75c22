import { chineseNumeral, markedTitle } from '@fadu/kernel';
import type { ComparedArticle, LawArticle, LawCitation, LawText, LawVersion } from './law.js';

/** Rows of `citedBy` in one answer. */
export const CITING_A_PAGE = 200;

/** A stretch of an article: plain, a citation, or a part that is pointed at. Offsets have no gaps. */
export interface Segment {
  readonly text: string;
  readonly citation?: LawCitation;
  readonly marked?: boolean;
}

/**
 * An article line by line, cut where a citation or the part pointed at begins and ends. Citations come in the order of the
 * text; one whose words are not found as they were read (broken over a line) is left as plain text.
 */
export function linesOf(
  body: string,
  citations: readonly LawCitation[],
  marked: readonly [from: number, to: number] | null = null,
): Segment[][] {
  const places: { from: number; to: number; citation: LawCitation }[] = [];
  let cursor = 0;
  for (const citation of citations) {
    const from = body.indexOf(citation.raw, cursor);
    if (from < 0) continue;
    cursor = from + citation.raw.length;
    places.push({ from, to: cursor, citation });
  }
  const cuts = new Set([0, body.length, ...places.flatMap(({ from, to }) => [from, to]), ...(marked ?? [])]);
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) cuts.add(at).add(at + 1);
  const order = [...cuts].sort((a, b) => a - b);
  const lines: Segment[][] = [[]];
  for (const [index, from] of order.entries()) {
    const to = order[index + 1];
    if (to === undefined) break;
    if (body[from] === '\n') {
      lines.push([]);
      continue;
    }
    const place = places.find((one) => one.from <= from && to <= one.to);
    lines.at(-1)!.push({
      text: body.slice(from, to),
      ...(place && { citation: place.citation }),
      ...(marked && marked[0] <= from && to <= marked[1] && { marked: true }),
    });
  }
  return lines.filter((line) => line.length > 0);
}

/** T0048.00 of T0048.00/K01/I03. */
export const articleOf = (locator: string): string => locator.split('/')[0]!;

/** A division with the articles in it, as an outline names them: 一 总则 1—10. */
export interface OutlineEntry {
  readonly path: string;
  readonly heading: string;
  readonly depth: number;
  /** First and last article, without 第 and 条 in Arabic numerals; empty where none stands in it. */
  readonly range: string;
  readonly first: string | null;
}

export function outlineOf(text: Pick<LawText, 'header' | 'clauses'>): OutlineEntry[] {
  return text.header.divisions.map(({ path, heading }) => {
    const inside = text.clauses.filter(
      ({ locator, outline }) => locator.startsWith('T') && (outline === path || outline.startsWith(`${path}.`)),
    );
    const [first, last] = [inside[0], inside.at(-1)];
    const range = !first
      ? ''
      : first === last
        ? numberOf(first.locator)
        : `${numberOf(first.locator)}—${numberOf(last!.locator)}`;
    return { path, heading, depth: path.split('.').length, range, first: first?.locator ?? null };
  });
}

/** 48 of T0048.00; 133之1 of T0133.01. */
export function numberOf(locator: string): string {
  const found = /^T(\d{4})\.(\d{2})/.exec(locator);
  if (!found) return '';
  return `${Number(found[1])}${found[2] === '00' ? '' : `之${Number(found[2])}`}`;
}

/** A version that the base holds, or one that only the heading of a text tells of. */
export type VersionMark =
  | { readonly kind: 'held'; readonly version: LawVersion; readonly read: boolean }
  | { readonly kind: 'told'; readonly date: string; readonly event: string };

/**
 * The versions of a law in their order. An event of the history (通过, 修正) belongs to the version published on that day,
 * or the first that takes effect after it and before the next event; the others are told of only.
 */
export function versionMarks(
  versions: readonly LawVersion[],
  history: LawText['header']['history'],
  read: number,
): VersionMark[] {
  const events = history.filter((one): one is typeof one & { date: string } => one.date !== null);
  const told = events.filter(({ date }, index) => {
    const next = events[index + 1]?.date ?? '9999';
    return !versions.some(
      ({ publishedOn, effectiveOn }) => publishedOn === date || (effectiveOn >= date && effectiveOn < next),
    );
  });
  const marks: VersionMark[] = [
    ...versions.map((version): VersionMark => ({ kind: 'held', version, read: version.id === read })),
    ...told.map(({ date, event }): VersionMark => ({ kind: 'told', date, event })),
  ];
  const day = (mark: VersionMark) => (mark.kind === 'held' ? mark.version.effectiveOn : mark.date);
  return marks.sort((a, b) => day(a).localeCompare(day(b)));
}

/** Short citation: 《行政复议法》第四十八条, 《行政处罚法》第六十三条第一款第（二）项. */
export const shortCitation = (title: string, article: Pick<LawArticle, 'label' | 'inner'>, locator: string): string =>
  `${markedTitle(title.replace(/^中华人民共和国/, ''))}${article.label}${unitWords(article, locator)}`;

/** 第一款第（二）项第3目 of T0063.00/K01/I02/M03; the 款 is left out where the article has only one and an item is named. */
export function unitWords({ inner }: Pick<LawArticle, 'inner'>, locator: string): string {
  const [, paragraph, item, subitem] = /\/K(\d+)(?:\/I(\d+))?(?:\/M(\d+))?$/.exec(locator) ?? [];
  const number = (text: string) => chineseNumeral(Number(text));
  const only = item !== undefined && inner.filter(([code]) => /^K\d+$/.test(code)).length === 1;
  return [
    paragraph === undefined || only ? '' : `第${number(paragraph)}款`,
    item === undefined ? '' : `第（${number(item)}）项`,
    subitem === undefined ? '' : `第${Number(subitem)}目`,
  ].join('');
}

/** `L000000-00257@20240101#T0048.00/K01`: law, version and place in one word (sheet 4f-2); without a place the whole text. */
export const technicalCode = (code: string, effectiveOn: string, locator: string): string =>
  `${code}@${effectiveOn.replaceAll('-', '')}${locator === '' ? '' : `#${locator}`}`;

/** What a technical code names, version and place being optional; null for anything else. */
export function readTechnicalCode(typed: string): { code: string; on: string | null; at: string | null } | null {
  const found = /^([A-Z]\d{6}-\d{5})(?:\s*@\s*(\d{4})-?(\d{2})-?(\d{2}))?(?:\s*[#\s]\s*([TPX]\d[\dTKIM./]*))?$/i.exec(
    typed.trim(),
  );
  if (!found) return null;
  const [, code = '', year, month, day, at] = found;
  return { code: code.toUpperCase(), on: year ? `${year}-${month}-${day}` : null, at: at?.toUpperCase() ?? null };
}

/** What a reader must know of a citation that was not written for the text in force on the day of reading; '' when it was. */
export const writtenForWords = ({ writtenFor }: Pick<LawCitation, 'writtenFor'>): string =>
  writtenFor === null
    ? ''
    : writtenFor.on === null
      ? '引用时的文本不在库中，条号可能已经变动'
      : `按引用时有效的文本（${writtenFor.on}施行）`;

const DIGITS = '零一二三四五六七八九';
/** The locator of an article as typed: 48, 第四十八条, 133之一, T0048.00; null when it is none. */
export function typedArticle(typed: string): string | null {
  const text = typed.trim().toUpperCase();
  if (/^T\d{4}\.\d{2}$/.test(text)) return text;
  const found = /^第?([\d一二三四五六七八九十百千零〇]+)条?(?:之([\d一二三四五六七八九十]+))?$/.exec(text);
  if (!found) return null;
  const article = toNumber(found[1]!);
  const sub = found[2] === undefined ? 0 : toNumber(found[2]);
  if (article === null || sub === null) return null;
  return `T${String(article).padStart(4, '0')}.${String(sub).padStart(2, '0')}`;
}

/** An article as its locator; anything else as it was typed, for the base to read: 第四十八条第一款, 48.1(2). */
export const typedPlace = (typed: string): string => typedArticle(typed) ?? typed.trim();

function toNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) || null;
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit !== undefined) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else if (char !== '零' && char !== '〇') digit = DIGITS.indexOf(char);
  }
  return sum + digit || null;
}

/** Articles that read otherwise than before; one that only moved reads as before. */
export const changedRows = (rows: readonly ComparedArticle[]): ComparedArticle[] =>
  rows.filter(({ change }) => change === 'modified' || change === 'new' || change === 'deleted');

const CHANGES = { modified: '修改', new: '新增', deleted: '删去', moved: '移位', same: '没有变化' } as const;

/** 修改3条，新增1条，删去0条，仅移位2条; of one article: 第三条（原第二条）修改. */
export function changeWords(rows: readonly ComparedArticle[], one = false): string {
  if (one) {
    const [{ change, old, new: now }] = rows as [ComparedArticle];
    const label = now?.label ?? old?.label ?? '';
    return `${label}${old && now && old.label !== now.label ? `（原${old.label}）` : ''}　${CHANGES[change]}`;
  }
  const count = (change: ComparedArticle['change']) => rows.filter((row) => row.change === change).length;
  return `修改${count('modified')}条，新增${count('new')}条，删去${count('deleted')}条，仅移位${count('moved')}条`;
}
