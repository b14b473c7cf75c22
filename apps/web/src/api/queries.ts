import type { LineDescription } from '@fadu/procedure';
import type { MatterList, MatterView, Me, Overview } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from './client.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<Me>('/me'),
  retry: false,
  staleTime: 60_000,
});
export const lineQuery = (code: string) =>
  queryOptions({
    queryKey: ['line', code],
    queryFn: () => get<LineDescription>(`/lines/${code}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const matterQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => get<MatterView>(`/matters/${id}`), retry: false });
export const overviewQuery = (line: string) =>
  queryOptions({ queryKey: ['overview', line], queryFn: () => get<Overview>(`/overview/${line}`) });

export type ListFilter = Readonly<Record<string, string | undefined>>;

export const listQuery = (filter: ListFilter) => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value) params.set(key, value);
  const text = params.toString();
  return queryOptions({
    queryKey: ['matters', text],
    queryFn: () => get<MatterList>(`/matters?${text}`),
    placeholderData: (before: MatterList | undefined) => before,
  });
};
