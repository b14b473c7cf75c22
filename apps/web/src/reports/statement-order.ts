/** How the statements of a chapter stand, by the codes of their indicators. */
export interface Order {
  readonly order: readonly string[];
  readonly leftOut: readonly string[];
}

/** One statement at another place, from 0; places outside are the nearest within. */
export function moved({ order, leftOut }: Order, code: string, to: number): Order {
  const rest = order.filter((one) => one !== code);
  const at = Math.min(Math.max(to, 0), rest.length);
  return { order: [...rest.slice(0, at), code, ...rest.slice(at)], leftOut };
}

/** Not written into the report. */
export const without = ({ order, leftOut }: Order, code: string): Order => ({
  order: order.filter((one) => one !== code),
  leftOut: [...leftOut, code],
});

/** Written again, at the end. */
export const putBack = ({ order, leftOut }: Order, code: string): Order => ({
  order: [...order, code],
  leftOut: leftOut.filter((one) => one !== code),
});

export const sameOrder = (one: Order, two: Order): boolean =>
  one.order.join() === two.order.join() && one.leftOut.toSorted().join() === two.leftOut.toSorted().join();

/** The place under a pointer, from the middles of the rows (px, top to bottom). */
export const placeAt = (middles: readonly number[], y: number): number => {
  const below = middles.findIndex((middle) => y < middle);
  return below < 0 ? middles.length - 1 : below;
};
