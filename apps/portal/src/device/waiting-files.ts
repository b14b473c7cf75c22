/** Files chosen but not yet sent, kept in IndexedDB so that a closed page or a dead battery loses none. */
export interface WaitingFile {
  readonly id: string;
  readonly draft: string;
  /** The field it belongs to: `evidence.0.files`. */
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
}

const STORE = 'files';

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('fadu', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const db = await database();
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    // No storage on this device: the file stays in memory until the page closes.
    return undefined;
  }
}

export const keepFile = (file: WaitingFile): Promise<unknown> => run('readwrite', (store) => store.put(file));
export const dropFile = (id: string): Promise<unknown> => run('readwrite', (store) => store.delete(id));
export const waitingFiles = async (draft: string): Promise<WaitingFile[]> =>
  ((await run<WaitingFile[]>('readonly', (store) => store.getAll())) ?? []).filter((file) => file.draft === draft);
