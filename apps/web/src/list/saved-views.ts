import type { SavedView } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';
import type { ListSearch } from './filters.js';

/** A filter under a name, without the place in the pages. */
export interface View {
  readonly name: string;
  readonly search: ListSearch;
}

export const viewsQuery = (line: string) =>
  queryOptions({ queryKey: ['views', line], queryFn: () => get<SavedView[]>(`/views/${line}`) });

const keyOf = (person: string, line: string): string => `fadu:views:${person}:${line}`;

/** Views that an earlier version kept on this device; taken once, to be kept on the platform. */
export function takeLocalViews(person: string, line: string): View[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(keyOf(person, line)) ?? '[]');
    localStorage.removeItem(keyOf(person, line));
    return Array.isArray(views) ? (views as View[]) : [];
  } catch {
    return [];
  }
}

export const filterOf = ({ after: _, size: __, ...search }: ListSearch): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])));

/** Whether two searches narrow alike; the order of rows and the page do not matter. */
export function sameView(a: ListSearch, b: ListSearch): boolean {
  const plain = ({ sort: _, ...search }: ListSearch) => JSON.stringify(Object.entries(filterOf(search)).sort());
  return plain(a) === plain(b);
}
