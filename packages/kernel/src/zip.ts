const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** A file in a zip, still packed. */
export interface ZipPart {
  readonly name: string;
  /** As the directory declares it; what comes out may be more. */
  readonly size: number;
  /** 0: stored as it is; 8: deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
}

/** The files of a zip by its directory (APPNOTE.TXT 4.3.7, 4.3.12); undefined when the directory cannot be read. */
export function zipParts(zip: Uint8Array): readonly ZipPart[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // The end record is 22 bytes and may be followed by a comment of at most 65,535.
  let end = zip.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) return undefined;
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const [packed, size, local] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const nameLength = view.getUint16(at + 28, true);
    if (local + 30 > zip.length) return undefined;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      size,
      method: view.getUint16(at + 10, true),
      packed: zip.subarray(start, start + packed),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/**
 * Bytes a zip will unpack to, as its directory declares them; undefined when the directory cannot be read. A few kilobytes
 * can stand for gigabytes, so whoever unpacks what somebody sent asks this first.
 */
export const unpackedBytes = (zip: Uint8Array): number | undefined =>
  zipParts(zip)?.reduce((total, { size }) => total + size, 0);
