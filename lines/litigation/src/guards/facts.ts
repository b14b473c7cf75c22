import { chineseDate, type JsonObject, type PlainDate } from '@fadu/kernel';
import { valueAt } from '@fadu/procedure';

export const itemsOf = (data: JsonObject, path: string): readonly JsonObject[] => {
  const items = valueAt(data, path);
  return Array.isArray(items) ? (items as readonly JsonObject[]) : [];
};
export const textOf = (data: JsonObject, path: string): string => {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : '';
};
export const dateText = (date: string): string => chineseDate(date as PlainDate);
