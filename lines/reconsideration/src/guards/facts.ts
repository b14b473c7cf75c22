import type { Suspension } from '@fadu/calendar';
import { chineseDate, type JsonObject, type PlainDate } from '@fadu/kernel';
import { type Clock, countClock, type Facts, startOf, valueAt } from '@fadu/procedure';
import { clocks } from '../clocks.js';

export const textOf = (data: JsonObject, path: string): string => {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : '';
};
export const listOf = (data: JsonObject, path: string): readonly JsonObject[] => {
  const value = valueAt(data, path);
  return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
};
export const idsOf = (data: JsonObject, path: string): readonly string[] =>
  listOf(data, path) as unknown as readonly string[];
export const dateText = (date: string): string => chineseDate(date as PlainDate);

/** The last day of one of the line's clocks as it would count from the data, with the rule set of the step; undefined without a start. */
export function lastDay(
  facts: Facts,
  code: keyof typeof clocks,
  suspensions: readonly Suspension[] = [],
): PlainDate | undefined {
  const clock: Clock = clocks[code];
  const from = startOf(clock, facts.data);
  if (from === undefined) return undefined;
  const data = { ...facts.data, $ruleSet: facts.ruleSet, $setting: facts.settings };
  const counted = countClock({ clock, data, from, calendar: facts.calendar, suspensions });
  return counted.ok ? counted.value.legalDue : undefined;
}
