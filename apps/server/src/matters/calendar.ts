import { type JsonObject, parsePlainDate } from '@fadu/kernel';
import { type CalendarDay, type Line, printValue, specAt, valueAt } from '@fadu/procedure';
import type { CalendarEntry } from '@fadu/wire';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { recordOf } from './matter-row.js';
import type { MatterRecord } from './projection.js';
import type { Viewer } from './view.js';

/** Days to come of open matters in scope, as the lines name them, between two days inclusive. */
export async function calendarOf(
  platform: Platform,
  viewer: Viewer,
  from: string,
  to: string,
): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = [];
  for (const line of platform.lines) {
    const days = line.calendar ?? [];
    if (days.length === 0) continue;
    const heads = [...new Set(days.map(({ field }) => field.split('.')[0]!))];
    const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
      client.query('select * from matter where line = $1 and data ?| $2::text[] limit 5000', [line.code, heads]),
    );
    for (const row of rows) {
      const record = recordOf(row);
      for (const day of days) entries.push(...entriesOf(platform, line, record, day, from, to));
    }
  }
  return entries.sort((a, b) => a.date.localeCompare(b.date) || a.number.localeCompare(b.number));
}

function entriesOf(
  platform: Platform,
  line: Line,
  record: MatterRecord,
  day: CalendarDay,
  from: string,
  to: string,
): CalendarEntry[] {
  const cut = day.field.lastIndexOf('.');
  const [head, tail] = cut < 0 ? ['', day.field] : [day.field.slice(0, cut), day.field.slice(cut + 1)];
  const held = head === '' ? record.data : valueAt(record.data, head);
  const items = (Array.isArray(held) ? held : [held ?? {}]) as JsonObject[];
  return items.flatMap((item): CalendarEntry[] => {
    const date = String(item[tail] ?? '');
    if (!parsePlainDate(date) || date < from || date > to) return [];
    const shows = day.shows.flatMap((path) => {
      const own = path.startsWith('.');
      const spec = specAt(line.fields, own ? head + path : path);
      const value = printValue(spec, own ? item[path.slice(1)] : valueAt(record.data, path), platform.directory.nameOf);
      return spec && value !== '' ? [{ label: spec.label, value }] : [];
    });
    return [
      {
        date,
        name: day.name,
        matter: record.id,
        line: line.code,
        number: record.number ?? `收件${record.receipt}`,
        title: record.title,
        shows,
      },
    ];
  });
}
