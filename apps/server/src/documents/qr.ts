import { crc32 } from 'node:zlib';
import QRCode from 'qrcode';

/**
 * A QR code as a PNG of one bit for each dot. Its data are stored, not compressed: a compressor may answer differently
 * on another machine or in another version, and the bytes of a document must be the same for ever.
 * @param scale dots for each module.
 */
export function qrPng(text: string, scale = 4): Buffer {
  // One segment and one mask, not those the library likes best: readers take any, and to weigh them is most of the work.
  const { modules } = QRCode.create([{ data: Buffer.from(text, 'utf8'), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    maskPattern: 2,
  });
  const side = modules.size * scale;
  const stride = Math.ceil(side / 8) + 1;
  const raw = Buffer.alloc(stride * side);
  for (let row = 0; row < modules.size; row += 1) {
    const first = row * scale * stride;
    // One is white.
    for (let x = 0; x < side; x += 1)
      if (!modules.get(row, Math.floor(x / scale))) raw[first + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    for (let again = 1; again < scale; again += 1) raw.copy(raw, first + again * stride, first, first + stride);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', stored(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The zlib format (RFC 1950) with stored blocks only. */
function stored(data: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x78, 0x01])];
  for (let at = 0; at < data.length; at += 0xffff) {
    const piece = data.subarray(at, at + 0xffff);
    const lead = Buffer.alloc(5);
    lead[0] = at + 0xffff >= data.length ? 1 : 0;
    lead.writeUInt16LE(piece.length, 1);
    lead.writeUInt16LE(~piece.length & 0xffff, 3);
    parts.push(lead, piece);
  }
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(((b << 16) | a) >>> 0);
  return Buffer.concat([...parts, sum]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
