import type {
  LawAlertList,
  LawCatalogue,
  LawClause,
  LawComparison,
  LawDependentList,
  LawFacets,
  LawHandled,
  LawImpact,
  LawRead,
  LawSearchAnswer,
  LawStatus,
  LawSuggestion,
} from '@fadu/wire';
import { CITING_A_PAGE } from '@fadu/wire/law-reading';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';
import { listParams } from '../api/queries.js';

const WORKS = '/public/law/works';
/** A text of a day does not change while one reads. */
const LONG = 600_000;

export const statusQuery = queryOptions({
  queryKey: ['law-status'],
  queryFn: () => get<LawStatus>('/public/law/status'),
  // An import may begin while the page is open.
  refetchInterval: ({ state }) => (state.data?.importing ? 1_000 : 15_000),
});

export const facetsQuery = queryOptions({
  queryKey: ['law-facets'],
  queryFn: () => get<LawFacets>('/public/law/facets'),
  staleTime: LONG,
});

export const suggestQuery = (q: string) =>
  queryOptions({
    queryKey: ['law-suggest', q],
    queryFn: () => get<LawSuggestion[]>(`/public/law/suggest?q=${encodeURIComponent(q)}`),
    enabled: q !== '',
    staleTime: LONG,
  });

export interface LawSearchFilter {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly region?: string | undefined;
  /** `1`: also texts no longer in force. */
  readonly all?: string | undefined;
  /** Words of the maker's name. */
  readonly maker?: string | undefined;
  /** Where a text stands, on `on` or today. */
  readonly state?: string | undefined;
  readonly on?: string | undefined;
  /** Of the list without words: what came or ended last first. */
  readonly order?: 'latest' | undefined;
  /** Of the list without words, from 1. */
  readonly page?: string | undefined;
}

export const CATALOGUE_PAGE = 50;
/** The base as a list; rows of `size` a page. */
export const catalogueQuery = (filter: LawSearchFilter, page: number, size = CATALOGUE_PAGE) => {
  const { kind, region, maker, state, on } = filter;
  const order = filter.order ?? (size < CATALOGUE_PAGE ? 'latest' : undefined);
  const from = page > 1 ? String((page - 1) * size) : undefined;
  return queryOptions({
    queryKey: ['law-catalogue', kind, region, maker, state, on, order, page, size],
    queryFn: () =>
      get<LawCatalogue>(
        `/public/law/works?${listParams({ kind, region, maker, state, on, order, limit: String(size), from })}`,
      ),
    staleTime: LONG,
  });
};

export const lawSearchQuery = (filter: LawSearchFilter) =>
  queryOptions({
    queryKey: ['law-search', filter],
    queryFn: () => get<LawSearchAnswer>(`/public/law/search?${listParams({ ...filter, limit: '50' })}`),
    enabled: (filter.q ?? '').trim() !== '',
    staleTime: LONG,
  });

export const readQuery = (code: string, on: string) =>
  queryOptions({
    queryKey: ['law-read', code, on],
    queryFn: () => get<LawRead>(`${WORKS}/${encodeURIComponent(code)}?${listParams({ on })}`),
    staleTime: LONG,
  });

/** @param page of those that cite it, from 1 */
export const lawClauseQuery = (code: string, at: string, on: string, page = 1) => {
  const from = page > 1 ? String((page - 1) * CITING_A_PAGE) : undefined;
  return queryOptions({
    queryKey: ['law-clause', code, at, on, page],
    queryFn: () => get<LawClause>(`${WORKS}/${encodeURIComponent(code)}/clause?${listParams({ at, on, from })}`),
    staleTime: LONG,
  });
};

export const compareQuery = (code: string, on: string, vs: string) =>
  queryOptions({
    queryKey: ['law-compare', code, on, vs],
    queryFn: () => get<LawComparison>(`${WORKS}/${encodeURIComponent(code)}/compare?${listParams({ on, vs })}`),
    enabled: vs !== '',
    staleTime: LONG,
  });

export const impactQuery = (code: string, at: string, on: string) =>
  queryOptions({
    queryKey: ['law-impact', code, at, on],
    queryFn: () => get<LawImpact>(`/law/impact/${encodeURIComponent(code)}?${listParams({ at, on })}`),
    staleTime: 60_000,
  });

/** @param of a registered text: `power:12` */
export const ALERTS_A_PAGE = 50;
export const alertsQuery = (handled: LawHandled | 'open', mine: boolean, of?: string, page = 1) =>
  queryOptions({
    queryKey: ['law-alerts', handled, mine, of, page],
    queryFn: () =>
      get<LawAlertList>(
        `/law/alerts?${listParams({
          handled,
          mine: mine ? '1' : undefined,
          of,
          limit: String(ALERTS_A_PAGE),
          from: page > 1 ? String((page - 1) * ALERTS_A_PAGE) : undefined,
        })}`,
      ),
    placeholderData: (before: LawAlertList | undefined) => before,
  });

/** How many alerts wait for the posts in use, without the list. */
export const alertCountQuery = queryOptions({
  queryKey: ['law-alerts', 'count'],
  queryFn: async () => get<LawAlertList>('/law/alerts?mine=1&limit=1'),
  staleTime: 60_000,
});

export const dependentsQuery = queryOptions({
  queryKey: ['law-dependents'],
  queryFn: () => get<LawDependentList>('/law/dependents'),
});
