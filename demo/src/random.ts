/** A row of numbers that is the same for the same seed (mulberry32): the demonstration is the same every time. */
export class Random {
  private state: number;

  constructor(seed: string) {
    let hash = 2166136261;
    for (const sign of seed) hash = Math.imul(hash ^ sign.codePointAt(0)!, 16777619);
    this.state = hash >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  shuffled<T>(values: readonly T[]): T[] {
    const row = [...values];
    for (let index = row.length - 1; index > 0; index -= 1) {
      const other = this.between(0, index);
      [row[index], row[other]] = [row[other]!, row[index]!];
    }
    return row;
  }
}
