import { addDays, dayOf, type PlainDate } from '@fadu/kernel';
import type { Line } from '@fadu/procedure';
import type { ListQuery } from '@fadu/wire';
import { scopeArgs } from '../access/scope.js';
import type { Platform } from './execute.js';
import { filterPaths } from './refs.js';
import { isUuid } from './uuid.js';
import type { Viewer } from './view.js';
import { wordSharesOf } from './word-shares.js';
import { queryOf } from './words.js';

/** Parts of a list's SQL; `values` are the parameters of all its conditions together. */
export interface ListSql {
  /** What an index in the order of the list goes by. */
  readonly along: string;
  /** Everything else but words. */
  readonly rest: string;
  readonly words: WordsSql | undefined;
  readonly values: readonly unknown[];
}

/** The same condition twice. */
interface WordsSql {
  /** Looked up in the index of words. */
  readonly find: string;
  /** Held against each row that is come across. */
  readonly pass: string;
  /** Share of all matters, 0 to 1, that may have the words at most. */
  readonly share: number;
}

/** All conditions of a list, words by their index. */
export const whereOf = ({ along, rest, words }: ListSql): string => `${along} and ${rest} and ${words?.find ?? 'true'}`;

/** `line/clock` of clocks whose end is no overrun of the organ: a right that was not used, a wait that is over. */
export const restfulClocks = (lines: readonly Line[]): string[] =>
  lines.flatMap((line) =>
    Object.entries(line.clocks)
      .filter(([, clock]) => clock.expiry === 'right' || clock.expiry === 'wait')
      .map(([code]) => `${line.code}/${code}`),
  );

/** The third working day after today. */
export function threeWorkdaysOn(platform: Platform, today: PlainDate): PlainDate {
  let day = today;
  for (let left = 3; left > 0; ) {
    day = addDays(day, 1);
    if (platform.calendar().isWorkday(day)) left -= 1;
  }
  return day;
}

/**
 * How near the last day is, as conditions on open matters that exclude each other and cover all; `$` are placeholders
 * for today, the third working day and the clocks whose end is no overrun.
 */
export const nearness = (today: string, soon: string, restful: string): Readonly<Record<string, string>> => {
  const over = `due_on is not null and due_on < ${today}::date`;
  const rests = `(line || '/' || due_clock) = any(${restful}::text[])`;
  return {
    late: `not paused and ${over} and not ${rests}`,
    today: `not paused and due_on = ${today}::date`,
    soon: `not paused and due_on > ${today}::date and due_on <= ${soon}::date`,
    later: `not paused and due_on > ${soon}::date`,
    paused: 'paused',
    none: `not paused and (due_on is null or (${over} and ${rests}))`,
  };
};

/** The conditions of a list, built once for its rows, its count and its Excel file. */
export async function listSql(platform: Platform, viewer: Viewer, query: ListQuery): Promise<ListSql> {
  const values: unknown[] = [];
  const along: string[] = [];
  const where: string[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const today = dayOf(platform.now());
  let words: WordsSql | undefined;
  // The view sees to what may be seen; said again so that the planner knows how much that is (see there).
  where.push(`scope && ${put(scopeArgs(viewer.scope)[0])}::text[]`);
  if (query.line) along.push(`line = ${put(query.line)}`);
  if (query.state) where.push(`state = any(${put(query.state.split(','))})`);
  if (query.organ) where.push(`organ = ${put(query.organ)}`);
  if (query.person === 'none') where.push("people = '{}'");
  else if (query.person) where.push(`people @> array[${put(query.person)}]`);
  const sort = query.sort ?? 'due';
  const byDay = sort === 'opened' || sort === '-opened' ? along : where;
  if (query.from) byDay.push(`opened_on >= ${put(query.from)}::date`);
  if (query.to) byDay.push(`opened_on <= ${put(query.to)}::date`);
  if (query.stage)
    (sort === 'due' ? along : where).push(query.stage === 'open' ? 'closed_on is null' : 'closed_on is not null');
  if (query.q && query.q.trim() !== '') {
    const asked = queryOf(plainNumber(query.q));
    // Nothing is found by punctuation alone.
    if (asked === '') where.push('false');
    else {
      const share = await wordSharesOf(platform.pool).of(plainNumber(query.q));
      const text = `to_tsquery('simple', ${put(asked)})`;
      // The function behind the operator: it may not be looked up in the index.
      words = { find: `words @@ ${text}`, pass: `ts_match_vq(words, ${text})`, share };
    }
  }
  const line = query.line ? platform.lineOf(query.line) : undefined;
  for (const [path, wanted] of line ? filtersOf(line, query.where) : [])
    where.push(`refs && ${put(wanted.map((value) => `${path}=${value}`))}::text[]`);
  if (query.due) {
    const soon = threeWorkdaysOn(platform, today);
    const [a, b, c] = [put(today), put(soon), put(restfulClocks(platform.lines))];
    // Every placeholder is used, so that each condition has the same parameters.
    where.push('closed_on is null', `${b}::date is not null and ${c}::text[] is not null and ${a}::date is not null`);
    where.push(`(${nearness(a, b, c)[query.due]})`);
  }
  if (viewer.actor.kind === 'official' && query.view === 'followed')
    where.push(`id in (select f.matter from follow f where f.person = ${put(viewer.actor.person)})`);
  if (viewer.actor.kind === 'official' && (query.view === 'mine' || query.view === 'waiting')) {
    const { actor } = viewer;
    const places = put(actor.posts.map((post) => `${post.post}:${post.org}`));
    // What has ended may still wait for somebody to agree: word for word the condition of the index.
    where.push('(closed_on is null or pending is not null)');
    if (query.view === 'mine') {
      where.push(`waits_for && ${places}::text[]`);
      // Where people are assigned, only they have it to do; approvers and participants are never among them.
      where.push(
        `(people = '{}' or people @> array[${put(actor.person)}] or pending is not null or not (organ = any(select split_part(w, ':', 2) from unnest(waits_for) w where w = any(${places}::text[]))))`,
      );
    } else where.push(`acted_by @> array[${put(actor.person)}]`, `not (waits_for && ${places}::text[])`);
    if (query.approval) where.push('pending is not null');
  }
  return { along: along.join(' and ') || 'true', rest: where.join(' and '), words, values };
}

/** The filter values asked for that the line offers; others are passed over. */
function filtersOf(line: Line, text: string | undefined): [string, string[]][] {
  return (text ?? '').split(';').flatMap((part): [string, string[]][] => {
    const [path = '', wanted = ''] = part.split(':');
    return filterPaths(line).includes(path) && wanted !== '' ? [[path, wanted.split(',')]] : [];
  });
}

/** A number in any bracket style, as it is kept: 白政复[2026]3号 → 白政复〔2026〕3号. */
export const plainNumber = (text: string): string =>
  text
    .trim()
    .replaceAll(/[[【(（〔［「<《]\s*(\d{4})\s*[\]】)）〕］」>》]/g, '〔$1〕')
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Orders a list may have; each ends in the id, so that a cursor names one place. */
const ORDERS = {
  due: {
    by: ['(closed_on is not null)', 'paused', "coalesce(due_on, 'infinity'::date)", 'id'],
    types: ['boolean', 'boolean', 'date', 'uuid'],
    down: false,
  },
  opened: { by: ['opened_on', 'id'], types: ['date', 'uuid'], down: false },
  '-opened': { by: ['opened_on', 'id'], types: ['date', 'uuid'], down: true },
  number: { by: ["coalesce(number, '~')", 'id'], types: ['text', 'uuid'], down: false },
} as const;

export interface Page {
  /** The sort values as `cursor`. */
  readonly select: string;
  readonly order: string;
  /** The sort values as columns, and the same order by these. */
  readonly keys: string;
  readonly orderByKeys: string;
  /** The condition that passes over earlier pages, empty on the first. */
  readonly past: string;
  readonly values: readonly unknown[];
}

/** Keyset paging: the cursor holds the sort values of the last row seen. A cursor that is none starts at the beginning. */
export function pageSql(query: ListQuery, taken: number): Page {
  const order = ORDERS[query.sort ?? 'due'];
  const cursor = readCursor(query.after, order.by.length);
  const direction = order.down ? 'desc' : 'asc';
  return {
    select: `array[${order.by.map((one) => `(${one})::text`).join(', ')}] as cursor`,
    order: order.by.map((one) => `${one} ${direction}`).join(', '),
    keys: order.by.map((one, index) => `${one} as key${index}`).join(', '),
    orderByKeys: order.by.map((_, index) => `key${index} ${direction}`).join(', '),
    past: cursor
      ? `(${order.by.join(', ')}) ${order.down ? '<' : '>'} (${order.types.map((type, index) => `$${taken + index + 1}::${type}`).join(', ')})`
      : '',
    values: cursor ?? [],
  };
}

export const writeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

function readCursor(text: string | undefined, length: number): string[] | undefined {
  if (!text) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const id = Array.isArray(values) ? values[length - 1] : undefined;
    return Array.isArray(values) &&
      values.length === length &&
      values.every((one) => typeof one === 'string') &&
      isUuid(String(id))
      ? (values as string[])
      : undefined;
  } catch {
    return undefined;
  }
}
