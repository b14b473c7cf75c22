import type { Segment } from './segment.js';

export interface Ranked {
  readonly segment: Segment;
  readonly clause: number;
  readonly score: number;
  /** It holds every word, itself or by its headings or the name of its law. */
  readonly whole: boolean;
}

/** The best so far, as a heap with the worst of them on top; by columns, so that an offer makes no object. */
export class Best {
  private readonly scores: number[] = [];
  private readonly clauses: number[] = [];
  private readonly wholes: boolean[] = [];
  private readonly segments: Segment[] = [];
  constructor(private readonly most: number) {}

  /** What an offer must be better than to be kept. */
  get least(): number {
    return this.scores.length < this.most ? 0 : this.scores[0]!;
  }

  offer(segment: Segment, clause: number, score: number, whole: boolean): void {
    const { scores } = this;
    if (scores.length < this.most) {
      let at = scores.length;
      this.set(at, segment, clause, score, whole);
      for (let above = (at - 1) >>> 1; at > 0 && scores[above]! > score; above = (at - 1) >>> 1) {
        this.move(above, at);
        at = above;
      }
      this.set(at, segment, clause, score, whole);
    } else if (score > scores[0]!) {
      let at = 0;
      for (;;) {
        let below = at * 2 + 1;
        if (below >= scores.length) break;
        if (below + 1 < scores.length && scores[below + 1]! < scores[below]!) below += 1;
        if (score <= scores[below]!) break;
        this.move(below, at);
        at = below;
      }
      this.set(at, segment, clause, score, whole);
    }
  }

  sorted(): Ranked[] {
    const ranked: Ranked[] = [];
    for (const [at, score] of this.scores.entries())
      ranked.push({ segment: this.segments[at]!, clause: this.clauses[at]!, score, whole: this.wholes[at]! });
    return ranked.sort((a, b) => b.score - a.score || a.clause - b.clause);
  }

  private set(at: number, segment: Segment, clause: number, score: number, whole: boolean): void {
    this.scores[at] = score;
    this.clauses[at] = clause;
    this.wholes[at] = whole;
    this.segments[at] = segment;
  }

  private move(from: number, to: number): void {
    this.set(to, this.segments[from]!, this.clauses[from]!, this.scores[from]!, this.wholes[from]!);
  }
}
