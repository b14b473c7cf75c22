import type { FileRow } from '@fadu/wire';

const KEY = 'fadu:files';
const KEPT = 200;

const all = (): FileRow[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as FileRow[];
  } catch {
    return [];
  }
};

/** Files sent from this device, so that a draft opened again still calls them by name. */
export const rememberFile = (row: FileRow): void =>
  localStorage.setItem(KEY, JSON.stringify([row, ...all().filter((one) => one.id !== row.id)].slice(0, KEPT)));

export const knownFile = (id: string): FileRow | undefined => all().find((one) => one.id === id);

const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.ceil(bytes / 1024))} KB`;

export const fileWords = (row: FileRow | undefined): string =>
  row ? `${row.name}（${sizeWords(row.size)}，摘要${row.digest.slice(0, 8)}）` : '已上传的文件';
