import { useEffect, useState } from 'preact/hooks';
import { ApiError, newKey, upload } from '../api.js';
import { dropFile, keepFile, type WaitingFile, waitingFiles } from '../device/waiting-files.js';
import { changeDraft } from './drafts.js';
import { valueIn, withValue } from './values.js';

/** A file on its way. `refused`: the platform said why it cannot be taken; sending again would not help. */
interface Sending extends WaitingFile {
  readonly share: number;
  readonly state: 'sending' | 'failed' | 'refused';
  readonly message: string | null;
}

const MAX_BYTES = 50 * 1024 * 1024;
const sending = new Map<string, Sending>();
const listeners = new Set<() => void>();
const restored = new Set<string>();

function put(file: Sending): void {
  sending.set(file.id, file);
  for (const listener of listeners) listener();
}

export function forget(id: string): void {
  sending.delete(id);
  void dropFile(id);
  for (const listener of listeners) listener();
}

/** Files of one field on their way. */
export function useSending(draft: string, path: string): Sending[] {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = () => redraw((n) => n + 1);
    listeners.add(listener);
    void restore(draft);
    return () => {
      listeners.delete(listener);
    };
  }, [draft]);
  return [...sending.values()].filter((file) => file.draft === draft && file.path === path);
}

export const sendingIn = (draft: string): Sending[] => [...sending.values()].filter((file) => file.draft === draft);

/** Takes up again what an earlier visit could not send. */
async function restore(draft: string): Promise<void> {
  if (restored.has(draft)) return;
  restored.add(draft);
  for (const file of await waitingFiles(draft)) if (!sending.has(file.id)) void send(file);
}

export function addFile(draft: string, path: string, file: File): void {
  const waiting: WaitingFile = { id: newKey(), draft, path, name: file.name, blob: file };
  if (file.size > MAX_BYTES) {
    put({
      ...waiting,
      share: 0,
      state: 'refused',
      message: `“${file.name}”超过50 MB，没有上传。请压缩或者分开上传。`,
    });
    return;
  }
  void keepFile(waiting);
  void send(waiting);
}

export async function send(file: WaitingFile): Promise<void> {
  const at = (more: Pick<Sending, 'share' | 'state' | 'message'>) => sending.has(file.id) && put({ ...file, ...more });
  put({ ...file, share: 0, state: 'sending', message: null });
  try {
    const row = await upload(file.blob, file.name, (share) => at({ share, state: 'sending', message: null }));
    if (!sending.has(file.id)) return;
    changeDraft(file.draft, ({ values, names }) => {
      const path = file.path.split('.');
      const ids = valueIn(values, path);
      return {
        values: withValue(values, path, [...(Array.isArray(ids) ? ids : []), row.id]),
        names: { ...names, [row.id]: row.name },
      };
    });
    forget(file.id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refused = error.status >= 400 && error.status < 500 && error.status !== 429;
    if (refused) void dropFile(file.id);
    at({
      share: 0,
      state: refused ? 'refused' : 'failed',
      message: refused
        ? error.problem.title
        : error.status === 0
          ? `未联网，“${file.name}”已存在本机，联网后自动发送。`
          : `“${file.name}”没有上传：${error.problem.title}`,
    });
  }
}

// Back on the network, what waited goes out by itself.
if (typeof window !== 'undefined')
  addEventListener('online', () => {
    for (const file of sending.values()) if (file.state === 'failed') void send(file);
  });
