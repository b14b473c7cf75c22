import type { LineDescription } from '@fadu/procedure';
import type {
  CalendarEntry,
  DraftVersion,
  ListFilterChoice,
  MatterList,
  MatterView,
  Me,
  NoticeView,
  Overview,
  SearchResult,
  UndeliveredMessage,
} from '@fadu/wire';
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
export const filtersQuery = (code: string) =>
  queryOptions({
    queryKey: ['filters', code],
    queryFn: () => get<ListFilterChoice[]>(`/lines/${code}/filters`),
    staleTime: 300_000,
  });
export const matterQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => get<MatterView>(`/matters/${id}`), retry: false });
export const overviewQuery = (line: string) =>
  queryOptions({ queryKey: ['overview', line], queryFn: () => get<Overview>(`/overview/${line}`) });
export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['calendar', from, to],
    queryFn: () => get<CalendarEntry[]>(`/calendar?from=${from}&to=${to}`),
    placeholderData: (before: CalendarEntry[] | undefined) => before,
  });
export const undeliveredQuery = queryOptions({
  queryKey: ['undelivered'],
  queryFn: () => get<UndeliveredMessage[]>('/undelivered'),
});
/** Reminders that have reached this person. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: () => get<NoticeView[]>('/notices'),
  refetchInterval: 300_000,
});
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: () => get<SearchResult>(`/search?q=${encodeURIComponent(q)}`),
    enabled: q.trim() !== '',
  });

export type ListFilter = Readonly<Record<string, string | undefined>>;

/** The filter as an address part; what is not given stays away. */
export const listParams = (filter: ListFilter): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value) params.set(key, value);
  return params.toString();
};

export const countQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ['matters-count', listParams(filter)],
    queryFn: () => get<{ total: number }>(`/matters/count?${listParams(filter)}`),
  });

export const listQuery = (filter: ListFilter) => {
  const text = listParams(filter);
  return queryOptions({
    queryKey: ['matters', text],
    queryFn: () => get<MatterList>(`/matters?${text}`),
    placeholderData: (before: MatterList | undefined) => before,
  });
};

/** Drafts of one's own that another computer replaced. */
export const versionsQuery = queryOptions({
  queryKey: ['draft-versions'],
  queryFn: () => get<DraftVersion[]>('/drafts/versions'),
});
