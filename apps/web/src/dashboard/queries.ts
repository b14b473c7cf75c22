import type { DashboardEntry, DashboardView, Workload } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

/** What is asked of a board, as it stands in the address. */
export interface BoardSearch {
  readonly org?: string;
  readonly period?: string;
  readonly compare?: string;
}

export const boardParams = ({ org, period, compare }: BoardSearch): string =>
  new URLSearchParams({ ...(org && { org }), ...(period && { period }), ...(compare && { compare }) }).toString();

export const boardsQuery = queryOptions({
  queryKey: ['dashboards'],
  queryFn: () => get<DashboardEntry[]>('/dashboards'),
  staleTime: 300_000,
});

export const boardQuery = (key: string, search: BoardSearch) =>
  queryOptions({
    queryKey: ['dashboard', key, boardParams(search)],
    queryFn: () => get<DashboardView>(`/dashboards/${encodeURIComponent(key)}?${boardParams(search)}`),
    placeholderData: (before: DashboardView | undefined) => (before?.key === key ? before : undefined),
    retry: false,
  });

export const workloadQuery = queryOptions({ queryKey: ['workload'], queryFn: () => get<Workload[]>('/workload') });
