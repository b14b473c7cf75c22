import { type Digest, emptyRoot, type Hasher, nodeHash, portableHasher } from './hash.js';

/** Hash of the complete subtree of 2^level leaves that is the index-th of its size. */
export type Node = (level: number, index: number) => Digest;

/**
 * The Merkle tree of RFC 6962 §2.1 over leaf hashes. Only its right edge is kept (one hash for each bit of the size), so
 * a log of any length appends in memory that does not grow.
 */
export class MerkleFrontier {
  private edge: { readonly size: number; readonly hash: Digest }[] = [];
  private leaves = 0;

  /** @param onNode told of every complete subtree as it is completed, leaves themselves excepted. */
  constructor(
    private readonly hasher: Hasher = portableHasher,
    private readonly onNode?: (level: number, index: number, hash: Digest) => void,
  ) {}

  /** Goes on from a kept edge. Whether it is the right one tells the root. @throws RangeError when it fits no log of that size. */
  static resume(
    size: number,
    edge: readonly Digest[],
    hasher: Hasher = portableHasher,
    onNode?: (level: number, index: number, hash: Digest) => void,
  ): MerkleFrontier {
    const frontier = new MerkleFrontier(hasher, onNode);
    const sizes = completeSizes(size);
    if (sizes.length !== edge.length) throw new RangeError(`an edge of ${edge.length} does not fit a log of ${size}`);
    frontier.leaves = size;
    frontier.edge = sizes.map((one, index) => ({ size: one, hash: edge[index]! }));
    return frontier;
  }

  get size(): number {
    return this.leaves;
  }

  /** Hashes of the right edge, largest subtree first. */
  get hashes(): Digest[] {
    return this.edge.map((one) => one.hash);
  }

  append(leaf: Digest): void {
    this.leaves += 1;
    let node = { size: 1, hash: leaf };
    for (let last = this.edge.at(-1), level = 1; last && last.size === node.size; last = this.edge.at(-1), level += 1) {
      this.edge.pop();
      node = { size: node.size * 2, hash: nodeHash(last.hash, node.hash, this.hasher) };
      this.onNode?.(level, this.leaves / node.size - 1, node.hash);
    }
    this.edge.push(node);
  }

  root(): Digest {
    const last = this.edge.at(-1);
    if (!last) return emptyRoot(this.hasher);
    return this.edge.slice(0, -1).reduceRight((right, left) => nodeHash(left.hash, right, this.hasher), last.hash);
  }
}

/** Sizes of the complete subtrees a log consists of: the bits of its size. */
function completeSizes(size: number): number[] {
  const sizes: number[] = [];
  for (let rest = size, bit = 2 ** Math.floor(Math.log2(Math.max(size, 1))); bit >= 1; bit /= 2) {
    if (rest < bit) continue;
    sizes.push(bit);
    rest -= bit;
  }
  return sizes;
}

/** Root of the whole list. */
export function rootOf(leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest {
  const frontier = new MerkleFrontier(hasher);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

/** The largest power of two below n (n ≥ 2): where the tree splits. */
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

/** Leaves from `start` (inclusive) to `end` (exclusive). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The ranges whose roots are the inclusion proof of leaf `index` in a log of `size`, from the leaf up.
 * @throws RangeError when there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`no leaf ${index} in a log of ${size}`);
  const ranges: Range[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + split(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose roots prove that the log of `first` leaves is the beginning of the log of `size` (RFC 6962 §2.1.2). */
export function consistencyRanges(first: number, size: number): Range[] {
  if (!Number.isSafeInteger(first) || first < 1 || first > size)
    throw new RangeError(`no log of ${first} within ${size}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  // Going down the tree to where the smaller log ends; `whole`: only ever to the left, so its root is known anyway.
  let whole = true;
  while (first !== end) {
    const middle = start + split(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  if (!whole) ranges.push({ start, end });
  return ranges.reverse();
}

/** The complete subtrees a range of a proof consists of: as `Node` names them. */
export function nodesOf({ start, end }: Range): { readonly level: number; readonly index: number }[] {
  const nodes: { level: number; index: number }[] = [];
  for (let at = start; at < end; ) {
    const size = 2 ** Math.floor(Math.log2(end - at));
    nodes.push({ level: Math.log2(size), index: at / size });
    at += size;
  }
  return nodes;
}

/** Root of a range of a proof, from complete subtrees. */
export function rangeRoot(range: Range, node: Node, hasher: Hasher = portableHasher): Digest {
  const hashes = nodesOf(range).map(({ level, index }) => node(level, index));
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hasher), hashes.at(-1)!);
}

const over =
  (leaves: readonly Digest[], hasher: Hasher) =>
  ({ start, end }: Range): Digest =>
    rootOf(leaves.slice(start, end), hasher);

/** Inclusion proof of leaf `index` in the tree over `leaves`: sibling hashes from the leaf up. */
export const inclusionProof = (index: number, leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest[] =>
  inclusionRanges(index, leaves.length).map(over(leaves, hasher));

/** Proof that the log of `first` leaves is the beginning of the log of all `leaves`. */
export const consistencyProof = (first: number, leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest[] =>
  consistencyRanges(first, leaves.length).map(over(leaves, hasher));

/** Whether the proof leads from the leaf to the root. Never throws: a malformed proof is a wrong one. */
export function verifyInclusion(
  proof: {
    readonly index: number;
    readonly size: number;
    readonly leaf: Digest;
    readonly path: readonly Digest[];
    readonly root: Digest;
  },
  hasher: Hasher = portableHasher,
): boolean {
  const { index, size, leaf, path, root } = proof;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (![leaf, root, ...path].every(isDigest)) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash, hasher);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling, hasher);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash === root;
}

/** Whether the log with `firstRoot` is the beginning of the log with `root` (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  proof: {
    readonly first: number;
    readonly size: number;
    readonly firstRoot: Digest;
    readonly root: Digest;
    readonly path: readonly Digest[];
  },
  hasher: Hasher = portableHasher,
): boolean {
  const { first, size, firstRoot, root } = proof;
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(size) || first < 1 || first > size) return false;
  if (![firstRoot, root, ...proof.path].every(isDigest)) return false;
  if (first === size) return proof.path.length === 0 && firstRoot === root;
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof.path] : [...proof.path];
  let at = first - 1;
  let last = size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  const start = path.shift();
  if (start === undefined) return false;
  let before = start;
  let now = start;
  for (const node of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(node, before, hasher);
      now = nodeHash(node, now, hasher);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      now = nodeHash(now, node, hasher);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && before === firstRoot && now === root;
}

const isPowerOfTwo = (n: number): boolean => n >= 1 && 2 ** Math.round(Math.log2(n)) === n;
const isDigest = (text: string): boolean => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
