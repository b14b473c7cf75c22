import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonical,
  checkpointDigest,
  consistencyProof,
  consistencyRanges,
  type Digest,
  inclusionProof,
  inclusionRanges,
  keyId,
  leafHash,
  MerkleFrontier,
  NO_PREVIOUS,
  newSigningKey,
  type ProofBundle,
  portableHasher,
  rangeRoot,
  readNote,
  readNotes,
  rootOf,
  type SignedCheckpoint,
  type StoredLeaf,
  signCheckpoint,
  verifyBundle,
  verifyConsistency,
  verifyInclusion,
  verifyLog,
  writeNote,
  writeNotes,
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
  it('proves for logs of any size that every earlier log is the beginning of the later one, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(129), (size, cut) => {
        const first = 1 + (cut % size);
        const leaves = leavesOf(size);
        const root = rootOf(leaves, nodeHasher);
        const firstRoot = rootOf(leaves.slice(0, first), nodeHasher);
        const path = consistencyProof(first, leaves, nodeHasher);
        expect(verifyConsistency({ first, size, firstRoot, root, path }, nodeHasher)).toBe(true);
        const altered = rootOf([...leaves.slice(0, first - 1), leafHash('another', nodeHasher)], nodeHasher);
        expect(verifyConsistency({ first, size, firstRoot: altered, root, path }, nodeHasher)).toBe(false);
        if (path.length > 0)
          expect(verifyConsistency({ first, size, firstRoot, root, path: path.slice(1) }, nodeHasher)).toBe(false);
      }),
    );
  });
  it('needs only its right edge to append, also after a stop', () => {
    const leaves = leavesOf(100);
    let frontier = new MerkleFrontier(nodeHasher);
    leaves.forEach((leaf, index) => {
      if (index % 7 === 0) frontier = MerkleFrontier.resume(frontier.size, frontier.hashes, nodeHasher);
      frontier.append(leaf);
      expect(frontier.root()).toBe(rootOf(leaves.slice(0, index + 1), nodeHasher));
    });
    expect(() => MerkleFrontier.resume(5, ['a'], nodeHasher)).toThrow(RangeError);
  });
  it('makes every proof from complete subtrees alone, as a store keeps them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(199), (size, at) => {
        const nodes = new Map<string, Digest>();
        const leaves = leavesOf(size);
        const frontier = new MerkleFrontier(nodeHasher, (level, index, hash) => nodes.set(`${level}/${index}`, hash));
        leaves.forEach((leaf, index) => {
          nodes.set(`0/${index}`, leaf);
          frontier.append(leaf);
        });
        const root = (range: { start: number; end: number }) =>
          rangeRoot(range, (level, index) => nodes.get(`${level}/${index}`) ?? 'not kept', nodeHasher);
        expect(inclusionRanges(at % size, size).map(root)).toEqual(inclusionProof(at % size, leaves, nodeHasher));
        const first = 1 + (at % size);
        expect(consistencyRanges(first, size).map(root)).toEqual(consistencyProof(first, leaves, nodeHasher));
      }),
    );
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
  verifyLog({ origin, leaves, checkpoints, publicKeys: [key.publicKey], hasher: nodeHasher });

describe('a superuser who', () => {
  const { leaves, checkpoints } = logOf(20, 5);
  it('touches nothing is believed', async () => {
    expect(await check(leaves, checkpoints)).toMatchObject({ size: 20, fault: null });
  });
  it('changes a row is found at that leaf', async () => {
    const bad = leaves.map((leaf) =>
      leaf.seq === 7 ? { ...leaf, content: canonical({ event: 7, text: '改动' }) } : leaf,
    );
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'changed', seq: 7 });
  });
  it('changes a row and its hash is found after the last checkpoint that fits', async () => {
    const content = canonical({ event: 7, text: '改动' });
    const bad = leaves.map((leaf) =>
      leaf.seq === 7 ? { ...leaf, content, hash: leafHash(content, nodeHasher) } : leaf,
    );
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'checkpoint', seq: 5 });
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
    expect((await check(bad, checkpoints)).fault).toMatchObject({ kind: 'checkpoint', seq: 10 });
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
    ).toMatchObject({ kind: 'checkpoint', seq: 5 });
    const forged = signCheckpoint(checkpoints[2]!.checkpoint, newSigningKey());
    expect(
      (
        await check(
          leaves,
          checkpoints.map((one, index) => (index === 2 ? forged : one)),
        )
      ).fault,
    ).toMatchObject({ kind: 'checkpoint', seq: 10 });
  });
});

describe('beyond the database', () => {
  const { leaves, checkpoints } = logOf(20, 5);
  const appended = { seq: 20, hash: leafHash('{}', nodeHasher), content: '{}', label: '记录20' };
  it('a row appended without the platform is found: no checkpoint signs it', async () => {
    expect((await check([...leaves, appended], checkpoints)).fault).toMatchObject({ kind: 'unsigned', seq: 20 });
  });
  it('a log written anew by the holder of the key does not fit what a witness kept', async () => {
    const other = logOf(20, 5);
    const bad = other.leaves.map((leaf) =>
      leaf.seq === 2 ? { ...leaf, content: '{"event":2}', hash: leafHash('{"event":2}', nodeHasher) } : leaf,
    );
    const frontier = new MerkleFrontier(nodeHasher);
    const anew: SignedCheckpoint[] = [];
    for (const leaf of bad) {
      frontier.append(leaf.hash);
      if (frontier.size % 5 !== 0) continue;
      const previous = anew.at(-1) ? checkpointDigest(anew.at(-1)!.checkpoint) : NO_PREVIOUS;
      const checkpoint = {
        origin,
        size: frontier.size,
        root: frontier.root(),
        previous,
        at: '2024-10-09T01:12:00.000Z',
      };
      anew.push(signCheckpoint(checkpoint, key));
    }
    expect((await check(bad, anew)).fault).toBeNull();
    const verify = (witnessed: SignedCheckpoint[]) =>
      verifyLog({ origin, leaves: bad, checkpoints: anew, publicKeys: [key.publicKey], witnessed, hasher: nodeHasher });
    expect((await verify([checkpoints[1]!])).fault).toMatchObject({ kind: 'checkpoint' });
    expect((await verify([anew[1]!])).fault).toBeNull();
  });
  it('a log cut short together with its checkpoints does not hold what a witness kept', async () => {
    const report = await verifyLog({
      origin,
      leaves: leaves.slice(0, 10),
      checkpoints: checkpoints.slice(0, 2),
      publicKeys: [key.publicKey],
      witnessed: [checkpoints[3]!],
      hasher: nodeHasher,
    });
    expect(report.fault).toMatchObject({ kind: 'missing', seq: 10 });
  });
  it('goes on after the key was changed, as long as the old one is trusted for what it signed', async () => {
    const next = newSigningKey();
    const changed = checkpoints.map((one, index) => (index < 2 ? one : signCheckpoint(one.checkpoint, next)));
    const verify = (publicKeys: string[]) =>
      verifyLog({ origin, leaves, checkpoints: changed, publicKeys, hasher: nodeHasher });
    expect((await verify([key.publicKey, next.publicKey])).fault).toBeNull();
    expect((await verify([next.publicKey])).fault).toMatchObject({ kind: 'checkpoint', seq: 0 });
    expect(changed[3]!.key).toBe(keyId(next.publicKey));
  });
});

describe('a proof bundle', () => {
  const region = logOf(10, 10);
  const content = canonical({ format: 'fadu-leaf/1', documents: [{ digest: 'a'.repeat(64) }] });
  const hashes = region.leaves.map((leaf) => (leaf.seq === 4 ? leafHash(content, nodeHasher) : leaf.hash));
  const signed = (name: string, leaves: readonly Digest[]) =>
    signCheckpoint(
      {
        origin: name,
        size: leaves.length,
        root: rootOf(leaves, nodeHasher),
        previous: NO_PREVIOUS,
        at: '2024-10-09T01:12:00.000Z',
      },
      key,
    );
  const checkpoint = signed(origin, hashes);
  const notes = [...leavesOf(6), leafHash(writeNote(checkpoint), nodeHasher)];
  const bundle: ProofBundle = {
    format: 'fadu-proof/1',
    content,
    index: 4,
    path: inclusionProof(4, hashes, nodeHasher),
    checkpoint,
    province: {
      index: 6,
      path: inclusionProof(6, notes, nodeHasher),
      checkpoint: signed('fadu/220000/checkpoints', notes),
    },
    publicKey: key.publicKey,
  };
  const trust = { keys: [key.publicKey] };
  it('verifies without server or database, from the leaf to the log of the province', () => {
    const read = JSON.parse(JSON.stringify(bundle)) as ProofBundle;
    expect(verifyBundle(read, trust)).toMatchObject({ genuine: true });
    expect(verifyBundle(read, trust).message).toContain('2024年10月9日9时12分前已存证');
  });
  it('tells whether a file is the document of the record', () => {
    expect(verifyBundle(bundle, { ...trust, document: 'a'.repeat(64) }).genuine).toBe(true);
    expect(verifyBundle(bundle, { ...trust, document: 'b'.repeat(64) }).genuine).toBe(false);
  });
  it('fails when content, place, checkpoint, province or key is another', () => {
    const altered: ProofBundle[] = [
      { ...bundle, content: bundle.content.replace('aaa', 'bbb') },
      { ...bundle, index: 5 },
      { ...bundle, checkpoint: { ...checkpoint, checkpoint: { ...checkpoint.checkpoint, size: 11 } } },
      { ...bundle, province: { ...bundle.province, index: 5 } },
      { ...bundle, province: { ...bundle.province, checkpoint } },
      { ...bundle, publicKey: newSigningKey().publicKey },
    ];
    for (const one of altered) expect(verifyBundle(one, trust).genuine).toBe(false);
    expect(verifyBundle(bundle, { keys: [newSigningKey().publicKey] }).genuine).toBe(false);
  });
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(bundle)), (value, part) => {
        expect(verifyBundle({ ...bundle, [part]: value } as unknown as ProofBundle, trust).genuine).toBe(false);
      }),
    );
    expect(verifyBundle(null as unknown as ProofBundle).genuine).toBe(false);
  });
});

it('reads back the notes of checkpoints, and nothing else', () => {
  const { checkpoints } = logOf(10, 5);
  expect(readNote(writeNote(checkpoints[0]!))).toEqual(checkpoints[0]);
  expect(readNote('anything')).toBeUndefined();
  expect(readNotes(writeNotes(checkpoints))).toEqual(checkpoints);
  expect(readNotes(`${writeNotes(checkpoints)}\nanything`)).toBeUndefined();
});

it('has an entry for browsers that needs nothing of Node', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  for (const file of readdirSync(import.meta.dirname).filter((name) => !/^node\.ts$|\.test\.ts$/.test(name)))
    expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8'), file).not.toMatch(/from 'node:|\.\/node\.js/);
});
