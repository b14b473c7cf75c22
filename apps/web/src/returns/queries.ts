import type { ReturnListItem, ReturnStatusView, ReturnSum, ReturnView } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

const asked = (params: Readonly<Record<string, string>>): string => new URLSearchParams(params).toString();

export const returnsQuery = queryOptions({ queryKey: ['returns'], queryFn: () => get<ReturnListItem[]>('/returns') });

export const returnQuery = (unit: string, period: string) =>
  queryOptions({
    queryKey: ['returns', 'view', unit, period],
    queryFn: () => get<ReturnView>(`/returns/view?${asked({ unit, period })}`),
    retry: false,
    // What is being filled in is not changed under the hand: who was faster is told when it is saved.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const statusQuery = (org: string, period: string) =>
  queryOptions({
    queryKey: ['returns', 'status', org, period],
    queryFn: () => get<ReturnStatusView>(`/returns/status?${asked({ org, period })}`),
    retry: false,
  });

export const sumQuery = (unit: string, period: string, of: 'units' | 'periods') =>
  queryOptions({
    queryKey: ['returns', 'sums', unit, period, of],
    queryFn: () => get<ReturnSum>(`/returns/sums?${asked({ unit, period, of })}`),
    retry: false,
  });
