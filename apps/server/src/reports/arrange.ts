/** The order of the statements of a chapter, as a person put them, and those that are not written into it. */
export interface Arrangement {
  /** Codes of indicators. */
  readonly order: readonly string[];
  readonly leftOut: readonly string[];
  /** Told as a movement, 由…下降至…, where both years are known; the others by the difference. */
  readonly movements: readonly string[];
}

/**
 * Items in the order a person gave them. What the order does not know, since it came later, stands after what it follows
 * in the outline.
 */
export function arranged<T extends { readonly code: string }>(items: readonly T[], order: readonly string[]): T[] {
  const there = new Map(items.map((item) => [item.code, item]));
  const known = new Set(order);
  const result = order.flatMap((code) => there.get(code) ?? []);
  items.forEach((item, index) => {
    if (known.has(item.code)) return;
    const before = items[index - 1];
    const at = before === undefined ? 0 : result.findIndex(({ code }) => code === before.code) + 1;
    result.splice(at, 0, item);
  });
  return result;
}
