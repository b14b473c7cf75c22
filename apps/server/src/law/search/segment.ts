import { setImmediate as turn } from 'node:timers/promises';
import { definedIn, headingWords } from './marks.js';
import { NOWHERE, Postings } from './postings.js';
import { type PackedWords, unpackWords } from './words.js';

/** What a segment is made of: a version with its clauses in order. */
export interface VersionWords extends PackedWords {
  readonly version: number;
  /** The headings over each clause, the outermost first: 第五章　处罚的决定, 第四节　听证程序. */
  readonly headings: readonly (readonly string[])[];
  readonly clauses: readonly (readonly [locator: string, label: string, body: string])[];
}

/** A version in a segment: its clauses are numbered from `first`. */
export interface SegmentVersion {
  readonly id: number;
  readonly first: number;
  readonly clauses: number;
}

/** Words of which a segment keeps what was made to look them up; of common ones some 20 kB each. */
const MOST_TERMS = 2000;

/** Beside the words of the clauses: what stands over a clause, and what it says a thing is. */
const headingKey = (word: string): string => `#${word}`;
const definesKey = (term: string): string => `=${term}`;

/** What a segment has of a word. */
export interface Term {
  /** The clauses that hold it, how often. */
  readonly clauses: Postings;
  /** The clauses under a heading that has it, how much of the heading it is (up to `WHOLE_HEADING`). */
  readonly under: Postings;
  /** The clauses that say what it is. */
  readonly defining: Postings;
}

/**
 * An inverted index over versions, which never change once they are stored: words to clauses, beside the texts; some 500
 * bytes a clause.
 */
export class Segment {
  private readonly terms = new Map<string, Term>();
  private readonly byId: ReadonlyMap<number, SegmentVersion>;

  private constructor(
    readonly versions: readonly SegmentVersion[],
    /** Clause → position in `versions`. */
    readonly versionOf: Uint32Array,
    /** Clause → how many words it has. */
    readonly lengths: Uint16Array,
    private readonly words: ReadonlyMap<string, number>,
    /** Word → first of its places. */
    private readonly begin: Uint32Array,
    private readonly clauses: Uint32Array,
    private readonly times: Uint8Array,
    private readonly texts: Texts,
  ) {
    this.byId = new Map(versions.map((version) => [version.id, version]));
  }

  version(id: number): SegmentVersion | undefined {
    return this.byId.get(id);
  }

  get size(): number {
    return this.lengths.length;
  }

  term(word: string): Term {
    const known = this.terms.get(word);
    if (known) return known;
    const made = {
      clauses: this.postings(word),
      under: this.postings(headingKey(word)),
      defining: this.postings(definesKey(word)),
    };
    // What people write together is seldom a word: kept, it would only drive out those that are.
    if (made.clauses === NOWHERE && made.under === NOWHERE && made.defining === NOWHERE) return made;
    if (this.terms.size >= MOST_TERMS) this.terms.clear();
    this.terms.set(word, made);
    return made;
  }

  private postings(key: string): Postings {
    const id = this.words.get(key);
    if (id === undefined) return NOWHERE;
    const [from, to] = [this.begin[id]!, this.begin[id + 1]!];
    return new Postings(this.clauses.subarray(from, to), this.times.subarray(from, to), this.size);
  }

  text(clause: number): string {
    return this.texts.body(clause, this.versionOf[clause]!);
  }

  named(clause: number): { locator: string; label: string } {
    return this.texts.named(clause);
  }

  /** The clause with a locator in a version; undefined without one. */
  clauseAt({ first, clauses }: SegmentVersion, locator: string): number | undefined {
    for (let clause = first; clause < first + clauses; clause += 1)
      if (this.texts.named(clause).locator === locator) return clause;
    return undefined;
  }

  /** Bytes of the lists and of the texts. */
  get bytes(): number {
    return (
      this.versionOf.byteLength +
      this.lengths.byteLength +
      this.begin.byteLength +
      this.clauses.byteLength +
      this.times.byteLength +
      this.texts.bytes
    );
  }

  /** Takes versions page by page, so that only one page is in memory twice; between pages others have their turn. */
  static async of(pages: AsyncIterable<readonly VersionWords[]>): Promise<Segment> {
    const versions: SegmentVersion[] = [];
    const packed: { readonly ids: Uint32Array; readonly places: Uint8Array; readonly marks: Uint32Array }[] = [];
    const words = new Map<string, number>();
    const counts: number[] = [];
    const texts = new Texts();
    let size = 0;
    const idOf = (word: string): number => {
      const known = words.get(word);
      if (known !== undefined) return known;
      counts.push(0);
      words.set(word, words.size);
      return words.size - 1;
    };
    for await (const page of pages) {
      for (const one of page) {
        const ids = Uint32Array.from(one.words === '' ? [] : one.words.split('\n'), idOf);
        unpackWords(
          one.places,
          () => undefined,
          (word) => {
            counts[ids[word]!]! += 1;
          },
        );
        versions.push({ id: one.version, first: size, clauses: one.clauses.length });
        const marks = marksOf(one, idOf);
        for (let at = 1; at < marks.length; at += 3) counts[marks[at]!]! += 1;
        packed.push({ ids, places: one.places, marks });
        size += one.clauses.length;
      }
      texts.add(page);
      await turn();
    }
    const begin = new Uint32Array(counts.length + 1);
    for (const [id, count] of counts.entries()) begin[id + 1] = begin[id]! + count;
    const free = begin.slice();
    const clauses = new Uint32Array(begin.at(-1)!);
    const times = new Uint8Array(begin.at(-1)!);
    const versionOf = new Uint32Array(size);
    const lengths = new Uint16Array(size);
    for (const [index, { ids, places, marks }] of packed.entries()) {
      const { first } = versions[index]!;
      let clause = first;
      unpackWords(
        places,
        (at) => {
          clause = first + at;
          versionOf[clause] = index;
        },
        (word, often) => {
          const place = free[ids[word]!]!++;
          clauses[place] = clause;
          times[place] = often;
          lengths[clause] = Math.min(lengths[clause]! + often, 65_535);
        },
      );
      for (let at = 0; at < marks.length; at += 3) {
        const place = free[marks[at + 1]!]!++;
        clauses[place] = first + marks[at]!;
        times[place] = marks[at + 2]!;
      }
      if (index % 200 === 199) await turn();
    }
    return new Segment(versions, versionOf, lengths, words, begin, clauses, times, texts.closed());
  }
}

/** Of a version, one after the other: number of a clause in it, word that stands over it or that it defines, how much. */
function marksOf({ clauses, headings }: VersionWords, idOf: (word: string) => number): Uint32Array {
  const marks: number[] = [];
  for (const [at, [, , body]] of clauses.entries()) {
    for (const { word, share } of headingWords(headings[at]!)) marks.push(at, idOf(headingKey(word)), share);
    for (const term of definedIn(body)) marks.push(at, idOf(definesKey(term)), 1);
  }
  return Uint32Array.from(marks);
}

/** Bodies in one string a page, of which each is a part: nothing is copied to read one. Locators and labels, which are few, by number. */
class Texts {
  private readonly blocks: string[] = [];
  private readonly blockOf: number[] = [];
  private readonly blockStart: number[] = [];
  private starts: Uint32Array<ArrayBufferLike> = new Uint32Array(1024);
  private names: Uint32Array<ArrayBufferLike> = new Uint32Array(2048);
  private size = 0;
  private length = 0;
  private readonly strings: string[] = [];
  private readonly numbers = new Map<string, number>();

  add(page: readonly VersionWords[]): void {
    this.blockStart.push(this.length);
    const bodies: string[] = [];
    for (const { clauses } of page) {
      this.blockOf.push(this.blocks.length);
      for (const [locator, label, body] of clauses) {
        if (this.size + 1 >= this.starts.length) {
          this.starts = grown(this.starts);
          this.names = grown(this.names);
        }
        this.names[this.size * 2] = this.numberOf(locator);
        this.names[this.size * 2 + 1] = this.numberOf(label);
        this.length += body.length;
        this.size += 1;
        this.starts[this.size] = this.length;
        bodies.push(body);
      }
    }
    this.blocks.push(bodies.join(''));
  }

  closed(): this {
    this.starts = this.starts.slice(0, this.size + 1);
    this.names = this.names.slice(0, this.size * 2);
    this.numbers.clear();
    return this;
  }

  body(clause: number, version: number): string {
    const block = this.blockOf[version]!;
    const start = this.blockStart[block]!;
    return this.blocks[block]!.slice(this.starts[clause]! - start, this.starts[clause + 1]! - start);
  }

  named(clause: number): { locator: string; label: string } {
    return { locator: this.strings[this.names[clause * 2]!]!, label: this.strings[this.names[clause * 2 + 1]!]! };
  }

  get bytes(): number {
    return this.starts.byteLength + this.names.byteLength + this.length * 2;
  }

  private numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }
}

function grown(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
