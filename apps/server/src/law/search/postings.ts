/** Clauses of the smallest part of a directory (128), as a power of two. */
const SMALLEST_PART = 7;
/** One clause in so many holds a word: from there on a bit for each clause tells sooner that one does not. */
const OFTEN = 64;

/**
 * The clauses that hold a word, in order, and how often. A directory says what places of the list belong to each part of the
 * clauses, with about one place a part, so that to look a clause up takes a step or two however long the list is (after A.
 * Moffat and J. Zobel, Self-indexing inverted files for fast text retrieval, 1996). By halves over the whole list it takes a
 * dozen steps, each to another place in memory and none foreseen by the processor.
 */
export class Postings {
  /** A part is the clauses of one number without these lowest bits. */
  private readonly shift: number;
  /** Part → first of its places; the end of the last. */
  private readonly begins: Uint32Array;
  private readonly bits: Uint32Array | undefined;

  /** @param size how many clauses there are in all */
  constructor(
    readonly clauses: Uint32Array,
    readonly times: Uint8Array,
    size: number,
  ) {
    let shift = SMALLEST_PART;
    while (size >>> shift > clauses.length) shift += 1;
    const parts = (size >>> shift) + 1;
    const begins = new Uint32Array(parts + 1);
    for (const clause of clauses) begins[(clause >>> shift) + 1]! += 1;
    for (let part = 0; part < parts; part += 1) begins[part + 1]! += begins[part]!;
    this.shift = shift;
    this.begins = begins;
    if (clauses.length < size / OFTEN) return;
    const bits = new Uint32Array((size >>> 5) + 1);
    for (const clause of clauses) bits[clause >>> 5]! |= 1 << (clause & 31);
    this.bits = bits;
  }

  has(clause: number): boolean {
    const { bits, clauses } = this;
    if (bits) return (bits[clause >>> 5]! & (1 << (clause & 31))) !== 0;
    const place = this.from(clause);
    return place < clauses.length && clauses[place] === clause;
  }

  /** How often a clause holds the word; 0: not at all. */
  timesIn(clause: number): number {
    const { bits, clauses } = this;
    if (bits && (bits[clause >>> 5]! & (1 << (clause & 31))) === 0) return 0;
    const place = this.from(clause);
    return place < clauses.length && clauses[place] === clause ? this.times[place]! : 0;
  }

  /** Whether any clause from `first` on up to `end`, not included, holds it. */
  hasIn(first: number, end: number): boolean {
    const place = this.from(first);
    return place < this.clauses.length && this.clauses[place]! < end;
  }

  /** The first place in the list that is not before a clause. */
  from(clause: number): number {
    const { clauses, begins } = this;
    const part = clause >>> this.shift;
    let low = begins[part]!;
    let high = begins[part + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (clauses[middle]! < clause) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of a word that no clause holds: one part for all clauses there may be, without places. */
export const NOWHERE = new Postings(new Uint32Array(0), new Uint8Array(0), 0x7fff_ffff);
