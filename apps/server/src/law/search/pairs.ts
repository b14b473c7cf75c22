/** Pairs are told apart by so many numbers. */
const NUMBERS = 1 << 16;

/**
 * Which two characters follow each other in some texts: of most questions it tells without a search that none of the texts
 * is in them, or they in none of the texts. Two pairs may share a number, and then it does not.
 */
export class Pairs {
  private readonly seen = new Uint8Array(NUMBERS);

  add(text: string): void {
    for (let second = 1; second < text.length; second += 1) this.seen[numberOf(text, second)] = 1;
  }

  /** False: at least one pair of the text is in none. */
  mayHaveAll(text: string): boolean {
    for (let second = 1; second < text.length; second += 1) if (this.seen[numberOf(text, second)] === 0) return false;
    return true;
  }

  /** False: no pair of the text is in any. */
  mayHaveAny(text: string): boolean {
    for (let second = 1; second < text.length; second += 1) if (this.seen[numberOf(text, second)] === 1) return true;
    return false;
  }
}

const numberOf = (text: string, second: number): number =>
  (text.charCodeAt(second - 1) * 31 + text.charCodeAt(second)) % NUMBERS;
