import type {
  DeskFigure,
  FigureShow,
  FindingList,
  ReadingDesk,
  ReadingPart,
  ReadingQueue,
  ReadingStep,
  ReadReport,
  WordsPlace,
} from '@fadu/wire';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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
/** Whatever of a report changes with a step on one of its figures. */
export const figuresKey = (id: string) => ['reading', 'figures', id] as const;
export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: deskKey(id),
    queryFn: () => get<ReadingDesk>(`/reading/${id}`),
    retry: false,
    refetchInterval: ({ state }) => (state.data && inWork(state.data.report) ? 700 : false),
  });

/** A part of the text with the figures in it; of a book only the part that is shown. */
export const partQuery = (id: string, at: number) =>
  queryOptions({
    queryKey: [...figuresKey(id), 'part', at],
    queryFn: () => get<ReadingPart>(`/reading/${id}/parts/${at}`),
    placeholderData: (before: ReadingPart | undefined) => before,
  });

/** So many figures are listed at once; more when asked for. */
const PAGE = 60;

export const queueQuery = (id: string, show: FigureShow) =>
  infiniteQueryOptions({
    queryKey: [...figuresKey(id), 'queue', show],
    queryFn: ({ pageParam }) =>
      get<ReadingQueue>(`/reading/${id}/figures?show=${show}&from=${pageParam}&most=${pageParam === 0 ? PAGE : 300}`),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const known = pages.reduce((sum, { figures }) => sum + figures.length, 0);
      return known < total ? known : undefined;
    },
  });

/** One figure, and its neighbours among those that are listed. */
export const figureQuery = (id: string, n: number | undefined, show: FigureShow) =>
  queryOptions({
    queryKey: [...figuresKey(id), 'figure', n, show],
    queryFn: () => get<DeskFigure>(`/reading/${id}/figures/${n}?show=${show}`),
    enabled: n !== undefined,
    retry: false,
    placeholderData: (before: DeskFigure | undefined) => before,
  });

export const placesQuery = (id: string, words: string) =>
  queryOptions({
    queryKey: ['reading', 'places', id, words],
    queryFn: () => get<readonly WordsPlace[]>(`/reading/${id}/places?words=${encodeURIComponent(words)}`),
    enabled: words !== '',
    staleTime: Number.POSITIVE_INFINITY,
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
