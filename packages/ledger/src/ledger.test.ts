import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  checkpointDigest,
  consistencyProof,
  type Digest,
  inclusionProof,
  leafHash,
  MerkleFrontier,
  NO_PREVIOUS,
  newSigningKey,
  type ProofBundle,
  portableHasher,
  readNote,
  rootOf,
  type SignedCheckpoint,
  type StoredLeaf,
  signCheckpoint,
  verifyBundle,
  verifyConsistency,
  verifyInclusion,
  verifyLog,
  writeNote,
} from './index.js';
import { nodeHasher } from './node.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const key = newSigningKey();
const origin = 'fadu/220800';

describe('SM3 (GB/T 32905, example 1 and 2)', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s', (text, expected) => {
    expect(portableHasher(bytes(text))).toBe(expected);
    expect(nodeHasher(bytes(text))).toBe(expected);
  });
});

it('writes JSON in one form only (RFC 8785)', () => {
  expect(canonical({ b: 1, a: ['案', null, 1.0] })).toBe('{"a":["案",null,1],"b":1}');
});

const leavesOf = (count: number): Digest[] =>
  Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`, nodeHasher));

describe('the tree (RFC 6962)', () => {
  it('proves every leaf of every log, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(69), fc.nat(69), (size, a, b) => {
        const leaves = leavesOf(size);
        const [index, other] = [a % size, b % size];
        const root = rootOf(leaves, nodeHasher);
        const path = inclusionProof(index, leaves, nodeHasher);
        expect(verifyInclusion({ index, size, leaf: leaves[index]!, path, root }, nodeHasher)).toBe(true);
        if (other !== index)
          expect(verifyInclusion({ index, size, leaf: leaves[other]!, path, root }, nodeHasher)).toBe(false);
        if (size > 1)
          expect(verifyInclusion({ index, size, leaf: leaves[index]!, path: path.slice(1), root }, nodeHasher)).toBe(
            false,
          );
      }),
    );
  });
  it('proves that every earlier log is the beginning of the later one', () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = leavesOf(size);
      const root = rootOf(leaves, nodeHasher);
      for (let first = 1; first <= size; first += 1) {
        const firstRoot = rootOf(leaves.slice(0, first), nodeHasher);
        const path = consistencyProof(first, leaves, nodeHasher);
        expect(verifyConsistency({ first, size, firstRoot, root, path }, nodeHasher)).toBe(true);
        expect(
          verifyConsistency(
            { first, size, firstRoot: leaves[0] === firstRoot ? root : leaves[0]!, root, path },
            nodeHasher,
          ),
        ).toBe(first === size && size === 1 && leaves[0] === root);
      }
    }
  });
  it('needs only its right edge to append', () => {
    const frontier = new MerkleFrontier(nodeHasher);
    const leaves = leavesOf(100);
    leaves.forEach((leaf, index) => {
      frontier.append(leaf);
      expect(frontier.root()).toBe(rootOf(leaves.slice(0, index + 1), nodeHasher));
    });
  });
});

function logOf(count: number, every: number): { leaves: StoredLeaf[]; checkpoints: SignedCheckpoint[] } {
  const leaves: StoredLeaf[] = [];
  const checkpoints: SignedCheckpoint[] = [];
  const frontier = new MerkleFrontier(nodeHasher);
  for (let seq = 0; seq < count; seq += 1) {
    const content = canonical({ event: seq, text: `第${seq}条` });
    const hash = leafHash(content, nodeHasher);
    leaves.push({ seq, hash, content, label: `记录${seq}` });
    frontier.append(hash);
    if ((seq + 1) % every === 0) {
      const last = checkpoints.at(-1);
      const previous = last ? checkpointDigest(last.checkpoint) : NO_PREVIOUS;
      checkpoints.push(
        signCheckpoint({ origin, size: seq + 1, root: frontier.root(), previous, at: '2024-10-09T01:12:00.000Z' }, key),
      );
    }
  }
  return { leaves, checkpoints };
}
const check = (leaves: StoredLeaf[], checkpoints: SignedCheckpoint[]) =>
  verifyLog({ origin, leaves, checkpoints, publicKey: key.publicKey, hasher: nodeHasher });

describe('a superuser who', () => {
  const { leaves, checkpoints } = logOf(20, 5);
  it('touches nothing is believed', async () => {
    expect(await check(leaves, checkpoints)).toMatchObject({ size: 20, unsigned: 0, fault: null });
  });
  it('changes a row is found at that leaf', async () => {
    const bad = leaves.map((leaf) =>
      leaf.seq === 7 ? { ...leaf, content: canonical({ event: 7, text: '改动' }) } : leaf,
    );
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'changed', seq: 7 });
  });
  it('changes a row and its hash is found at the next checkpoint', async () => {
    const content = canonical({ event: 7, text: '改动' });
    const bad = leaves.map((leaf) =>
      leaf.seq === 7 ? { ...leaf, content, hash: leafHash(content, nodeHasher) } : leaf,
    );
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'checkpoint', seq: 10 });
  });
  it('deletes a row is found there, also at the end', async () => {
    expect(
      (
        await check(
          leaves.filter((leaf) => leaf.seq !== 3),
          checkpoints,
        )
      ).fault,
    ).toMatchObject({ kind: 'missing', seq: 3 });
    expect((await check(leaves.slice(0, 18), checkpoints)).fault).toMatchObject({ kind: 'missing', seq: 18 });
    expect(
      (
        await check(
          leaves.map((leaf) => (leaf.seq === 4 ? { ...leaf, content: null } : leaf)),
          checkpoints,
        )
      ).fault,
    ).toMatchObject({ kind: 'missing', seq: 4 });
  });
  it('swaps two rows is found at the first', async () => {
    const bad = leaves.map((leaf) =>
      leaf.seq === 11 ? { ...leaves[12]!, seq: 11 } : leaf.seq === 12 ? { ...leaves[11]!, seq: 12 } : leaf,
    );
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'checkpoint', seq: 15 });
    const contents = leaves.map((leaf) => (leaf.seq === 11 ? { ...leaf, content: leaves[12]!.content } : leaf));
    expect((await check(contents, checkpoints)).fault).toMatchObject({ kind: 'changed', seq: 11 });
  });
  it('inserts a copy is found there', async () => {
    const bad = [
      ...leaves.slice(0, 6),
      { ...leaves[2]!, seq: 6 },
      ...leaves.slice(6).map((leaf) => ({ ...leaf, seq: leaf.seq + 1 })),
    ];
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'reordered', seq: 6 });
  });
  it('removes or forges a checkpoint is found', async () => {
    expect(
      (
        await check(
          leaves,
          checkpoints.filter((_, index) => index !== 1),
        )
      ).fault,
    ).toMatchObject({ kind: 'checkpoint', seq: 15 });
    const forged = signCheckpoint(checkpoints[2]!.checkpoint, newSigningKey());
    expect(
      (
        await check(
          leaves,
          checkpoints.map((one, index) => (index === 2 ? forged : one)),
        )
      ).fault,
    ).toMatchObject({ kind: 'checkpoint', seq: 15 });
  });
});

describe('a proof bundle', () => {
  const { leaves, checkpoints } = logOf(10, 10);
  const bundle: ProofBundle = {
    format: 'fadu-proof/1',
    content: leaves[4]!.content!,
    index: 4,
    path: inclusionProof(
      4,
      leaves.map((leaf) => leaf.hash),
      nodeHasher,
    ),
    checkpoint: checkpoints[0]!,
    publicKey: key.publicKey,
  };
  it('verifies without server or database', () => {
    expect(verifyBundle(JSON.parse(JSON.stringify(bundle)) as ProofBundle, key.publicKey).genuine).toBe(true);
  });
  it('fails when content, place, checkpoint or key is another', () => {
    expect(verifyBundle({ ...bundle, content: bundle.content.replace('4', '5') }).genuine).toBe(false);
    expect(verifyBundle({ ...bundle, index: 5 }).genuine).toBe(false);
    expect(
      verifyBundle({
        ...bundle,
        checkpoint: { ...bundle.checkpoint, checkpoint: { ...bundle.checkpoint.checkpoint, size: 11 } },
      }).genuine,
    ).toBe(false);
    expect(verifyBundle(bundle, newSigningKey().publicKey).genuine).toBe(false);
  });
});

it('reads back the note of a checkpoint, and nothing else', () => {
  const { checkpoints } = logOf(5, 5);
  expect(readNote(writeNote(checkpoints[0]!))).toEqual(checkpoints[0]);
  expect(readNote('anything')).toBeUndefined();
});
