import { useEffect, useState } from 'preact/hooks';

const BASE = '/portal';
const CHANGED = 'fadu:address';

export interface Address {
  /** Without the base, always with a slash in front: `/check/reconsideration/2`. */
  readonly path: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

export function addressOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Address {
  const inner = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
  const parts = inner.split('/').filter((part) => part !== '');
  return { path: `/${parts.join('/')}`, parts: parts.map(decode), query: new URLSearchParams(search) };
}

/** A part that is no valid encoding stays as it was typed. */
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export const href = (path: string): string => `${BASE}${path === '/' ? '/' : path}`;

/** Shows another page; `replace` leaves no trace in the history. */
export function go(path: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href(path));
  else history.pushState(null, '', href(path));
  dispatchEvent(new Event(CHANGED));
}

export function useAddress(): Address {
  const [address, set] = useState(() => addressOf(location));
  useEffect(() => {
    const read = () => set(addressOf(location));
    addEventListener('popstate', read);
    addEventListener(CHANGED, read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener(CHANGED, read);
    };
  }, []);
  return address;
}
