import { type Digest, emptyRoot, type Hasher, nodeHash, portableHasher } from './hash.js';

/**
 * The Merkle tree of RFC 6962 §2.1 over leaf hashes. Only its right edge is kept (one hash for each bit of the size), so
 * a log of any length appends in memory that does not grow.
 */
export class MerkleFrontier {
  private edge: { readonly size: number; readonly hash: Digest }[] = [];
  private leaves = 0;

  constructor(private readonly hasher: Hasher = portableHasher) {}

  get size(): number {
    return this.leaves;
  }

  append(leaf: Digest): void {
    this.leaves += 1;
    let node = { size: 1, hash: leaf };
    for (let last = this.edge.at(-1); last && last.size === node.size; last = this.edge.at(-1)) {
      this.edge.pop();
      node = { size: node.size * 2, hash: nodeHash(last.hash, node.hash, this.hasher) };
    }
    this.edge.push(node);
  }

  root(): Digest {
    const last = this.edge.at(-1);
    if (!last) return emptyRoot(this.hasher);
    return this.edge.slice(0, -1).reduceRight((right, left) => nodeHash(left.hash, right, this.hasher), last.hash);
  }
}

/** Root of the whole list. */
export function rootOf(leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest {
  const frontier = new MerkleFrontier(hasher);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

/** The largest power of two below n (n ≥ 2): where the tree splits. */
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

/**
 * Inclusion proof of leaf `index` in the tree over `leaves`: sibling hashes from the leaf up.
 * @throws RangeError when there is no such leaf.
 */
export function inclusionProof(index: number, leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`no leaf ${index} in a log of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const middle = split(leaves.length);
  return index < middle
    ? [...inclusionProof(index, leaves.slice(0, middle), hasher), rootOf(leaves.slice(middle), hasher)]
    : [...inclusionProof(index - middle, leaves.slice(middle), hasher), rootOf(leaves.slice(0, middle), hasher)];
}

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

/** Proof that the log of `first` leaves is the beginning of the log of all `leaves` (RFC 6962 §2.1.2). */
export function consistencyProof(first: number, leaves: readonly Digest[], hasher: Hasher = portableHasher): Digest[] {
  if (!Number.isInteger(first) || first < 1 || first > leaves.length)
    throw new RangeError(`no log of ${first} within ${leaves.length}`);
  return subproof(first, leaves, true, hasher);
}

function subproof(first: number, leaves: readonly Digest[], whole: boolean, hasher: Hasher): Digest[] {
  if (first === leaves.length) return whole ? [] : [rootOf(leaves, hasher)];
  const middle = split(leaves.length);
  return first <= middle
    ? [...subproof(first, leaves.slice(0, middle), whole, hasher), rootOf(leaves.slice(middle), hasher)]
    : [...subproof(first - middle, leaves.slice(middle), false, hasher), rootOf(leaves.slice(0, middle), hasher)];
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
