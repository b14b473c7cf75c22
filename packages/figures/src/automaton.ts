/**
 * Aho–Corasick over a fixed set of terms: every occurrence of every term in one pass over a sentence. Transitions are a
 * dense table over the characters that occur in terms; all others fall back to the root.
 */
export class Automaton {
  private readonly alphabet = new Uint16Array(65536);
  private readonly next: Int32Array;
  private readonly width: number;
  /** Terms that end in a state: first into `chain`, linked by state. */
  private readonly outputs: (readonly number[] | null)[];

  constructor(readonly terms: readonly string[]) {
    let letters = 1;
    for (const term of terms) {
      for (let index = 0; index < term.length; index += 1) {
        const code = term.charCodeAt(index);
        if (this.alphabet[code] === 0) this.alphabet[code] = letters++;
      }
    }
    this.width = letters;
    const states = 1 + terms.reduce((sum, term) => sum + term.length, 0);
    this.next = new Int32Array(states * letters);
    const own: number[][] = [[]];
    let count = 1;
    terms.forEach((term, id) => {
      let state = 0;
      for (let index = 0; index < term.length; index += 1) {
        const slot = state * letters + this.alphabet[term.charCodeAt(index)]!;
        if (this.next[slot] === 0) {
          this.next[slot] = count;
          own[count++] = [];
        }
        state = this.next[slot]!;
      }
      own[state]!.push(id);
    });
    this.outputs = new Array(count).fill(null);
    const fail = new Int32Array(count);
    const queue: number[] = [];
    for (let letter = 1; letter < letters; letter += 1) if (this.next[letter] !== 0) queue.push(this.next[letter]!);
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head]!;
      const inherited = this.outputs[fail[state]!];
      const all = inherited == null ? own[state]! : [...own[state]!, ...inherited];
      this.outputs[state] = all.length === 0 ? null : all;
      for (let letter = 1; letter < letters; letter += 1) {
        const slot = state * letters + letter;
        const child = this.next[slot]!;
        if (child === 0) this.next[slot] = this.next[fail[state]! * letters + letter]!;
        else {
          fail[child] = this.next[fail[state]! * letters + letter]!;
          queue.push(child);
        }
      }
    }
  }

  /** Calls `found(term id, end offset)` for each occurrence that ends in [from, to). */
  scan(text: string, from: number, to: number, found: (id: number, end: number) => void): void {
    let state = 0;
    for (let index = from; index < to; index += 1) {
      const letter = this.alphabet[text.charCodeAt(index)]!;
      if (letter === 0) {
        state = 0;
        continue;
      }
      state = this.next[state * this.width + letter]!;
      const out = this.outputs[state];
      if (out !== null && out !== undefined) for (const id of out) found(id, index + 1);
    }
  }
}
