/** Within this distance of an edge (px) the page moves along. */
const NEAR = 64;
/** Of one frame, at the edge and beyond it (px). */
const FASTEST = 16;

/**
 * How far the page moves in one frame (px, down positive) while something is held at `y`, where it is seen from `top` to
 * `bottom`: nothing in the middle, faster towards an edge.
 */
export function edgeStep(y: number, top: number, bottom: number): number {
  const near = Math.min(NEAR, (bottom - top) / 4);
  if (near <= 0) return 0;
  const [over, under] = [Math.min(1, (top + near - y) / near), Math.min(1, (y - (bottom - near)) / near)];
  if (over > 0) return -Math.ceil(over * FASTEST);
  return under > 0 ? Math.ceil(under * FASTEST) : 0;
}
