import { Best, type Ranked } from './best.js';
import { WHOLE_HEADING } from './marks.js';
import { definesKey, headingKey, type Postings, type Segment, type SegmentVersion } from './segment.js';

/** What the versions of a segment count for, by their place in it. */
export interface Weighed {
  /** How much a text counts, by its rank and its name; 0: not at all. */
  readonly factors: Float32Array;
  /** The same, to be set to 0 where all was looked at. */
  readonly left: Float32Array;
  /** The words of the question that its name has, a bit each. */
  readonly inName: Uint8Array;
  /** Those whose names say enough of the question to look them through, the most likely first. */
  readonly likely: readonly number[];
  /** Of a word that very many clauses hold those that say it most. */
  readonly leading: (word: string) => Uint32Array;
}

export interface Wanted {
  /** Longest first, at most eight. */
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

/** How soon more of the same word says no more, and how much a long clause is held back (Okapi BM25). */
const SATURATION = 1.2;
const LENGTH = 0.25;
const MIDDLE_LENGTH = 45;
/** A clause with a list is long without saying less: from twice the middle length on it is not held back more. */
const LONGEST = 2;
/** What a word counts in the heading over a clause, and in the name of its law, beside 1 to 2.2 in the clause. */
const IN_HEADING = 1;
const IN_NAME = 1.2;
/** Words looked for, the longest of the question. */
const MOST_WORDS = 8;
/** Clauses with a word, from which on its parts are not looked for. */
const USUAL = 20;
/** A clause that says what the thing is. */
const DEFINES = 1.7;
/** The rule is meant, not what follows when it is broken, unless that is asked. */
const SANCTION = 0.7;
const SANCTIONING = '法律责任';
const PUNISHED = /^(?:处罚|罚款|惩罚|制裁)$/;
const SANCTIONS = /[罚责赔刑违未欠]|没收|吊销|拘留|后果|处分/;
/** Clauses with all words are enough when there are so many; else those with the rarest words are looked at, so many at least. */
const ENOUGH = 20;
const CANDIDATES = 60;
/** A heading over more clauses than this is one that most texts have. */
const MOST_UNDER = 400;
/** A word that is defined in more clauses than this is no term. */
const MOST_DEFINITIONS = 200;

/**
 * The clauses that say the words most, the rarer words weighing more, each as much as its text counts, and less the more of
 * the question it leaves out.
 * @param most how many at most, the best first
 * @param within only the clauses of these versions
 */
export function rankClauses(
  segments: readonly Segment[],
  wanted: Wanted,
  weigh: (segment: Segment) => Weighed,
  most: number,
  within?: (segment: Segment) => readonly SegmentVersion[],
): Ranked[] {
  const size = segments.reduce((sum, segment) => sum + segment.size, 0);
  const best = new Best(most);
  // A word that no text has is held by none: what is left out weighs as much as the rarest there are.
  const weights = wanted.words.map((word) => {
    const count = countIn(segments, word);
    return Math.log(1 + (size - count + 0.5) / (count + 0.5));
  });
  for (const segment of segments) {
    const walk = new Walk(segment, wanted, weights, weigh(segment), best);
    if (within) for (const version of within(segment)) walk.through(version);
    else walk.everywhere();
  }
  return best.sorted();
}

const countIn = (segments: readonly Segment[], word: string): number =>
  segments.reduce((sum, segment) => sum + segment.count(word), 0);

/** The words of a question that are looked for: 行政 says nothing beside 行政处罚, as long as texts speak of that. */
export function tellingWords(segments: readonly Segment[], words: readonly string[]): readonly string[] {
  const usual = words.filter((word) => word.length > 1 && countIn(segments, word) >= USUAL);
  return words.filter((word) => !usual.some((other) => other !== word && other.includes(word))).slice(0, MOST_WORDS);
}

const NOWHERE: Postings = { clauses: new Uint32Array(), times: new Uint8Array() };

/** One question in one segment: a place in the list of each word, that only goes on while clauses are asked for in order. */
class Walk {
  private readonly lists: readonly Postings[];
  private readonly headings: readonly Postings[];
  private readonly at: Uint32Array;
  private readonly atHeading: Uint32Array;
  /** A bit for each word. */
  private readonly all: number;
  private readonly total: number;
  /** Clauses that say what a word or phrase is. */
  private readonly defining = new Set<number>();
  /** What was offered already. */
  private readonly offered = new Set<number>();
  /** The most that the words of a clause may say. */
  private readonly utmost: number;
  /** Clauses of 法律责任, when the question does not ask for it. */
  private readonly sanctions: Uint32Array;
  /** How many hold every word. */
  private whole = 0;
  private atSanction = 0;

  private readonly words: readonly string[];
  private readonly phrases: readonly string[];

  constructor(
    private readonly segment: Segment,
    { words, phrases }: Wanted,
    private readonly weights: readonly number[],
    private readonly weighed: Weighed,
    private readonly best: Best,
  ) {
    this.words = words;
    this.phrases = phrases;
    this.lists = words.map((word) => segment.postings(word) ?? NOWHERE);
    const sanctioning = segment.postings(headingKey(SANCTIONING)) ?? NOWHERE;
    this.headings = words.map((word) =>
      // Under 法律责任 stands how something is punished, without that word.
      PUNISHED.test(word) ? sanctioning : (segment.postings(headingKey(word)) ?? NOWHERE),
    );
    this.at = new Uint32Array(words.length);
    this.atHeading = new Uint32Array(words.length);
    this.sanctions = [...words, ...phrases].some((word) => SANCTIONS.test(word))
      ? NOWHERE.clauses
      : sanctioning.clauses;
    this.all = (1 << words.length) - 1;
    this.total = weights.reduce((sum, weight) => sum + weight, 0);
    this.utmost = this.total * (SATURATION + 1 + IN_HEADING);
    // What several words are asked together for is defined by none of them alone.
    for (const term of new Set(words.length === 1 ? [...phrases, ...words] : phrases)) {
      const clauses = segment.postings(definesKey(term))?.clauses;
      if (clauses && clauses.length <= MOST_DEFINITIONS) for (const clause of clauses) this.defining.add(clause);
    }
  }

  everywhere(): void {
    for (const clause of [...this.defining].sort((a, b) => a - b)) {
      this.offer(clause);
      this.offered.add(clause);
    }
    this.underHeadings();
    const { likely, left } = this.weighed;
    for (const version of likely) {
      if (this.utmost * left[version]! > this.best.least) this.through(this.segment.versions[version]!);
      left[version] = 0;
    }
    this.withAll();
    if (this.whole < ENOUGH) this.withAny();
  }

  /** What stands under a heading that is just what is asked need not say it: 受案范围. */
  private underHeadings(): void {
    for (const phrase of this.phrases) {
      const { clauses, times } = this.segment.postings(headingKey(phrase)) ?? NOWHERE;
      if (clauses.length > MOST_UNDER) continue;
      this.again();
      for (let at = 0; at < clauses.length; at += 1) {
        const clause = clauses[at]!;
        if (times[at] !== WHOLE_HEADING || this.offered.has(clause)) continue;
        this.offer(clause);
        this.offered.add(clause);
      }
    }
  }

  /** The clauses of one version that hold any of the words. */
  through({ first, clauses }: SegmentVersion): void {
    this.again();
    const end = first + clauses;
    const { at, lists } = this;
    for (let word = 0; word < lists.length; word += 1) at[word] = from(lists[word]!.clauses, first, 0);
    for (;;) {
      let next = end;
      for (let word = 0; word < lists.length; word += 1) {
        const clause = lists[word]!.clauses[at[word]!];
        if (clause !== undefined && clause < next) next = clause;
      }
      if (next === end) return;
      if (!this.offered.has(next)) this.offer(next);
      for (let word = 0; word < lists.length; word += 1) if (lists[word]!.clauses[at[word]!] === next) at[word]! += 1;
    }
  }

  /** Walks through the shortest list and looks each clause up in the others. */
  private withAll(): void {
    this.again();
    const { lists, at } = this;
    const order = this.shortestFirst();
    const shortest = order[0]!;
    const { clauses } = lists[shortest]!;
    const { versionOf } = this.segment;
    const { left } = this.weighed;
    const holders = this.words.map((word) => this.segment.holders(word));
    next: for (let index = 0; index < clauses.length; index += 1) {
      const clause = clauses[index]!;
      // Once good ones are found, most others could not be as good if they said all there is.
      if (this.utmost * left[versionOf[clause]!]! <= this.best.least) continue;
      at[shortest] = index;
      for (let nth = 1; nth < order.length; nth += 1) {
        const word = order[nth]!;
        const held = holders[word];
        if (held) {
          if ((held[clause >>> 5]! & (1 << (clause & 31))) === 0) continue next;
          continue;
        }
        const places = lists[word]!.clauses;
        at[word] = from(places, clause, at[word]!);
        if (places[at[word]!] !== clause) continue next;
      }
      if (!this.offered.has(clause)) this.offer(clause);
    }
  }

  /** The rarest words give the candidates; the more common ones no more of them once they are enough. */
  private withAny(): void {
    const order = this.shortestFirst();
    let candidates = 0;
    for (const [nth, word] of order.entries()) {
      if (candidates >= CANDIDATES) return;
      this.again();
      const before = order.slice(0, nth);
      for (const clause of this.weighed.leading(this.words[word]!)) {
        if (this.weighed.left[this.segment.versionOf[clause]!] === 0 || this.offered.has(clause)) continue;
        if (before.some((other) => has(this.lists[other]!.clauses, clause))) continue;
        this.offer(clause);
        candidates += 1;
      }
    }
  }

  private shortestFirst(): readonly number[] {
    return this.lists
      .map((_, word) => word)
      .sort((a, b) => this.lists[a]!.clauses.length - this.lists[b]!.clauses.length);
  }

  /** Back to the beginning of the lists. */
  private again(): void {
    this.at.fill(0);
    this.atHeading.fill(0);
    this.atSanction = 0;
  }

  private offer(clause: number): void {
    const { segment, lists, headings, at, atHeading, weights, weighed } = this;
    const version = segment.versionOf[clause]!;
    const factor = weighed.factors[version]!;
    if (factor === 0) return;
    const inName = weighed.inName[version]!;
    const hold = holding(segment.lengths[clause]!);
    let [sum, held, bits] = [0, 0, 0];
    for (let word = 0; word < lists.length; word += 1) {
      const weight = weights[word]!;
      const { clauses, times } = lists[word]!;
      let place = at[word]!;
      if (clauses[place]! < clause) {
        place = from(clauses, clause, place);
        at[word] = place;
      }
      let said = 0;
      if (clauses[place] === clause) {
        const often = times[place]!;
        said = (often * (SATURATION + 1)) / (often + hold);
      }
      const over = headings[word]!.clauses;
      let heading = atHeading[word]!;
      if (over[heading]! < clause) {
        heading = from(over, clause, heading);
        atHeading[word] = heading;
      }
      // What a law is about by its name its clauses need not repeat.
      if (said < IN_NAME && (inName & (1 << word)) !== 0) said = IN_NAME;
      if (over[heading] === clause) said += (IN_HEADING * headings[word]!.times[heading]!) / WHOLE_HEADING;
      if (said === 0) continue;
      sum += weight * said;
      held += weight;
      bits |= 1 << word;
    }
    const share = held / this.total;
    let score = sum * share * share * factor;
    if (this.defining.has(clause)) score *= DEFINES;
    this.atSanction = from(this.sanctions, clause, this.atSanction);
    if (this.sanctions[this.atSanction] === clause) score *= SANCTION;
    this.best.offer(segment, clause, score, bits === this.all);
    if (bits !== this.all) return;
    this.whole += 1;
    // Only those few that come before the search for candidates begins.
    if (this.whole < ENOUGH) this.offered.add(clause);
  }
}

/** How much a clause of a length is held back. */
const holding = (length: number): number =>
  SATURATION * (1 - LENGTH + LENGTH * Math.min(length / MIDDLE_LENGTH, LONGEST));

/** Clauses of a word that are candidates at most. */
const LEADING = 60;

/**
 * The clauses that say a word most by what their texts count, in their order; all of them when they are not many.
 * @param factors of the versions of the segment
 */
export function leadingOf(segment: Segment, word: string, factors: Float32Array): Uint32Array {
  const { clauses, times } = segment.postings(word) ?? NOWHERE;
  if (clauses.length <= LEADING) return clauses;
  const scores = new Float32Array(clauses.length);
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at]!;
    scores[at] = (factors[segment.versionOf[clause]!]! * times[at]!) / (times[at]! + holding(segment.lengths[clause]!));
  }
  const least = scores.slice().sort()[clauses.length - LEADING]!;
  // Of many that say it just as much the first.
  return clauses.filter((_, at) => scores[at]! >= least && scores[at]! > 0).slice(0, LEADING);
}

const has = (numbers: Uint32Array, wanted: number): boolean => numbers[from(numbers, wanted, 0)] === wanted;

/** The first place from `at` on whose number is not below `wanted`: in leaps that double, then by halves. */
function from(numbers: Uint32Array, wanted: number, at: number): number {
  if (at >= numbers.length || numbers[at]! >= wanted) return at;
  let leap = 1;
  while (at + leap < numbers.length && numbers[at + leap]! < wanted) leap *= 2;
  let low = at + (leap >>> 1);
  let high = Math.min(at + leap, numbers.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
