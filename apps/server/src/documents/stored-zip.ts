import { crc32 } from 'node:zlib';

/** 2000-01-01 00:00 in the format of zip. */
const DATE = (20 << 9) | (1 << 5) | 1;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** One file of a zip, as it is written; of a file that is the same in every zip made once. */
export interface Entry {
  readonly label: Buffer;
  /** Fields that stand in front of the file and in the directory alike. */
  readonly common: Buffer;
  readonly data: Buffer;
}

export function entryOf(name: string, data: Buffer): Entry {
  const label = Buffer.from(name, 'utf8');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(UTF8, 2);
  common.writeUInt16LE(DATE, 8);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(label.length, 22);
  return { label, common, data };
}

/**
 * A zip of stored entries, in the order given. Written out here because the bytes of a document must be the same for ever and
 * on every machine: no time of its own, no compressor, and at once rather than through a stream.
 */
export function storedZip(entries: readonly Entry[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { label, common, data } of entries) {
    parts.push(FILE, common, label, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(DIRECTORY, common, tail, label);
    offset += FILE.length + common.length + label.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, END, end]);
}

const FILE = signature(0x04034b50);
/** With the version it was made by. */
const DIRECTORY = Buffer.concat([signature(0x02014b50), Buffer.from([20, 0])]);
const END = signature(0x06054b50);

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
