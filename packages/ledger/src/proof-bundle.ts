import { type SignedCheckpoint, verifyCheckpoint, writeNote } from './checkpoint.js';
import { type Digest, type Hasher, leafHash, portableHasher } from './hash.js';
import { verifyInclusion } from './merkle.js';

/** A leaf's way to the root of a signed checkpoint. */
export interface Inclusion {
  readonly index: number;
  readonly path: readonly Digest[];
  readonly checkpoint: SignedCheckpoint;
}

/** Everything needed to verify one record without server or database. */
export interface ProofBundle extends Inclusion {
  readonly format: 'fadu-proof/1';
  /** The leaf: when and what was done, digests of its documents, and a salted digest of everything else. */
  readonly content: string;
  /** The same for the region's checkpoint in the log of the province, whose leaves are checkpoints. */
  readonly province: Inclusion;
  readonly publicKey: string;
}

export interface BundleVerdict {
  readonly genuine: boolean;
  /** In Chinese, for people. */
  readonly message: string;
}

/** What a verifier brings along. */
export interface Trust {
  /** Public keys published by the organ; without them the key in the bundle only says who claims to have signed. */
  readonly keys?: readonly string[];
  /** SM3 of the file of a document, which must be one of the record's. */
  readonly document?: Digest;
}

/** Verifies a bundle offline. Never throws: what is no bundle, is none. */
export function verifyBundle(bundle: ProofBundle, trust: Trust = {}, hasher: Hasher = portableHasher): BundleVerdict {
  try {
    const fault = faultOf(bundle, trust, hasher);
    if (fault !== undefined) return { genuine: false, message: fault };
    const { checkpoint } = bundle.checkpoint;
    const document = trust.document === undefined ? '' : '文书就是记录中的文书，没有改动。';
    return {
      genuine: true,
      message: `记录真实，${chinaTime(checkpoint.at)}前已存证（${checkpoint.origin}第${bundle.index}条，共${checkpoint.size}条；省级日志第${bundle.province.index}条）。${document}`,
    };
  } catch {
    return { genuine: false, message: '不是法度的证明包，或者内容残缺。' };
  }
}

function faultOf(bundle: ProofBundle, trust: Trust, hasher: Hasher): string | undefined {
  if (bundle.format !== 'fadu-proof/1') return '不是法度的证明包，或者版本不同。';
  if (trust.keys !== undefined && !trust.keys.includes(bundle.publicKey)) return '签名的公钥不是所信任的公钥。';
  if (!verifyCheckpoint(bundle.checkpoint, bundle.publicKey)) return '检查点的签名不符。';
  if (!verifyCheckpoint(bundle.province.checkpoint, bundle.publicKey)) return '省级检查点的签名不符。';
  if (!includes(bundle, bundle.content, hasher)) return '这条记录不在签名的检查点之内，或者内容被改动。';
  if (!includes(bundle.province, writeNote(bundle.checkpoint), hasher)) return '检查点不在省级日志之内。';
  if (trust.document !== undefined && !documentsOf(bundle.content).includes(trust.document))
    return '文书与记录中的文书不符：文书被改动，或者不是这份证明所指的文书。';
  return undefined;
}

const includes = ({ index, path, checkpoint }: Inclusion, content: string, hasher: Hasher): boolean =>
  verifyInclusion(
    {
      index,
      path,
      size: checkpoint.checkpoint.size,
      root: checkpoint.checkpoint.root,
      leaf: leafHash(content, hasher),
    },
    hasher,
  );

/** Digests of the documents a leaf names. */
function documentsOf(content: string): string[] {
  const { documents } = JSON.parse(content) as { documents?: readonly { readonly digest?: string }[] };
  return (documents ?? []).flatMap((document) => document.digest ?? []);
}

/** 2024年10月9日9时12分, in China. */
function chinaTime(at: string): string {
  const china = new Date(Date.parse(at) + 8 * 3_600_000);
  return `${china.getUTCFullYear()}年${china.getUTCMonth() + 1}月${china.getUTCDate()}日${china.getUTCHours()}时${String(china.getUTCMinutes()).padStart(2, '0')}分`;
}
