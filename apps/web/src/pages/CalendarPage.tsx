import type { CalendarEntry } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { calendarQuery, meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A month of hearings and the like, as the lines name them; who attends stands beside each. */
export function CalendarPage() {
  const search = useSearch({ strict: false }) as { month?: string };
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? search.month! : (me?.today ?? '2000-01').slice(0, 7);
  const [from, to] = [`${month}-01`, lastDay(month)];
  const { data, error, refetch } = useQuery({ ...calendarQuery(from, to), enabled: me !== undefined });
  usePageTitle(`${Number(month.slice(5))}月日历`);
  if (!me) return <Waiting what="打开日历" />;
  const go = (by: number) => void navigate({ to: '/calendar', search: { month: shift(month, by) } });
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of data ?? []) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  return (
    <>
      <div className="page-head">
        <h1>
          {month.slice(0, 4)}年{Number(month.slice(5))}月
        </h1>
        <div className="row-actions">
          <Button onClick={() => go(-1)}>上月</Button>
          <Button onClick={() => void navigate({ to: '/calendar' })}>本月</Button>
          <Button onClick={() => go(1)}>下月</Button>
        </div>
        <span className="meta">{data ? `${data.length}项` : ''}</span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data && data.length === 0 && <p className="empty">这个月没有排定的日程。</p>}
      <table className="month no-phone">
        <caption className="sr">
          {month.slice(0, 4)}年{Number(month.slice(5))}月的日程
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name}>星期{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={`${day.slice(0, 7) === month ? '' : 'outside'}${day === me.today ? ' today' : ''}`}
                >
                  <span className="day-number">
                    {Number(day.slice(8))}
                    {day === me.today ? ' 今天' : ''}
                  </span>
                  {(days.get(day) ?? []).map((entry) => (
                    <Entry key={entry.matter + entry.name} entry={entry} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="agenda">
        {[...days].map(([day, entries]) => (
          <li key={day}>
            <h2>
              {Number(day.slice(5, 7))}月{Number(day.slice(8))}日 星期{WEEKDAYS[(weekday(day) + 6) % 7]}
              {day === me.today ? ' 今天' : ''}
            </h2>
            {entries.map((entry) => (
              <Entry key={entry.matter + entry.name} entry={entry} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function Entry({ entry }: { entry: CalendarEntry }) {
  return (
    <div className="entry">
      <Link to="/matters/$id" params={{ id: entry.matter }}>
        {entry.name} <span className="nb">{entry.number}</span>
      </Link>
      <div className="entry-title">{entry.title}</div>
      {entry.shows.length > 0 && (
        <div className="meta">
          {entry.shows.map((one) => (
            <span key={one.label}>
              {one.label} {one.value}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const weekday = (day: string): number => utc(day).getUTCDay();
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const lastDay = (month: string): string =>
  iso(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)));
const shift = (month: string, by: number): string =>
  iso(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1))).slice(0, 7);

/** The weeks, Monday first, that cover a month. */
function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  let day = utc(`${month}-01`);
  day = new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000);
  while (weeks.length < 6 && (weeks.length === 0 || iso(day).slice(0, 7) === month)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => iso(new Date(day.getTime() + index * 86_400_000))));
    day = new Date(day.getTime() + 7 * 86_400_000);
  }
  return weeks;
}
