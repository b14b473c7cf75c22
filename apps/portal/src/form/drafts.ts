import type { JsonObject } from '@fadu/kernel';
import { useEffect, useState } from 'preact/hooks';
import { newKey } from '../api.js';
import { device } from '../device/kept.js';

/** What somebody has filled in, kept on this device until sent or removed. */
export interface Draft {
  /** One key for each opened form: sent twice, it has one effect. */
  readonly key: string;
  readonly values: JsonObject;
  /** Names of organizations and files chosen, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** The organ applied to. */
  readonly organ: string | null;
  /** Answers to objections that ask for a reason. */
  readonly reasons: Readonly<Record<string, string>>;
  /** RFC 3339; empty when nothing was filled in yet. */
  readonly savedAt: string;
  /** Whether the device really kept it. */
  readonly kept: boolean;
}

const fresh = (): Draft => ({
  key: newKey(),
  values: {},
  names: {},
  organ: null,
  reasons: {},
  savedAt: '',
  kept: true,
});
const KEPT_FOR_DAYS = 30;
const open = new Map<string, Draft>();
const listeners = new Set<() => void>();

export function readDraft(name: string): Draft {
  const here = open.get(name);
  if (here) return here;
  const stored = device.read<Draft>(`draft.${name}`);
  const old = stored && Date.now() - Date.parse(stored.savedAt) > KEPT_FOR_DAYS * 86_400_000;
  const draft = stored && !old ? stored : fresh();
  open.set(name, draft);
  return draft;
}

export function changeDraft(name: string, change: (draft: Draft) => Partial<Draft>): void {
  const before = readDraft(name);
  const after = { ...before, ...change(before), savedAt: new Date().toISOString() };
  open.set(name, { ...after, kept: device.keep(`draft.${name}`, after) });
  for (const listener of listeners) listener();
}

export function dropDraft(name: string): void {
  open.delete(name);
  device.drop(`draft.${name}`);
  for (const listener of listeners) listener();
}

/** Names of drafts with something in them, newest first. */
export const draftNames = (): string[] =>
  device
    .names('draft.')
    .map((name) => name.slice('draft.'.length))
    .filter((name) => readDraft(name).savedAt !== '')
    .sort((a, b) => readDraft(b).savedAt.localeCompare(readDraft(a).savedAt));

export function useDraft(name: string): Draft {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = () => redraw((n) => n + 1);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return readDraft(name);
}
