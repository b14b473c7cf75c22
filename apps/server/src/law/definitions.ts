import { type LegalBasis, markedTitle, type PlainDate } from '@fadu/kernel';
import { type Address, addressCode } from '@fadu/lawtext';
import { allBases, type Bases, type Line, type Paragraph } from '@fadu/procedure';
import type pg from 'pg';
import { clauseOf } from './clause.js';
import { lawInForce } from './in-force.js';

/** A place in a line's definition that rests on a clause: an action, a clock, a guard, a document, a field. */
export interface DefinitionBasis {
  readonly line: string;
  readonly lineName: string;
  /** `clocks.decide`, `actions.accept`; `actions.accept guards`: under which conditions it may be done. */
  readonly place: string;
  /** What an official calls it: 复议决定. */
  readonly name: string;
  readonly basis: LegalBasis;
}

const NAMED: Readonly<Record<string, string>> = {
  actions: '操作',
  clocks: '期限',
  documents: '文书',
  fields: '字段',
  ruleSets: '适用规则',
};

/** Every basis that a definition names. Definitions are citing texts like any other. */
export function basesInLine(line: Line): DefinitionBasis[] {
  const found = new Map<string, DefinitionBasis>();
  const add = (place: string, name: string, basis: unknown): void => {
    if (basis === null || typeof basis !== 'object') return;
    // Under whatever rule set: a clause that changes concerns the definition all the same. Several conditions of one action
    // that rest on one clause are one place to look at.
    for (const one of allBases(basis as Bases))
      if (typeof one?.title === 'string')
        found.set(`${place} ${JSON.stringify(one)}`, { line: line.code, lineName: line.name, place, name, basis: one });
  };
  const visit = (value: unknown, place: string, name: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'basis') add(place, name, inner);
      else if (key === 'guards' && Array.isArray(inner)) {
        for (const guard of inner) add(`${place} guards`, `${name}的办理条件`, guard.basis);
      } else visit(inner, place, name);
    }
  };
  for (const [part, word] of Object.entries(NAMED)) {
    for (const [key, one] of Object.entries((line as unknown as Record<string, Record<string, unknown>>)[part] ?? {})) {
      const called = (one as { name?: string; label?: string }).name ?? (one as { label?: string }).label ?? key;
      visit(one, `${part}.${key}`, `${word}“${called}”`);
    }
  }
  return [...found.values()];
}

/** `48`, `133-1`; undefined when the law is named as a whole. */
export const articleOfBasis = ({ article, sub }: LegalBasis): string | undefined =>
  article === undefined ? undefined : sub === undefined ? String(article) : `${article}-${sub}`;

const addressOfBasis = (basis: LegalBasis): Address | undefined => {
  const article = articleOfBasis(basis);
  return article === undefined
    ? undefined
    : {
        article,
        ...(basis.paragraph !== undefined && { paragraph: basis.paragraph }),
        ...(basis.item !== undefined && { item: basis.item }),
      };
};

/** The fixed words of each paper of a line, without placeholders. Papers cite laws in their words too. */
export function templateWords(
  line: Line,
): readonly { readonly place: string; readonly name: string; readonly words: string }[] {
  return Object.entries(line.documents).map(([key, { name, paragraphs, note }]) => ({
    place: `documents.${key}`,
    name: `${NAMED.documents}“${name}”`,
    words: [...paragraphs.flatMap(wordsOfParagraph), note ?? '']
      .map((words) => words.replaceAll(/\{[^}]*\}/g, '').replaceAll(/[[\]]/g, ''))
      .join('\n'),
  }));
}

function wordsOfParagraph(paragraph: Paragraph): string[] {
  if (typeof paragraph === 'string') return [paragraph];
  if ('sheet' in paragraph) return paragraph.sheet.flatMap((row) => row.map(([, words]) => words));
  return 'text' in paragraph ? [paragraph.text] : [];
}

export interface UnresolvedBasis extends DefinitionBasis {
  readonly why: string;
}

/**
 * Bases that the base cannot resolve: an unknown title, an article that no version has. An address need stand in one
 * version only, since a definition carries rule sets of several dates.
 */
export async function unresolvedBases(
  pool: pg.Pool,
  lines: readonly Line[],
  today: PlainDate,
): Promise<UnresolvedBasis[]> {
  const checked = new Map<string, string | null>();
  const unresolved: UnresolvedBasis[] = [];
  for (const one of lines.flatMap(basesInLine)) {
    const address = addressOfBasis(one.basis);
    const key = `${one.basis.title}#${address ? addressCode(address) : ''}`;
    if (!checked.has(key)) checked.set(key, await whyNot(pool, one.basis.title, address, today));
    const why = checked.get(key)!;
    if (why !== null) unresolved.push({ ...one, why });
  }
  return unresolved;
}

async function whyNot(
  pool: pg.Pool,
  title: string,
  address: Address | undefined,
  today: PlainDate,
): Promise<string | null> {
  const found = await lawInForce(pool, title, today);
  if (!found) return `库中没有${markedTitle(title)}`;
  if (!address) return null;
  let why = '';
  for (const version of found.versions.toReversed()) {
    const clause = await clauseOf(pool, { ...found, version }, address);
    if (clause.ok) return null;
    why ||= clause.error.message;
  }
  return why;
}
