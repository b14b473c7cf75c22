import { type ProofBundle, portableHasher, verifyBundle } from '@fadu/ledger';

/** SM3 of a file, hexadecimal. */
export const digestOf = async (file: Blob): Promise<string> => portableHasher(new Uint8Array(await file.arrayBuffer()));

/** The bundle in a file; undefined when it is none. */
export function bundleOf(text: string): ProofBundle | undefined {
  try {
    const bundle = JSON.parse(text) as ProofBundle | null;
    return bundle !== null && typeof bundle === 'object' && typeof bundle.content === 'string' ? bundle : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Verifies a proof bundle on this device.
 * @param keys those the platform publishes; undefined when it could not be asked.
 * @param document SM3 of the document the proof must be of.
 */
export function checkProof(
  bundle: ProofBundle | undefined,
  { keys, document }: { readonly keys: readonly string[] | undefined; readonly document: string | undefined },
): { good: boolean; text: string } {
  if (!bundle) return { good: false, text: '这不是证明包，或者文件不完整。请重新下载。' };
  const { genuine, message } = verifyBundle(bundle, {
    ...(keys && { keys }),
    ...(document !== undefined && { document }),
  });
  if (!genuine) return { good: false, text: message };
  return {
    good: true,
    text: `${message}${keys ? '签名与平台公布的公钥相符。' : '没有联网，未与平台公布的公钥核对。'}`,
  };
}
