import { newKey } from '@fadu/client';
import type { JsonObject } from '@fadu/kernel';

/** What was typed into a form and not sent yet; kept on this device, and on the platform (`drafts-sync.ts`). */
export interface Draft {
  readonly values: JsonObject;
  readonly reasons: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The action and the matter, in words. */
  readonly title: string;
  /** Address of the form. */
  readonly href: string;
  /** The revision of the matter it was typed against; null for a new matter. */
  readonly revision: number | null;
}

export interface KeptDraft extends Draft {
  readonly key: string;
}

const PREFIX = 'fadu:draft:';
const DEVICE = 'fadu:device';
const GONE = 'fadu:draft-gone:';
/** Days after which a draft is forgotten. */
export const DRAFT_DAYS = 30;
const CHANGED = 'fadu:drafts-changed';

const isFresh = (draft: Draft, now: number): boolean => now - draft.at < DRAFT_DAYS * 86_400_000;

export function readDraft(person: string, key: string, now = Date.now()): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(`${PREFIX}${person}:${key}`) ?? 'null') as Draft | null;
    return draft && isFresh(draft, now) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** False when the device keeps nothing (storage full or switched off). */
export function writeDraft(person: string, key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(`${PREFIX}${person}:${key}`, JSON.stringify(draft));
    localStorage.removeItem(`${GONE}${person}:${key}`);
    dispatchEvent(new Event(CHANGED));
    return true;
  } catch {
    return false;
  }
}

/** Sent or thrown away; that it was, is kept until the platform knows. */
export function dropDraft(person: string, key: string, at = Date.now()): void {
  if (localStorage.getItem(`${PREFIX}${person}:${key}`) !== null)
    localStorage.setItem(`${GONE}${person}:${key}`, String(at));
  localStorage.removeItem(`${PREFIX}${person}:${key}`);
  dispatchEvent(new Event(CHANGED));
}

/** A person's drafts, newest first; those too old are removed. */
export function listDrafts(person: string, now = Date.now()): KeptDraft[] {
  const start = `${PREFIX}${person}:`;
  const drafts: KeptDraft[] = [];
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(start)) continue;
    const key = name.slice(start.length);
    const draft = readDraft(person, key, now);
    if (draft) drafts.push({ ...draft, key });
    else localStorage.removeItem(name);
  }
  return drafts.sort((a, b) => b.at - a.at);
}

/** Drafts sent or thrown away here of which the platform does not know yet: key and moment. */
export function listGone(person: string): { readonly key: string; readonly at: number }[] {
  const start = `${GONE}${person}:`;
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .map((name) => ({ key: name.slice(start.length), at: Number(localStorage.getItem(name)) }));
}

export const forgetGone = (person: string, key: string): void => localStorage.removeItem(`${GONE}${person}:${key}`);

/** Calls back whenever a draft is kept or dropped, in this window or another. */
export function watchDrafts(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  addEventListener('storage', onChange);
  return () => {
    removeEventListener(CHANGED, onChange);
    removeEventListener('storage', onChange);
  };
}

/** This computer, by a number drawn once: what another one kept is told apart by it. */
export function deviceId(): string {
  try {
    const known = localStorage.getItem(DEVICE);
    if (known) return known;
    const drawn = newKey();
    localStorage.setItem(DEVICE, drawn);
    return drawn;
  } catch {
    return '';
  }
}

export const clockTime = (at: number): string => new Date(at).toTimeString().slice(0, 5);
