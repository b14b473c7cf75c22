import { type Address, addressCode, type CitationTarget } from '@fadu/lawtext';
import type { LawAffectedKind, LawRelation, LawSeverity } from '@fadu/wire';

/** How grave each relation is (sheet 4f-6). */
export const SEVERITY: Readonly<Record<LawRelation, LawSeverity>> = {
  directChanged: 'high',
  targetDeleted: 'high',
  power: 'high',
  container: 'mid',
  rangeTouched: 'mid',
  internalRelative: 'mid',
  renumberedOnly: 'low',
};

/** An article as printed in a version, with the places of the units inside it. */
export interface Printed {
  readonly locator: string;
  readonly body: string;
  readonly inner: readonly (readonly [code: string, from: number, to: number])[];
}

/** What happened to an article, or to the whole law when it has ended. Texts may be absent when only a kind is asked after. */
export interface ClauseChange {
  readonly change: 'modified' | 'moved' | 'deleted' | 'ended';
  readonly old?: Printed;
  readonly new?: Printed;
}

/** Something that cites a law: a place in a text, in a definition, in a registered text, in an issued document. */
export interface Citing {
  readonly kind: LawAffectedKind;
  /** Code of the law, line and place, number of the registration, id of the document. */
  readonly id: string;
  readonly name: string;
  /** In words: the article, the clock. */
  readonly place: string;
  /** As written. */
  readonly raw: string;
  /** Locators of the articles; empty when the law is cited as a whole, or by chapter. */
  readonly articles: readonly string[];
  readonly targets: readonly CitationTarget[];
  /** Stands in the law it points into. */
  readonly own: boolean;
  /** The words of a repeal clause. */
  readonly repeals: boolean;
  readonly region?: string;
  readonly line?: string;
  readonly matter?: string;
  readonly ownerOrg?: string;
  readonly ownerPost?: string;
}

/**
 * How a citation hangs on a change; null when the part it points at reads as before, under the same number
 * (第二款 is cited, 第三款 was changed).
 */
export function relationOf(citing: Citing, { change, old, new: now }: ClauseChange): LawRelation | null {
  if (change === 'ended') return 'targetDeleted';
  if (citing.articles.length === 0) return 'container';
  if (change === 'deleted') return 'targetDeleted';
  if (change === 'moved') return 'renumberedOnly';
  if (old && now) {
    const pinned = citing.targets.filter((one) => one.article !== null && articleCode(one.article) === old.locator);
    if (pinned.length > 0 && pinned.every((one) => untouched(one, old, now)))
      return old.locator === now.locator ? null : 'renumberedOnly';
  }
  if (citing.articles.length > 2 && citing.raw.includes('至')) return 'rangeTouched';
  return BUILT_ON.has(citing.kind) ? 'power' : 'directChanged';
}

/** What rests on the clause as its ground: whoever answers for it must look at it. */
const BUILT_ON: ReadonlySet<LawAffectedKind> = new Set(['definition', 'power', 'benchmark']);

export const articleCode = (article: string): string => addressCode({ article });

/** 133-1 of T0133.01. */
export const articleNumberOf = (locator: string): string =>
  `${Number(locator.slice(1, 5))}${locator.slice(6, 8) === '00' ? '' : `-${Number(locator.slice(6, 8))}`}`;

/** A 款 or 项 that is named and says the same in both texts at the same place. */
function untouched({ paragraph, item, subitem }: CitationTarget, old: Printed, now: Printed): boolean {
  if (paragraph === null && item === null) return false;
  const address: Address = {
    article: '1',
    ...(paragraph !== null && { paragraph }),
    ...(item !== null && { item }),
    ...(subitem !== null && { subitem }),
  };
  const code = addressCode(address).slice(9);
  const was = textAt(old, code);
  return was !== undefined && was === textAt(now, code);
}

/** Text of a unit; an item whose 款 is not named is that of the only list. */
function textAt({ body, inner }: Printed, code: string): string | undefined {
  const wanted = code.replace(/^K00/, '');
  const found = inner.filter(([one]) => (code.startsWith('K00') ? one.slice(3) === wanted : one === code));
  return found.length === 1 ? body.slice(found[0]![1], found[0]![2]) : undefined;
}

/** How many 款 an article has: when they change, 前款 in it may point elsewhere. */
export const paragraphsOf = ({ inner }: Printed): number => inner.filter(([code]) => /^K\d+$/.test(code)).length;
