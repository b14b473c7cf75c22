import type { LawNode } from '../tree/node.js';
import type { AmendmentState } from './amendment.js';
import type { Citation, CitationTarget } from './citation.js';
import { type Pin, type PinList, targetOf } from './pins.js';
import { itemsOf, type Place, paragraphsOf, type UnitOrder } from './place.js';
import { type Position, positionOf, type Resolved, target, withPins } from './relative.js';

/** What the text before a bare 第二款 or 第五项 has named. */
export interface Named {
  readonly order: UnitOrder;
  readonly amendment: AmendmentState;
  /** The one article the lead of the own list names. */
  readonly lead: CitationTarget | undefined;
  /** The last other article of the same text that the current article has named. */
  readonly named: CitationTarget | undefined;
  /** Last citation of the sentence. */
  readonly last: Citation | undefined;
}

/** Title when it is another text. */
type Found = Resolved & { readonly title?: string };

/**
 * Bare 第二款, 第五项. In this order it belongs to
 * the citation it is joined to (本法第三条第一款第一项和第二项),
 * the article named before it when a breach is spoken of (违反第十条第一款的 … 违反第二款的),
 * the own article, when that has such a unit,
 * the last citation of the sentence that names a list (经营第一百二十条第一项的 … 经营第四项的), also of another text,
 * the article named last.
 * Fails where an article on penalties speaks of its own 款 after 违反 although it has named another article.
 */
export function bareUnit(place: Place, named: Named, pins: PinList, before: string): Found {
  const last = named.last?.targets.length ? named.last : undefined;
  const from = last?.targets.at(-1);
  const listed = /[和及与、者]$/.test(before);
  if (listed && last && from?.article && (pins.first === '款' ? from.paragraph !== null : from.item !== null)) {
    const targets = pins.pins.map((pin) => ({
      ...targetOf(pin),
      article: from.article,
      paragraph: pin.paragraph ?? from.paragraph,
    }));
    return { targets, ...titleOf(last) };
  }
  const position = positionOf(place, named.amendment);
  // 删除第二十条第一款，第二款改为第一款 outside every article: of the one named before in the sentence
  if (position.article === null && last && from?.article) {
    const targets = pins.pins.map((pin) => ({
      ...targetOf(pin),
      article: from.article,
      paragraph: pin.paragraph ?? from.paragraph,
    }));
    return { targets, ...titleOf(last) };
  }
  return pins.first === '款'
    ? paragraphs(place, position, pins.pins, named, before)
    : items(place, position, pins.pins, named, before);
}

const titleOf = (citation: Citation): { title?: string } =>
  citation.target_title === 'self' ? {} : { title: citation.target_title };

const speaksOfBreach = (before: string): boolean => before.endsWith('违反');

function paragraphs(place: Place, at: Position, pins: readonly Pin[], named: Named, before: string): Found {
  if (at.article === null) return { targets: pins.map(targetOf), unresolved: '不在条文之内' };
  const quoted = at.article !== place.unit?.number;
  const most = Math.max(...pins.map((pin) => pin.paragraph ?? 0));
  const other = [place.item ? named.lead : undefined, named.named].find(
    (one) => one?.article && paragraphsOfArticle(one.article, named.order) >= most,
  );
  const own = quoted || (place.unit !== undefined && paragraphsOf(place.unit).length >= most);
  const use = other && (!own || speaksOfBreach(before)) ? other.article : at.article;
  return { targets: withPins(target(use), pins) };
}

const paragraphsOfArticle = (article: string, order: UnitOrder): number => {
  const unit = order.byNumber.get(article);
  return unit ? paragraphsOf(unit).length : 0;
};

function items(place: Place, at: Position, pins: readonly Pin[], named: Named, before: string): Found {
  const most = Math.max(...pins.map((pin) => pin.item ?? 0));
  const { lead, order } = named;
  if (lead?.article && place.item && lead.article !== at.article && hasItem(lead, order, most))
    return { targets: inList(lead, order, pins, most) };
  if (speaksOfBreach(before) && named.named && hasItem(named.named, order, most) && !place.item)
    return { targets: inList(named.named, order, pins, most) };
  const own = place.unit ? paragraphsOf(place.unit) : [];
  if (own.length === 0 || at.article !== place.unit?.number) {
    const back = quotedListBefore(place, own, most);
    return { targets: withPins(target(at.article, at.paragraph === null ? null : at.paragraph - back), pins) };
  }
  const here = at.paragraph ?? 1;
  // the own 款, those before it from the nearest, then those after it
  const nearest = [...Array(here).keys()].map((back) => here - back);
  for (let number = here + 1; number <= own.length; number++) nearest.push(number);
  for (const number of nearest)
    if (holds(own[number - 1], most)) return { targets: withPins(target(at.article, number), pins) };
  const last = named.last;
  const from = last?.targets.findLast(({ item }) => item !== null);
  if (last && from?.article) {
    if (last.target_title === 'self') return { targets: inList(from, order, pins, most) };
    return { targets: withPins({ ...from, item: null, subitem: null }, pins), title: last.target_title };
  }
  const listed = last?.target_title === 'self' ? last.targets.at(-1) : undefined;
  const other = [listed, named.named].find((one) => one && hasItem(one, order, most));
  if (other) return { targets: inList(other, order, pins, most) };
  return { targets: withPins(target(at.article), pins), unresolved: '本条没有所指的项' };
}

/** How many 款 before the current one in quoted new wording the list stands; 0 when it is not there. */
function quotedListBefore(place: Place, own: readonly LawNode[], item: number): number {
  const here = place.paragraph ? own.indexOf(place.paragraph) : -1;
  for (let back = 0; back <= here; back++) if (holds(own[here - back], item)) return back;
  return 0;
}

/** Items are counted; in a list that runs on over points (11.–50.) the printed number is the one meant. */
const holds = (paragraph: LawNode | undefined, item: number): boolean => {
  const list = itemsOf(paragraph);
  return list.length >= item || list.some(({ number }) => Number(number) === item);
};

const hasItem = (of: CitationTarget, order: UnitOrder, item: number): boolean => {
  const unit = of.article ? order.byNumber.get(of.article) : undefined;
  return unit !== undefined && paragraphsOf(unit).some((paragraph) => holds(paragraph, item));
};

/** Items of another article: its 款 is the one named, if that holds them, else the only one that does. */
function inList(of: CitationTarget, order: UnitOrder, pins: readonly Pin[], most: number): CitationTarget[] {
  const unit = of.article ? order.byNumber.get(of.article) : undefined;
  const all = unit ? paragraphsOf(unit) : [];
  const lists = all.filter((paragraph) => holds(paragraph, most));
  const kept = of.paragraph !== null && holds(all[of.paragraph - 1], most) ? of.paragraph : null;
  const paragraph = kept ?? (lists.length === 1 ? Number(lists[0]!.number) : of.paragraph);
  return withPins({ ...of, paragraph, item: null, subitem: null }, pins);
}
