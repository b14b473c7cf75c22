import type { Citation, CitationTarget } from './citation.js';
import { pinsAt, rankOf, targetOf } from './pins.js';

/** A unit of what was cited before, with the offset behind it. */
export interface SameUnit {
  readonly end: number;
  readonly title: string;
  readonly targets: CitationTarget[];
}

/**
 * 同条第二款, 该条第三款 of the article in `last`; 同款第二项, 该款第二项 of its 款; 同法第五条, 该法第五条 of the text last
 * named. `at` is the offset of 同 or 该. Undefined when nothing is pointed at: bare 该条 and 该法 are no citations.
 */
export function sameUnit(
  text: string,
  at: number,
  limit: number,
  last: Citation | undefined,
  lastTitle: string | undefined,
): SameUnit | undefined {
  if (text.charCodeAt(at + 2) !== 0x7b2c) return undefined;
  const unit = text[at + 1];
  if (unit !== '条' && unit !== '款' && unit !== '法') return undefined;
  const list = pinsAt(text, at + 2, limit);
  if (!list) return undefined;
  if (unit === '法')
    return lastTitle === undefined ? undefined : { end: list.end, title: lastTitle, targets: list.pins.map(targetOf) };
  const of = last?.targets.at(-1);
  if (!last || !of) return undefined;
  if (unit === '款') {
    if (list.first !== '项') return undefined;
    const targets = list.pins.map((pin) => ({ ...of, item: pin.item, subitem: pin.subitem }));
    return { end: list.end, title: last.target_title, targets };
  }
  if (!of.article || rankOf(list.first) <= rankOf('条')) return undefined;
  const targets = list.pins.map((pin) => ({ ...targetOf(pin), article: of.article }));
  return { end: list.end, title: last.target_title, targets };
}
