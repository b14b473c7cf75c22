interface Order {
  readonly name: string;
  readonly href: string;
  readonly ids: readonly string[];
}

const KEY = 'fadu:order';
const SEEN = 'fadu:seen';

const read = <T>(key: string, otherwise: T): T => {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
};

/** Remembers the list a matter is opened from, for 上一件 and 下一件 and the way back. */
export function keepOrder(name: string, href: string, rows: readonly { readonly id: string }[]): void {
  sessionStorage.setItem(KEY, JSON.stringify({ name, href, ids: rows.map((row) => row.id) } satisfies Order));
}

export interface Place {
  readonly name: string;
  readonly href: string;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the matter stands in that list; undefined when it was reached another way. */
export function placeOf(id: string): Place | undefined {
  const order = read<Order | null>(KEY, null);
  const index = order?.ids.indexOf(id) ?? -1;
  if (!order || index < 0) return undefined;
  return {
    name: order.name,
    href: order.href,
    position: index + 1,
    count: order.ids.length,
    before: order.ids[index - 1] ?? null,
    after: order.ids[index + 1] ?? null,
  };
}

/** Marks a matter as looked at in this window; rows show 已看. */
export function markSeen(id: string): void {
  const seen = read<string[]>(SEEN, []);
  if (!seen.includes(id)) sessionStorage.setItem(SEEN, JSON.stringify([...seen, id].slice(-500)));
}

export const seenIds = (): ReadonlySet<string> => new Set(read<string[]>(SEEN, []));
