import type { JsonObject } from '@fadu/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, dropDraft, readDraft, writeDraft } from '../drafts.js';

export type SaveState = { readonly kind: 'none' | 'dirty' | 'failed' } | { readonly kind: 'kept'; readonly at: number };

const PAUSE = 2_000;

export interface Kept {
  readonly values: JsonObject;
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Keeps what is typed: two seconds after a pause, when the form is left, when the window is hidden, and on Ctrl+S. What
 * was kept before is the start.
 */
export function useDraft(
  person: string,
  key: string,
  about: Pick<Draft, 'title' | 'href' | 'revision'>,
  initial: JsonObject,
) {
  const [found] = useState(() => readDraft(person, key));
  const [kept, setKept] = useState<Kept>({ values: found?.values ?? initial, reasons: found?.reasons ?? {} });
  const [state, setState] = useState<SaveState>(found ? { kind: 'kept', at: found.at } : { kind: 'none' });
  const latest = useRef({ kept, about, dirty: false });
  latest.current = { ...latest.current, kept, about };

  const save = useCallback(() => {
    if (!latest.current.dirty) return;
    const at = Date.now();
    const done = writeDraft(person, key, { ...latest.current.kept, ...latest.current.about, at });
    if (done) latest.current.dirty = false;
    setState(done ? { kind: 'kept', at } : { kind: 'failed' });
  }, [person, key]);

  const change = useCallback((next: Partial<Kept>) => {
    latest.current.dirty = true;
    setState({ kind: 'dirty' });
    setKept((before) => ({ ...before, ...next }));
  }, []);

  const drop = useCallback(() => {
    latest.current.dirty = false;
    dropDraft(person, key);
    setState({ kind: 'none' });
  }, [person, key]);

  useEffect(() => {
    if (state.kind !== 'dirty') return undefined;
    const timer = setTimeout(save, PAUSE);
    return () => clearTimeout(timer);
  }, [state, save]);
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && save();
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);
  return { ...kept, state, found, change, save, drop };
}
