import type { FindingList, ReadingDesk, ReadingStep, ReadReport } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

export interface ReadingSearch {
  readonly q?: string;
  readonly year?: string;
}

const params = (search: object): string =>
  new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')).toString();

const inWork = ({ state }: ReadReport): boolean => state === 'waiting' || state === 'reading';

export const reportsQuery = (search: ReadingSearch) =>
  queryOptions({
    queryKey: ['reading', 'list', params(search)],
    queryFn: () => get<ReadReport[]>(`/reading?${params(search)}`),
    placeholderData: (before: ReadReport[] | undefined) => before,
    refetchInterval: ({ state }) => (state.data?.some(inWork) ? 1_000 : false),
  });

export const deskKey = (id: string) => ['reading', 'desk', id] as const;
export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: deskKey(id),
    queryFn: () => get<ReadingDesk>(`/reading/${id}`),
    retry: false,
    refetchInterval: ({ state }) => (state.data && inWork(state.data.report) ? 700 : false),
  });

export const stepsQuery = (id: string, n?: number) =>
  queryOptions({
    queryKey: ['reading', 'steps', id, n ?? 'all'],
    queryFn: () => get<ReadingStep[]>(n === undefined ? `/reading/${id}/steps` : `/reading/${id}/figures/${n}/steps`),
  });

/** `of`: the id of a report that was read, or `report:ORG/YEAR`. */
export const findingsQuery = (of: string) =>
  queryOptions({
    queryKey: ['findings', of],
    queryFn: () => get<FindingList>(`/findings?of=${encodeURIComponent(of)}`),
    retry: false,
  });
