import {
  type Checkpoint,
  checkpointDigest,
  NO_PREVIOUS,
  type SignedCheckpoint,
  verifyCheckpoint,
} from './checkpoint.js';
import { type Digest, type Hasher, leafHash, portableHasher } from './hash.js';
import { MerkleFrontier } from './merkle.js';

/** One leaf as the store has it: its place, the hash recorded, and the content it was made from; null when the content is gone. */
export interface StoredLeaf {
  /** 0, 1, 2 … without holes. */
  readonly seq: number;
  readonly hash: Digest;
  /** Canonical JSON of the event as it stands now. */
  readonly content: string | null;
  /** What a person calls it: which matter, which event. */
  readonly label: string;
}

export type LogFault =
  | { readonly kind: 'missing'; readonly seq: number; readonly message: string }
  | { readonly kind: 'changed'; readonly seq: number; readonly message: string }
  | { readonly kind: 'reordered'; readonly seq: number; readonly message: string }
  | { readonly kind: 'checkpoint'; readonly seq: number; readonly message: string };

export interface LogReport {
  readonly size: number;
  readonly checkpoints: number;
  /** Leaves after the last checkpoint: hashed, but signed by none yet. */
  readonly unsigned: number;
  readonly fault: LogFault | null;
}

/**
 * Computes a log again from its contents and compares with the recorded hashes and the signed checkpoints. Names the
 * first bad leaf. Checkpoints in order of size; those kept outside the database may be given instead of the stored ones.
 */
export async function verifyLog(input: {
  readonly origin: string;
  readonly leaves: AsyncIterable<StoredLeaf> | Iterable<StoredLeaf>;
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly publicKey: string;
  readonly hasher?: Hasher;
}): Promise<LogReport> {
  const hasher = input.hasher ?? portableHasher;
  const frontier = new MerkleFrontier(hasher);
  const pending = [...input.checkpoints];
  const seen = new Map<Digest, number>();
  let previous: Checkpoint | undefined;
  let signed = 0;
  const report = (fault: LogFault | null): LogReport => ({
    size: frontier.size,
    checkpoints: input.checkpoints.length,
    unsigned: frontier.size - signed,
    fault,
  });
  const meet = (): LogFault | undefined => {
    while (pending[0] && pending[0].checkpoint.size === frontier.size) {
      const next = pending.shift()!;
      const { checkpoint } = next;
      const at = checkpoint.size;
      if (checkpoint.origin !== input.origin || !verifyCheckpoint(next, input.publicKey)) {
        return {
          kind: 'checkpoint',
          seq: at,
          message: `第${at}条处的检查点签名不符，检查点被改动或者不是本机构签发。`,
        };
      }
      if (checkpoint.previous !== (previous ? checkpointDigest(previous, hasher) : NO_PREVIOUS)) {
        return {
          kind: 'checkpoint',
          seq: at,
          message: `第${at}条处的检查点与前一个检查点不相连，中间有检查点被删除或者改动。`,
        };
      }
      if (checkpoint.root !== frontier.root()) {
        return { kind: 'checkpoint', seq: at, message: `前${at}条的根与签名的检查点不符：记录在签名之后整段改动过。` };
      }
      previous = checkpoint;
      signed = at;
    }
    return undefined;
  };
  const early = meet();
  if (early) return report(early);
  for await (const leaf of input.leaves) {
    const expected = frontier.size;
    if (leaf.seq !== expected) {
      return report({
        kind: 'missing',
        seq: expected,
        message: `缺少第${expected}条，其后是第${leaf.seq}条：有记录被删除。`,
      });
    }
    if (leaf.content === null) {
      return report({
        kind: 'missing',
        seq: leaf.seq,
        message: `第${leaf.seq}条（${leaf.label}）的内容不存在：记录被删除。`,
      });
    }
    const hash = leafHash(leaf.content, hasher);
    if (hash !== leaf.hash) {
      return report({
        kind: 'changed',
        seq: leaf.seq,
        message: `第${leaf.seq}条（${leaf.label}）的内容与存证不符：记录被改动。`,
      });
    }
    const twin = seen.get(hash);
    if (twin !== undefined) {
      return report({
        kind: 'reordered',
        seq: leaf.seq,
        message: `第${leaf.seq}条（${leaf.label}）与第${twin}条相同：记录被重复插入。`,
      });
    }
    seen.set(hash, leaf.seq);
    frontier.append(hash);
    const fault = meet();
    if (fault) return report(fault);
  }
  const unmet = pending[0];
  if (unmet) {
    return report({
      kind: 'missing',
      seq: frontier.size,
      message: `签名的检查点有${unmet.checkpoint.size}条，现在只有${frontier.size}条：第${frontier.size}条起被删除。`,
    });
  }
  return report(null);
}
