import type { FigureBreakdown, FigureWhy, IndicatorFigure, IndicatorList, IndicatorRows } from '@fadu/wire';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

/** What is asked of a figure, as it stands in the address. */
export interface FigureSearch {
  readonly org?: string;
  readonly period?: string;
  readonly own?: string;
  /** Of the records, those with this value of this field. */
  readonly by?: string;
  readonly is?: string;
}

export const figureParams = ({ org, period, own }: FigureSearch): string =>
  new URLSearchParams({ ...(org && { org }), ...(period && { period }), ...(own && { own }) }).toString();

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => get<IndicatorList>('/indicators'),
  staleTime: 300_000,
});

export const domainQuery = (domain: string, search: FigureSearch) =>
  queryOptions({
    queryKey: ['indicators', domain, figureParams(search)],
    queryFn: () => get<IndicatorFigure[]>(`/indicators/domains/${domain}?${figureParams(search)}`),
  });

const part =
  <T>(name: string) =>
  (code: string, search: FigureSearch) =>
    queryOptions({
      queryKey: ['figure', code, name, figureParams(search)],
      queryFn: () => get<T>(`/indicators/${encodeURIComponent(code)}/${name}?${figureParams(search)}`),
      retry: false,
    });
export const figureQuery = part<IndicatorFigure>('figure');
export const whyQuery = part<FigureWhy>('why');
export const breakdownQuery = part<FigureBreakdown>('breakdown');

const rowsParams = (search: FigureSearch): string =>
  `${figureParams(search)}${search.by === undefined ? '' : `&${new URLSearchParams({ by: search.by, is: search.is ?? '' })}`}`;

export const rowsQuery = (code: string, search: FigureSearch) =>
  infiniteQueryOptions({
    queryKey: ['figure', code, 'rows', rowsParams(search)],
    queryFn: ({ pageParam }) =>
      get<IndicatorRows>(`/indicators/${encodeURIComponent(code)}/rows?${rowsParams(search)}&after=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
