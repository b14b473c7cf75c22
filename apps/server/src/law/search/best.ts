import type { Segment } from './segment.js';

export interface Ranked {
  readonly segment: Segment;
  readonly clause: number;
  readonly score: number;
  /** It holds every word, itself or by its headings or the name of its law. */
  readonly whole: boolean;
}

/** The best so far, as a heap with the worst of them on top. */
export class Best {
  private readonly heap: Ranked[] = [];
  constructor(private readonly most: number) {}

  /** What an offer must be better than to be kept. */
  get least(): number {
    return this.heap.length < this.most ? 0 : this.heap[0]!.score;
  }

  get size(): number {
    return this.heap.length;
  }

  offer(segment: Segment, clause: number, score: number, whole: boolean): void {
    if (this.heap.length < this.most) {
      this.heap.push({ segment, clause, score, whole });
      this.up(this.heap.length - 1);
    } else if (score > this.heap[0]!.score) {
      this.heap[0] = { segment, clause, score, whole };
      this.down();
    }
  }

  sorted(): Ranked[] {
    return [...this.heap].sort((a, b) => b.score - a.score || a.clause - b.clause);
  }

  private up(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (this.heap[above]!.score <= this.heap[at]!.score) return;
      this.swap(at, above);
      at = above;
    }
  }

  private down(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const below of [at * 2 + 1, at * 2 + 2])
        if (below < this.heap.length && this.heap[below]!.score < this.heap[least]!.score) least = below;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
