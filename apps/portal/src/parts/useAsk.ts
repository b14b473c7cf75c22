import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api.js';

export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly error: ApiError; readonly again: () => void };

/** Asks the platform when the page opens, and again when `key` changes. */
export function useAsk<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [asked, set] = useState<Asked<T>>({ state: 'waiting' });
  const [round, next] = useState(0);
  useEffect(() => {
    let gone = false;
    set({ state: 'waiting' });
    ask().then(
      (value) => gone || set({ state: 'there', value }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!gone) set({ state: 'failed', error, again: () => next((n) => n + 1) });
      },
    );
    return () => {
      gone = true;
    };
  }, [key, round]);
  return asked;
}
