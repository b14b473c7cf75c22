const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Bytes a zip will unpack to, as its directory declares them (APPNOTE.TXT 4.3.12); undefined when the directory cannot be
 * read. A few kilobytes can stand for gigabytes, so whoever unpacks what somebody sent asks this first.
 */
export function unpackedBytes(zip: Uint8Array): number | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // The end record is 22 bytes and may be followed by a comment of at most 65,535.
  let end = zip.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) return undefined;
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== ENTRY) return undefined;
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
