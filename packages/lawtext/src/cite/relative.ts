import type { AmendmentState } from './amendment.js';
import type { CitationTarget } from './citation.js';
import { type Pin, targetOf } from './pins.js';
import { divisionPath, itemsOf, type Place, paragraphsOf, type UnitOrder } from './place.js';

export interface Resolved {
  readonly targets: CitationTarget[];
  readonly unresolved?: string;
}

/** The position from which 前款, 本项 … are counted: in the tree, or in the quoted new wording of an amendment. */
export interface Position {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

export function positionOf(place: Place, amendment: AmendmentState): Position {
  if (amendment.amending && amendment.quoteOpen && amendment.article) {
    return {
      article: amendment.article,
      paragraph: amendment.firstParagraph + amendment.quotedParagraph,
      item: amendment.quotedItem || null,
    };
  }
  const number = (node: { number: string | null } | undefined): number | null =>
    node?.number ? Number(node.number) : null;
  return { article: place.unit?.number ?? null, paragraph: number(place.paragraph), item: number(place.item) };
}

export const target = (
  article: string | null,
  paragraph: number | null = null,
  item: number | null = null,
): CitationTarget => ({
  article,
  paragraph,
  item,
  subitem: null,
});

/** Pins behind a resolved unit (前款第三项, 前条第二款): the unit gives the levels that the pins leave open. */
export function withPins(base: CitationTarget, pins: readonly Pin[]): CitationTarget[] {
  if (pins.length === 0) return [base];
  return pins.map((pin) => ({
    article: pin.article ?? base.article,
    paragraph: pin.paragraph ?? base.paragraph,
    item: pin.item ?? base.item,
    subitem: pin.subitem,
  }));
}

/** 前款, 前两款, 前款第三项 */
export function previousParagraphs(at: Position, count: number, pins: readonly Pin[]): Resolved {
  if (at.article === null || at.paragraph === null)
    return { targets: withPins(target(at.article), pins), unresolved: '不在条文之内' };
  const first = at.paragraph - count;
  if (first < 1)
    return { targets: withPins(target(at.article), pins), unresolved: `第${at.paragraph}款之前没有所指的款` };
  const targets: CitationTarget[] = [];
  for (let number = first; number < at.paragraph; number++) targets.push(...withPins(target(at.article, number), pins));
  return { targets };
}

/** 前条, 前二条, 前条第二项: the articles printed before this one, 之-articles included. */
export function previousArticles(
  place: Place,
  order: UnitOrder,
  at: Position,
  count: number,
  pins: readonly Pin[],
): Resolved {
  const quoted = at.article !== (place.unit?.number ?? null);
  if (quoted || !place.unit) {
    const value = at.article && !at.article.includes('-') ? Number(at.article) : Number.NaN;
    if (!(value > count)) return { targets: [], unresolved: '前条的位置不明' };
    return {
      targets: Array.from({ length: count }, (_, index) =>
        withPins(target(String(value - count + index)), pins),
      ).flat(),
    };
  }
  const before = order.before(place.unit, count);
  if (before.length < count)
    return { targets: before.map((node) => target(node.number)), unresolved: '本条之前没有所指的条' };
  return { targets: before.flatMap((node) => withPins(target(node.number), pins)) };
}

/** 前项, 前四项. In a 款 after a list the last items of the list are meant. */
export function previousItems(place: Place, at: Position, count: number): Resolved {
  if (at.item !== null) {
    const first = at.item - count;
    if (first < 1) return { targets: [target(at.article, at.paragraph)], unresolved: `第${at.item}项之前没有所指的项` };
    return { targets: Array.from({ length: count }, (_, index) => target(at.article, at.paragraph, first + index)) };
  }
  const paragraphs = place.unit ? paragraphsOf(place.unit) : [];
  for (let number = (at.paragraph ?? 1) - 1; number >= 1; number--) {
    const items = itemsOf(paragraphs[number - 1]).length;
    if (items < count) continue;
    return {
      targets: Array.from({ length: count }, (_, index) => target(at.article, number, items - count + 1 + index)),
    };
  }
  return { targets: [target(at.article, at.paragraph)], unresolved: '前面没有所指的项' };
}

/** 本条, 本条第二项, 本款第三项, 本项 */
export function thisUnit(at: Position, unit: '条' | '款' | '项', pins: readonly Pin[]): Resolved {
  if (at.article === null) return { targets: [], unresolved: '不在条文之内' };
  if (unit === '条') return { targets: withPins(target(at.article), pins) };
  if (unit === '款') return { targets: withPins(target(at.article, at.paragraph), pins) };
  if (at.item === null) return { targets: [target(at.article, at.paragraph)], unresolved: '不在项之内' };
  return { targets: withPins(target(at.article, at.paragraph, at.item), pins) };
}

/** 本章, 本编第三章, 本章第二节; `part` is the 编 that the whole text is, when it is one of a code. */
export function thisDivision(
  place: Place,
  unit: '编' | '分编' | '章' | '节',
  pins: readonly Pin[],
  part: string | undefined,
): Resolved {
  const path = unit === '编' && part !== undefined ? part : divisionPath(place, unit);
  if (path === undefined) {
    // 本节第一百九十二条 in quoted wording: the articles are known, the section is not needed
    const articles = pins.filter((pin) => pin.article !== null).map(targetOf);
    return articles.length > 0 ? { targets: articles } : { targets: [], unresolved: `不在${unit}之内` };
  }
  if (pins.length === 0) return { targets: [{ ...target(null), division: path }] };
  return {
    targets: pins.map((pin) =>
      pin.article ? targetOf(pin) : { ...target(null), division: path + (targetOf(pin).division ?? '') },
    ),
  };
}
