import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, holds, isBlank } from '@fadu/procedure';

/** 50000.5 元 → fen; undefined when it is no amount. Accepts 5万 and commas; refuses a third decimal and signs. */
export function parseYuan(text: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?(万|亿)?元?$/.exec(text.replaceAll(/[,，\s]/g, ''));
  if (!match) return undefined;
  const [, whole = '0', part = '', scale] = match;
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  const value = fen * (scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1);
  return Number.isSafeInteger(value) ? value : undefined;
}

export const yuanText = (fen: number): string => {
  const part = fen % 100;
  return `${Math.floor(fen / 100)}${part === 0 ? '' : `.${String(part).padStart(2, '0')}`}`;
};

/** 20241009 · 2024.10.9 · 10.9 · 今天 → 2024-10-09; undefined when it is no day. */
export function parseDay(text: string, today: string): string | undefined {
  const plain = text.trim().replaceAll(/\s/g, '');
  if (plain === '今天') return today;
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(plain);
  if (!match) return undefined;
  const [, year = today.slice(0, 4), month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** Fields that apply now, given what is filled in and what the matter holds. */
export const shown = (fields: Fields, values: JsonObject, around: JsonObject): [string, FieldSpec][] =>
  Object.entries(fields).filter(([, spec]) => !spec.when || holds(spec.when, { ...around, ...values }));

/** What is sent: blanks and fields that do not apply stay away. */
export function toSend(fields: Fields, values: JsonObject, around: JsonObject): JsonObject {
  const sent: Record<string, Json> = {};
  for (const [key, spec] of shown(fields, values, around)) {
    const value = values[key];
    if (spec.kind === 'group') {
      const inner = toSend(spec.of, (value as JsonObject) ?? {}, { ...around, ...values });
      if (Object.keys(inner).length > 0 || !spec.optional) sent[key] = inner;
    } else if (spec.kind === 'list') {
      const items = Array.isArray(value) ? value : [];
      if (items.length > 0)
        sent[key] = items.map((item) => toSend(spec.of, item as JsonObject, { ...around, ...values }));
    } else if (!isBlank(value)) sent[key] = value!;
  }
  return sent;
}

/** Known values a form starts from: what the matter already holds for its fields. */
export const initialValues = (fields: Fields, data: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(fields).flatMap((key) => (isBlank(data[key]) ? [] : [[key, data[key]!]])));

/** The list with one item taken out and put in at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** 5000000 fen → 人民币伍万元整. */
export function capitalYuan(fen: number): string {
  const whole = Math.floor(fen / 100);
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10];
  const yuan = whole === 0 ? '' : `${capitalWhole(whole)}元`;
  const tail =
    jiao === 0 && cents === 0
      ? '整'
      : `${jiao > 0 ? `${DIGITS[jiao]}角` : yuan === '' ? '' : '零'}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
  return `人民币${yuan === '' && tail === '整' ? '零元' : yuan}${tail}`;
}

function capitalWhole(whole: number): string {
  const groups: number[] = [];
  for (let rest = whole; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  let text = '';
  let gap = false;
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at]!;
    if (group === 0) {
      gap = true;
      continue;
    }
    if (text !== '' && (gap || group < 1000)) text += '零';
    gap = false;
    text += capitalGroup(group) + GROUPS[at]!;
  }
  return text;
}

function capitalGroup(group: number): string {
  let text = '';
  let gap = false;
  for (let at = 3; at >= 0; at -= 1) {
    const digit = Math.floor(group / 10 ** at) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + DIGITS[digit]! + PLACES[at]!;
    gap = false;
  }
  return text;
}
