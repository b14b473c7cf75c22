import type { FigureComparison } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

/** What is compared, as it stands in the address: indicators, organizations and reports, periods; table or chart. */
export interface CompareSearch {
  readonly i?: string;
  readonly o?: string;
  readonly p?: string;
  readonly v?: string;
}

export const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((one) => one !== '');

export const compareParams = ({ i, o, p }: CompareSearch): string =>
  new URLSearchParams({ ...(i && { i }), ...(o && { o }), ...(p && { p }) }).toString();

export const compareQuery = (search: CompareSearch) =>
  queryOptions({
    queryKey: ['compare', compareParams(search)],
    queryFn: () => get<FigureComparison>(`/compare?${compareParams(search)}`),
    enabled: listOf(search.o).length > 0,
    placeholderData: (before: FigureComparison | undefined) => before,
    retry: false,
  });
