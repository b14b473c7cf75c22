import type { ListSearch } from './filters.js';

/** A filter under a name, without the place in the pages. */
export interface View {
  readonly name: string;
  readonly search: ListSearch;
}

const keyOf = (person: string, line: string): string => `fadu:views:${person}:${line}`;

export function readViews(person: string, line: string): View[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(keyOf(person, line)) ?? '[]');
    return Array.isArray(views) ? (views as View[]) : [];
  } catch {
    return [];
  }
}

const write = (person: string, line: string, views: View[]): View[] => {
  localStorage.setItem(keyOf(person, line), JSON.stringify(views));
  return views;
};

/** A view of the same name is replaced. */
export const keepView = (person: string, line: string, view: View): View[] =>
  write(person, line, [
    ...readViews(person, line).filter((one) => one.name !== view.name),
    { name: view.name, search: filterOf(view.search) },
  ]);

export const dropView = (person: string, line: string, name: string): View[] =>
  write(
    person,
    line,
    readViews(person, line).filter((one) => one.name !== name),
  );

const filterOf = ({ after: _, size: __, ...search }: ListSearch): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as ListSearch;

/** Whether two searches narrow alike; the order of rows and the page do not matter. */
export function sameView(a: ListSearch, b: ListSearch): boolean {
  const plain = ({ sort: _, ...search }: ListSearch) => JSON.stringify(Object.entries(filterOf(search)).sort());
  return plain(a) === plain(b);
}
