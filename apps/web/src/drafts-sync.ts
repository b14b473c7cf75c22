import type { RemoteDraft } from '@fadu/wire';
import { get, post } from './api/client.js';
import {
  type Draft,
  deviceId,
  dropDraft,
  forgetGone,
  type KeptDraft,
  listDrafts,
  listGone,
  watchDrafts,
  writeDraft,
} from './drafts.js';

const PAUSE_MS = 1_500;

export interface Plan {
  /** Newer on the platform: to be kept here. */
  readonly take: readonly { readonly key: string; readonly draft: Draft }[];
  /** Sent or thrown away elsewhere, later than it was typed here. */
  readonly drop: readonly string[];
  /** Newer here. */
  readonly send: readonly RemoteDraft[];
}

/** What makes device and platform agree: of each draft the newer side wins, also where it was sent or thrown away. */
export function planOf(
  local: readonly KeptDraft[],
  gone: readonly { readonly key: string; readonly at: number }[],
  remote: readonly RemoteDraft[],
): Plan {
  const known = new Map(remote.map((one) => [one.key, one]));
  const here = new Map(local.map((one) => [one.key, one]));
  const left = new Map(gone.map((one) => [one.key, one.at]));
  const newer = remote.filter(({ key, at }) => at > (here.get(key)?.at ?? left.get(key) ?? 0));
  return {
    take: newer.flatMap(({ key, draft }) => (draft === null ? [] : [{ key, draft: draft as unknown as Draft }])),
    drop: newer.flatMap(({ key, draft }) => (draft === null && here.has(key) ? [key] : [])),
    send: [
      ...local
        .filter(({ key, at }) => at > (known.get(key)?.at ?? 0))
        .map(({ key, ...draft }) => ({ key, at: draft.at, draft: draft as unknown as RemoteDraft['draft'] })),
      ...gone.filter(({ key, at }) => at > (known.get(key)?.at ?? 0)).map(({ key, at }) => ({ key, at, draft: null })),
    ],
  };
}

/**
 * Keeps the drafts of a person on the platform as well: everything is compared when one comes and when the window is looked
 * at again; what changes here is sent after a pause. Without a connection the device keeps them, and the next comparison
 * sends them. @returns stops it.
 */
export function keepInStep(person: string): () => void {
  let remote: readonly RemoteDraft[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async () => {
    for (const one of planOf(listDrafts(person), listGone(person), remote).send) {
      await post('/drafts', { ...one, device: deviceId() });
      remote = [...remote.filter(({ key }) => key !== one.key), one];
      if (one.draft === null) forgetGone(person, one.key);
    }
  };
  const compare = async () => {
    remote = await get<RemoteDraft[]>('/drafts');
    const { take, drop } = planOf(listDrafts(person), listGone(person), remote);
    const here = new Map(listDrafts(person).map((one) => [one.key, one]));
    for (const { key, draft } of take) {
      // What was typed here and is about to be replaced goes to the platform first, as an older version.
      const { key: _, ...own } = here.get(key) ?? { key };
      if ('at' in own) await post('/drafts', { key, at: own.at, draft: own, device: deviceId() });
      writeDraft(person, key, draft);
    }
    for (const key of drop) {
      dropDraft(person, key);
      forgetGone(person, key);
    }
    await send();
  };
  // Not reached: nothing is lost, the device has it.
  const quietly = (work: () => Promise<void>) => void work().catch(() => undefined);
  const onLook = () => document.visibilityState === 'visible' && quietly(compare);
  const stopWatching = watchDrafts(() => {
    clearTimeout(timer);
    timer = setTimeout(() => quietly(send), PAUSE_MS);
  });
  document.addEventListener('visibilitychange', onLook);
  quietly(compare);
  return () => {
    clearTimeout(timer);
    stopWatching();
    document.removeEventListener('visibilitychange', onLook);
  };
}
