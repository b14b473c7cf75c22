import type { MatterRecord } from './projection.js';

/** Enough for those at work in a province's busy hour; some 10 kB each. */
const MOST = 2000;

/**
 * The matters this process last saw, those loaded or written longest ago forgotten first. A record never changes for its revision, so
 * one of them is either the current one or known by its revision to be old.
 */
export class RecentMatters {
  readonly #records = new Map<string, MatterRecord>();

  get(id: string): MatterRecord | undefined {
    return this.#records.get(id);
  }

  put(record: MatterRecord): void {
    this.#records.delete(record.id);
    this.#records.set(record.id, record);
    if (this.#records.size <= MOST) return;
    const [oldest] = this.#records.keys();
    this.#records.delete(oldest!);
  }
}
