/** Milliseconds. What takes less is counted anew for everyone. */
const QUICK = 100;
/** An answer is given again for so many times as long as it took, so that counting keeps a connection busy a twentieth of the time. */
const TIMES = 20;
/** Milliseconds; nobody reads figures older than this. */
const LONGEST = 60_000;

interface Known<T> {
  readonly answer: Promise<T>;
  readonly begun: number;
  /** Unknown while it is being made. */
  until?: number;
}

/**
 * Answers that take long, given again for a while to all who may see the same. They must say themselves of when they are. In a
 * county nothing takes long enough: there each answer is new.
 */
export class CostlyAnswers<T> {
  readonly #known = new Map<string, Known<T>>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  of(key: string, make: () => Promise<T>): Promise<T> {
    const now = this.clock();
    for (const [one, { until }] of this.#known) if (until !== undefined && until <= now) this.#known.delete(one);
    const known = this.#known.get(key);
    // One under way is waited for when it has shown that it takes long; others may not know of what was just done.
    if (known && (known.until !== undefined || now - known.begun >= QUICK)) return known.answer;
    const made: Known<T> = { answer: make(), begun: now };
    this.#known.set(key, made);
    made.answer.then(
      () => {
        const done = this.clock();
        const took = done - now;
        made.until = took < QUICK ? done : done + Math.min(took * TIMES, LONGEST);
      },
      () => this.#known.get(key) === made && this.#known.delete(key),
    );
    return made.answer;
  }
}
