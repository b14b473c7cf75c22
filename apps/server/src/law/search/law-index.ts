import { setImmediate as turn } from 'node:timers/promises';
import { dayOf, ok, type PlainDate, type Result } from '@fadu/kernel';
import type { Address } from '@fadu/lawtext';
import type { LawSearchAnswer, LawValidity } from '@fadu/wire';
import type pg from 'pg';
import { placeIn } from '../clause.js';
import { type VersionRow, validityOn } from '../in-force.js';
import { Names } from './naming.js';
import { leadingOf } from './ranking.js';
import { Segment, type VersionWords } from './segment.js';
import { knownKeys, type Title, Titles } from './titles.js';
import { packWords } from './words.js';

/** What came into the base is found this much later at most. */
const FRESH_MS = 1000;
/** Some 10 kB each. */
const MOST_ANSWERS = 1000;
/** Words of one weighing, a quarter of a kilobyte each. */
const MOST_LEADING = 1000;
/** Some 14 kB each, beside their words. */
const MOST_NARROWINGS = 30;
/** Versions read at once: some hundredths of a second, in which nobody else has a turn. */
const PAGE = 50;

/** A version as a search sees it. */
export interface SearchedVersion extends Pick<VersionRow, 'effectiveOn' | 'endOn' | 'endKind'> {
  /** Position of the law in `titles.rows`. */
  readonly law: number;
}

/** Of a segment's versions, by their place in it. */
export interface Places {
  /** Position in `titles.rows`. */
  readonly laws: Uint32Array;
  /** How much the text counts by its rank. */
  readonly factors: Float32Array;
  /** The same, 0 where a search that asks for nothing else shows nothing. */
  readonly shown: Float32Array;
  /** Position of a law in `titles.rows` → places of its versions. */
  readonly ofLaw: readonly (readonly number[])[];
  /** A number for each version, for one question after the other. */
  readonly scratch: { readonly factors: Float32Array; readonly left: Float32Array; readonly inName: Uint8Array };
}

/** By 效力位阶: of the same words those in a law say more than those in a rule. */
function factorOf({ rank, kind, title, region }: Title): number {
  // What an amending text says stands in the text it amended.
  if (AMENDS.test(title)) return 0.5;
  if (rank <= 2) return 2.5;
  if (rank <= 3) return kind === 'I' ? 1.4 : 1.6;
  // Of many places none was named.
  return region === '000000' ? 1 : 0.8;
}
const AMENDS = /修正案|关于(?:修改|废止).*的决定/;

/** A law that is to come counts less than one in force. */
const COMING = 0.5;

/**
 * What a process keeps of the base to search it: titles, words and texts, and the answers it gave. Read in parts as the base
 * grows, whoever changes it: versions never change once they are stored, so only new ones are read.
 */
export class LawIndex {
  titles = new Titles([]);
  names = new Names(this.titles);
  segments: readonly Segment[] = [];
  versions: ReadonlyMap<number, SearchedVersion> = new Map();
  private versionsOfLaw: readonly (readonly number[])[] = [];
  private stamp: string | undefined;
  private today: PlainDate | undefined;
  private shown: ReadonlySet<number> = new Set();
  private askedAt = 0;
  private fresh: Promise<void> = Promise.resolve();
  private places = new Map<Segment, Places>();
  private readonly narrowings = new Map<string, (segment: Segment) => Float32Array>();
  /** Weights of the versions of a segment → word → clauses. */
  private readonly leading = new WeakMap<Float32Array, Map<string, Uint32Array>>();
  /** Questions asked lately; null of one that was asked once. */
  private readonly answers = new Map<string, LawSearchAnswer | null>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Whoever asks while the base is being looked at waits for the same answer. */
  refresh(): Promise<void> {
    if (Date.now() - this.askedAt < FRESH_MS) return this.fresh;
    // Reading may take longer than it stays fresh.
    this.askedAt = Number.POSITIVE_INFINITY;
    this.fresh = this.read().finally(() => {
      this.askedAt = Date.now();
    });
    this.fresh.catch(() => {
      this.askedAt = 0;
    });
    return this.fresh;
  }

  private async read(): Promise<void> {
    const today = dayOf(this.now());
    const { rows } = await this.pool.query({
      name: 'law_search_stamp',
      text: "select count(*) || '/' || coalesce(max(tx)::text, '') as stamp from law_change",
    });
    if (rows[0].stamp === this.stamp && today === this.today) return;
    const laws = await this.pool.query({
      name: 'law_search_titles',
      text: 'select id, code, title, kind, region, rank, maker from law order by id',
    });
    const held = await this.pool.query({
      name: 'law_search_versions',
      text: `select v.id, v.law, v.effective_on::text as "effectiveOn", v.end_on::text as "endOn", v.end_kind as "endKind"
        from law_version v order by v.effective_on, v.id`,
    });
    const since = new Map<number, string>();
    for (const row of held.rows) if (validityOn(row, today) === 'inForce') since.set(row.law, row.effectiveOn);
    const named: Title[] = [];
    for (const [at, row] of laws.rows.entries()) {
      named.push({ ...row, at, since: since.get(row.id) ?? null, keys: knownKeys(row.title) });
      // Pinyin of some thousand titles takes half a second: others have their turn.
      if (at % 100 === 99) await turn();
    }
    const titles = new Titles(named);
    const positions = new Map(titles.rows.map(({ id }, index) => [id, index]));
    const versions = new Map<number, SearchedVersion>();
    const versionsOfLaw: number[][] = titles.rows.map(() => []);
    for (const { id, law: number, ...row } of held.rows) {
      const law = positions.get(number);
      // Of a law that came between the two questions: the next look finds both.
      if (law === undefined) continue;
      versions.set(id, { ...row, law });
      versionsOfLaw[law]!.push(id);
    }
    const segments = await this.readSegments([...versions.keys()]);
    Object.assign(this, {
      titles,
      names: new Names(titles),
      versions,
      versionsOfLaw,
      segments,
      today,
      stamp: rows[0].stamp,
    });
    this.shown = new Set(versionsOfLaw.flatMap((ids) => this.shownOf(ids, today)));
    this.places.clear();
    this.narrowings.clear();
    this.answers.clear();
  }

  /** New versions as a segment of their own, into which smaller ones before it go: few segments, and each text read a few times. */
  private async readSegments(ids: readonly number[]): Promise<readonly Segment[]> {
    const kept = this.segments.filter(({ versions }) => versions.every(({ id }) => ids.includes(id)));
    const known = new Set(kept.flatMap(({ versions }) => versions.map(({ id }) => id)));
    let wanted = ids.filter((id) => !known.has(id));
    if (wanted.length === 0) return kept;
    while (kept.length > 0 && kept.at(-1)!.versions.length < 2 * wanted.length)
      wanted = [...kept.pop()!.versions.map(({ id }) => id), ...wanted];
    return [...kept, await Segment.of(this.pages(wanted.sort((a, b) => a - b)))];
  }

  private async *pages(ids: readonly number[]): AsyncGenerator<readonly VersionWords[]> {
    for (let at = 0; at < ids.length; at += PAGE) yield readWords(this.pool, ids.slice(at, at + PAGE));
  }

  /** What a reader of today is shown of a law: the version in force, else one that is to come first. */
  private shownOf(ids: readonly number[], today: PlainDate): readonly number[] {
    const state = ids.map((id) => validityOn(this.versions.get(id)!, today));
    const inForce = ids.filter((_, index) => state[index] === 'inForce');
    if (inForce.length > 0) return inForce;
    const coming = ids.filter((_, index) => state[index] === 'notYetEffective');
    return coming.length === ids.length ? coming.slice(0, 1) : [];
  }

  /** Whether a search that asks for nothing else shows a version. */
  isShown(version: number): boolean {
    return this.shown.has(version);
  }

  /** Oldest first. */
  versionsOf(law: Title): readonly number[] {
    return this.versionsOfLaw[law.at] ?? [];
  }

  /** The version of a law to point at: the one that is shown, else the last. */
  versionToShow(law: Title): number | undefined {
    const ids = this.versionsOf(law);
    return ids.find((id) => this.shown.has(id)) ?? ids.at(-1);
  }

  validity(version: number, on: PlainDate): LawValidity {
    return validityOn(this.versions.get(version)!, on);
  }

  placesIn(segment: Segment): Places {
    const known = this.places.get(segment);
    if (known) return known;
    const laws = Uint32Array.from(segment.versions, ({ id }) => this.versions.get(id)!.law);
    const factors = Float32Array.from(laws, (law) => factorOf(this.titles.rows[law]!));
    const shown = factors.map((factor, at) => {
      const { id } = segment.versions[at]!;
      if (!this.shown.has(id)) return 0;
      return this.validity(id, this.today!) === 'inForce' ? factor : factor * COMING;
    });
    const ofLaw = this.titles.rows.map((): number[] => []);
    for (const [at, law] of laws.entries()) ofLaw[law]!.push(at);
    const scratch = {
      factors: new Float32Array(laws.length),
      left: new Float32Array(laws.length),
      inName: new Uint8Array(laws.length),
    };
    const made = { laws, factors, shown, ofLaw, scratch };
    this.places.set(segment, made);
    return made;
  }

  /** What versions count under a filter, by their place in a segment; made once for as long as the base is as it was. */
  narrowed(filter: string, weigh: (segment: Segment) => Float32Array): (segment: Segment) => Float32Array {
    const known = this.narrowings.get(filter);
    if (known) return known;
    const made = new Map<Segment, Float32Array>();
    const narrowing = (segment: Segment): Float32Array => {
      const before = made.get(segment) ?? weigh(segment);
      made.set(segment, before);
      return before;
    };
    if (this.narrowings.size >= MOST_NARROWINGS) this.narrowings.clear();
    this.narrowings.set(filter, narrowing);
    return narrowing;
  }

  /** Of a word the clauses that say it most under some weights, which are the same object each time they are asked for. */
  leadingIn(segment: Segment, factors: Float32Array): (word: string) => Uint32Array {
    let leading = this.leading.get(factors);
    if (!leading) {
      leading = new Map();
      this.leading.set(factors, leading);
    }
    const known = leading;
    return (word) => {
      const before = known.get(word);
      if (before) return before;
      const made = leadingOf(segment, word, factors);
      if (known.size >= MOST_LEADING) known.clear();
      known.set(word, made);
      return made;
    };
  }

  clauseAt(version: number, locator: string): { readonly segment: Segment; readonly clause: number } | undefined {
    for (const segment of this.segments) {
      const held = segment.version(version);
      const clause = held && segment.clauseAt(held, locator);
      if (clause !== undefined) return { segment, clause };
    }
    return undefined;
  }

  /** Label of the last article of a text; undefined when it has none. */
  lastArticle(version: number): string | undefined {
    for (const segment of this.segments) {
      const held = segment.version(version);
      if (!held) continue;
      for (let clause = held.first + held.clauses - 1; clause >= held.first; clause -= 1) {
        const { locator, label } = segment.named(clause);
        if (locator.startsWith('T')) return label;
      }
    }
    return undefined;
  }

  /** The code of a 款 or 项 in an article: `K01/I02`; of one that is not there what there is, as `placeIn` says it. */
  async unitIn(code: string, effectiveOn: string, locator: string, unit: Address): Promise<Result<string, string>> {
    const { rows } = await this.pool.query({
      name: 'law_search_unit',
      text: `select c.inner_places as inner, c.body
        from law l join law_version v on v.law = l.id join law_clause c on c.version = v.id
        where l.code = $1 and v.effective_on = $2 and c.locator = $3`,
      values: [code, effectiveOn, locator],
    });
    const place = placeIn(rows[0]?.inner ?? [], rows[0]?.body ?? '', unit);
    return place.ok ? ok(place.value[2]) : place;
  }

  /**
   * The answer to a question asked before, as long as the base is as it was. Kept from the second time on: most questions are
   * asked once, and what is kept for nothing is moved about in memory while others wait.
   */
  remember(question: string, answer: () => LawSearchAnswer): LawSearchAnswer {
    const known = this.answers.get(question);
    if (known) return known;
    const made = answer();
    const again = this.answers.has(question);
    this.answers.set(question, again ? made : null);
    if (this.answers.size > MOST_ANSWERS) this.answers.delete(this.answers.keys().next().value!);
    return made;
  }
}

const shared = new WeakMap<pg.Pool, LawIndex>();
/** The index of a base, held once for all who search it. */
export function lawIndexOf(pool: pg.Pool, now?: () => Date): LawIndex {
  let index = shared.get(pool);
  if (!index) {
    index = new LawIndex(pool, now);
    shared.set(pool, index);
  }
  return index;
}

/** Versions with their words; of one stored before words were kept they are made anew. */
async function readWords(pool: pg.Pool, ids: readonly number[]): Promise<VersionWords[]> {
  const [words, clauses, divisions] = await Promise.all([
    pool.query({
      name: 'law_search_words',
      text: 'select version, words, places from law_version_words where version = any($1)',
      values: [ids],
    }),
    pool.query({
      name: 'law_search_texts',
      text: 'select version, outline, locator, label, body from law_clause where version = any($1) order by version, ord',
      values: [ids],
      rowMode: 'array',
    }),
    pool.query({
      name: 'law_search_headings',
      text: "select id, header->'divisions' as divisions from law_version where id = any($1)",
      values: [ids],
    }),
  ]);
  const packed = new Map(words.rows.map((row) => [row.version as number, row]));
  const headings = new Map(divisions.rows.map((row) => [row.id as number, headingsOver(row.divisions ?? [])]));
  const texts = new Map<number, { clauses: [string, string, string][]; headings: (readonly string[])[] }>();
  for (const [version, outline, ...clause] of clauses.rows as [number, string, string, string, string][]) {
    let held = texts.get(version);
    if (!held) {
      held = { clauses: [], headings: [] };
      texts.set(version, held);
    }
    held.clauses.push(clause);
    held.headings.push(headings.get(version)?.(outline) ?? []);
  }
  return ids.map((version) => {
    const held = texts.get(version) ?? { clauses: [], headings: [] };
    const { words, places } = packed.get(version) ?? packWords(held.clauses.map(([, , body]) => body));
    return { version, words, places, ...held };
  });
}

/** The headings over a place `C03.S01`, the outermost first. */
function headingsOver(
  divisions: readonly { readonly path: string; readonly heading: string }[],
): (path: string) => readonly string[] {
  const own = new Map(divisions.map(({ path, heading }) => [path, heading]));
  const known = new Map<string, readonly string[]>();
  return (path) => {
    let found = known.get(path);
    if (found === undefined) {
      const steps = path.split('.');
      found = steps.flatMap((_, at) => own.get(steps.slice(0, at + 1).join('.')) ?? []);
      known.set(path, found);
    }
    return found;
  };
}
