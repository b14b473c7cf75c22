/** How the statements of a chapter stand, by the codes of their indicators. */
export interface Order {
  readonly order: readonly string[];
  readonly leftOut: readonly string[];
  /** Told as 由…下降至…. */
  readonly movements: readonly string[];
}

/** One statement at another place, from 0; places outside are the nearest within. */
export function moved({ order, ...others }: Order, code: string, to: number): Order {
  const rest = order.filter((one) => one !== code);
  const at = Math.min(Math.max(to, 0), rest.length);
  return { order: [...rest.slice(0, at), code, ...rest.slice(at)], ...others };
}

/** Not written into the report. */
export const without = ({ order, leftOut, movements }: Order, code: string): Order => ({
  order: order.filter((one) => one !== code),
  leftOut: [...leftOut, code],
  movements: movements.filter((one) => one !== code),
});

/** Told the other way: as a movement, or by the difference. */
export const reworded = ({ movements, ...others }: Order, code: string): Order => ({
  ...others,
  movements: movements.includes(code) ? movements.filter((one) => one !== code) : [...movements, code],
});

/** Written again, at the end. */
export const putBack = ({ order, leftOut, movements }: Order, code: string): Order => ({
  order: [...order, code],
  leftOut: leftOut.filter((one) => one !== code),
  movements,
});

export const sameOrder = (one: Order, two: Order): boolean =>
  one.order.join() === two.order.join() &&
  one.leftOut.toSorted().join() === two.leftOut.toSorted().join() &&
  one.movements.toSorted().join() === two.movements.toSorted().join();

/** The place under a pointer, from the middles of the rows (px, top to bottom). */
export const placeAt = (middles: readonly number[], y: number): number => {
  const below = middles.findIndex((middle) => y < middle);
  return below < 0 ? middles.length - 1 : below;
};
