/**
 * Offsets in Unicode characters, as the printed forms give them. Inside the package offsets count UTF-16 code units, so
 * that `source.slice(start, end)` works; the two differ only after a character outside the basic plane (𬬭, 𫔰 …).
 */
export class CharacterOffsets {
  /** Code-unit offsets of the second halves of astral characters, ascending; empty for nearly every text. */
  readonly #seconds: readonly number[];

  constructor(text: string) {
    const seconds: number[] = [];
    const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;
    for (let found = pairs.exec(text); found !== null; found = pairs.exec(text)) seconds.push(found.index + 1);
    this.#seconds = seconds;
  }

  /** Characters before a code-unit offset. */
  of(offset: number): number {
    const seconds = this.#seconds;
    if (seconds.length === 0 || offset <= seconds[0]!) return offset;
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (seconds[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
