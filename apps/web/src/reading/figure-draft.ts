import type { FigureBody, ReadFigure } from '@fadu/wire';

/** A figure as it is typed: numbers as text until they are sent. */
export interface FigureDraft extends Omit<FigureBody, 'value' | 'valueTo' | 'start' | 'end'> {
  readonly start: number | null;
  readonly end: number | null;
  readonly value: string;
  readonly valueTo: string;
}

export const draftOf = (figure: ReadFigure | undefined): FigureDraft => {
  if (!figure)
    return {
      start: null,
      end: null,
      value: '',
      valueTo: '',
      unit: null,
      approx: 'exact',
      role: 'level',
      polarity: null,
      basis: null,
      subject: null,
      verb: null,
      scope: null,
      indicator: null,
      refersTo: null,
      of: null,
    };
  const { start, end, value, valueTo, unit, approx, role, polarity, basis, subject, verb, scope, ...rest } = figure;
  const { indicator, refersTo, of } = rest;
  return {
    ...{ start, end, unit, approx, role, polarity, basis, subject, verb, scope, indicator, refersTo, of },
    value: String(value),
    valueTo: valueTo === null ? '' : String(valueTo),
  };
};

/** 1,234 and full-width digits are numbers too; undefined for what is none, or has more than fifteen digits. */
export function numberOf(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replaceAll(/[０-９．－]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replaceAll(/[,，]/g, '');
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Math.abs(value) <= 1e15 ? value : undefined;
}

export type DraftFault = 'place' | 'value' | 'valueTo';

export const DRAFT_FAULTS: Readonly<Record<DraftFault, string>> = {
  place: '请照抄原文里的这个数，并选出是哪一处。',
  value: '请填数值，只写数字，如42000；不超过15位。',
  valueTo: '上限只写数字，不小于数值；没有上限的不填。',
};

/** What is sent; or what must be mended first. */
export function bodyOf(draft: FigureDraft): { readonly body: FigureBody } | { readonly faults: readonly DraftFault[] } {
  const value = numberOf(draft.value);
  const valueTo = draft.valueTo.trim() === '' ? null : numberOf(draft.valueTo);
  const faults: DraftFault[] = [];
  if (draft.start === null || draft.end === null) faults.push('place');
  if (value === undefined) faults.push('value');
  if (valueTo === undefined || (valueTo !== null && value !== undefined && valueTo < value)) faults.push('valueTo');
  if (faults.length > 0) return { faults };
  const change = draft.role === 'change';
  return {
    body: {
      ...draft,
      start: draft.start!,
      end: draft.end!,
      value: value!,
      valueTo: valueTo ?? null,
      polarity: change ? draft.polarity : null,
      basis: change ? draft.basis : null,
      refersTo: change || draft.role === 'previous' ? draft.refersTo : null,
    },
  };
}
