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
  /** Leaves that no checkpoint signs: they were not written by the platform. */
  | { readonly kind: 'unsigned'; readonly seq: number; readonly message: string }
  /** A signed checkpoint does not fit; `seq` is the first leaf that may be bad, after the last checkpoint that fits. */
  | { readonly kind: 'checkpoint'; readonly seq: number; readonly message: string };

export interface LogReport {
  readonly size: number;
  readonly checkpoints: number;
  readonly fault: LogFault | null;
}

/**
 * Computes a log again from its contents and compares with the recorded hashes and the signed checkpoints. Names the
 * first bad leaf. Checkpoints in order of size. Leaves and their checkpoint are written together, so none is without.
 */
export async function verifyLog(input: {
  readonly origin: string;
  readonly leaves: AsyncIterable<StoredLeaf> | Iterable<StoredLeaf>;
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly publicKeys: readonly string[];
  /** Checkpoints of this log that witnesses kept outside: the log must still hold them, whoever has the key. */
  readonly witnessed?: readonly SignedCheckpoint[];
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
    fault,
  });
  const witnesses = (input.witnessed ?? []).filter((one) => one.checkpoint.origin === input.origin);
  const contradicted = (): LogFault | undefined => {
    const against = witnesses.find(
      ({ checkpoint }) => checkpoint.size === frontier.size && checkpoint.root !== frontier.root(),
    );
    return (
      against && {
        kind: 'checkpoint',
        seq: 0,
        message: `前${frontier.size}条与外部见证的检查点（${against.checkpoint.at}）不符：日志被整段改写过。`,
      }
    );
  };
  const meet = (): LogFault | undefined => {
    while (pending[0] && pending[0].checkpoint.size === frontier.size) {
      const next = pending.shift()!;
      const { checkpoint } = next;
      const at = checkpoint.size;
      if (checkpoint.origin !== input.origin || !verifyCheckpoint(next, input.publicKeys)) {
        return {
          kind: 'checkpoint',
          seq: signed,
          message: `第${at}条处的检查点签名不符，检查点被改动或者不是本机构签发。`,
        };
      }
      if (checkpoint.previous !== (previous ? checkpointDigest(previous, hasher) : NO_PREVIOUS)) {
        return {
          kind: 'checkpoint',
          seq: signed,
          message: `第${at}条处的检查点与前一个检查点不相连，中间有检查点被删除或者改动。`,
        };
      }
      if (checkpoint.root !== frontier.root()) {
        return {
          kind: 'checkpoint',
          seq: signed,
          message: `第${signed}条至第${at - 1}条中有记录在签名之后改动过：根与第${at}条处签名的检查点不符。`,
        };
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
    const fault = meet() ?? contradicted();
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
  if (frontier.size > signed) {
    return report({
      kind: 'unsigned',
      seq: signed,
      message: `第${signed}条起的${frontier.size - signed}条没有签名的检查点：不是平台写入的。`,
    });
  }
  const beyond = witnesses.find(({ checkpoint }) => checkpoint.size > frontier.size);
  if (beyond) {
    return report({
      kind: 'missing',
      seq: frontier.size,
      message: `外部见证的检查点有${beyond.checkpoint.size}条，现在只有${frontier.size}条：第${frontier.size}条起被删除。`,
    });
  }
  return report(null);
}
