import { type SignedCheckpoint, verifyCheckpoint } from './checkpoint.js';
import { type Digest, type Hasher, leafHash, portableHasher } from './hash.js';
import { verifyInclusion } from './merkle.js';

/** Everything needed to verify one record without server or database. */
export interface ProofBundle {
  readonly format: 'fadu-proof/1';
  /** Canonical JSON of the event: holds document digests, and of personal data only salted digests. */
  readonly content: string;
  readonly index: number;
  readonly path: readonly Digest[];
  readonly checkpoint: SignedCheckpoint;
  readonly publicKey: string;
}

export interface BundleVerdict {
  readonly genuine: boolean;
  /** In Chinese, for people. */
  readonly message: string;
}

/**
 * Verifies a bundle offline. The public key in the bundle says who claims to have signed; whether to believe that key is
 * for the verifier to decide: give the one published by the organ as `trustedKey`.
 */
export function verifyBundle(bundle: ProofBundle, trustedKey?: string, hasher: Hasher = portableHasher): BundleVerdict {
  const wrong = (message: string): BundleVerdict => ({ genuine: false, message });
  if (bundle.format !== 'fadu-proof/1') return wrong('不是法度的证明包，或者版本不同。');
  if (trustedKey !== undefined && trustedKey !== bundle.publicKey) return wrong('签名的公钥不是所信任的公钥。');
  const { checkpoint } = bundle.checkpoint;
  if (!verifyCheckpoint(bundle.checkpoint, bundle.publicKey)) return wrong('检查点的签名不符。');
  const included = verifyInclusion(
    {
      index: bundle.index,
      size: checkpoint.size,
      leaf: leafHash(bundle.content, hasher),
      path: bundle.path,
      root: checkpoint.root,
    },
    hasher,
  );
  if (!included) return wrong('这条记录不在签名的检查点之内，或者内容被改动。');
  return {
    genuine: true,
    message: `记录真实，在${checkpoint.at}前已存证（${checkpoint.origin}第${bundle.index}条，共${checkpoint.size}条）。`,
  };
}
