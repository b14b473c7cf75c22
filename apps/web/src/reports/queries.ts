import type { ReportComparison, ReportList, ReportVersion, ReportView, StudioView } from '@fadu/wire';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.js';

export interface ReportAddress {
  readonly org: string;
  readonly year: string;
}

export const reportPath = ({ org, year }: ReportAddress): string =>
  `/reports/${encodeURIComponent(org)}/${encodeURIComponent(year)}`;

/** The reports of the post's own unit, and what it owes. */
export const reportListQuery = queryOptions({ queryKey: ['reports'], queryFn: () => get<ReportList>('/reports') });

/** The figures of a report with the words around them: some hundred questions to the records. */
export const reportQuery = (at: ReportAddress) =>
  queryOptions({
    queryKey: ['report', at.org, at.year],
    queryFn: () => get<ReportView>(reportPath(at)),
    retry: false,
    staleTime: 30_000,
  });

export const studioQuery = (matter: string) =>
  queryOptions({ queryKey: ['studio', matter], queryFn: () => get<StudioView>(`/studio/${matter}`), retry: false });

export const versionsQuery = (matter: string) =>
  queryOptions({ queryKey: ['versions', matter], queryFn: () => get<ReportVersion[]>(`/studio/${matter}/versions`) });

export const compareQuery = (matter: string, from: number, to: number | 'now') =>
  queryOptions({
    queryKey: ['compare', matter, from, to],
    queryFn: () => get<ReportComparison>(`/studio/${matter}/compare?from=${from}&to=${to}`),
    staleTime: to === 'now' ? 0 : Number.POSITIVE_INFINITY,
  });

/** Something done in the studio: the answer is the studio as it is afterwards. */
export function useStudio(matter: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: unknown }) =>
      post<StudioView>(`/studio/${matter}${path}`, body),
    onSuccess: (studio) => {
      client.setQueryData(studioQuery(matter).queryKey, studio);
      void client.invalidateQueries({ queryKey: ['versions', matter] });
      void client.invalidateQueries({ queryKey: ['findings'] });
    },
  });
}
