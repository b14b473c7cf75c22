import type { ReportList } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { post } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { reportListQuery } from './queries.js';
import './reports.css';

/** What concerns this post in yearly reports: reminders, chapters asked of it, and the reports of its unit. */
export function ReportsPage() {
  usePageTitle('年度报告');
  const { data, error, refetch } = useQuery(reportListQuery);
  return (
    <>
      <div className="page-head">
        <h1>年度报告</h1>
        {data?.register && <Link to="/reports/disclosure">公开登记</Link>}
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="读取年度报告" />}
      {data && (
        <>
          <Due list={data} />
          <Reminders list={data} />
          <Asked list={data} />
          <Own list={data} />
        </>
      )}
    </>
  );
}

/** What a unit of this post owes: until when upward, until when to everybody. */
function Due({ list }: { list: ReportList }) {
  return list.due.map(({ unit, name, year, upwardBefore, before, standing, basis }) => (
    <p key={unit} className={standing === 'open' ? 'report-due' : 'note'} role="note">
      {standing !== 'open' && '⚠ '}
      {name}
      {year}年度报告还没有公开：应当在<span className="nb">{upwardBefore}</span>之前报送，在
      <span className="nb">{before}</span>之前向社会公开（{basis}）。
      {standing === 'late' && '现已逾期，未按时公开的要通报。在别处已经公开的，请在公开登记中登记。'}
    </p>
  ));
}

function Reminders({ list }: { list: ReportList }) {
  const client = useQueryClient();
  const see = async (id: string) => {
    await post(`/disclosure/reminders/${id}/seen`, {});
    await client.invalidateQueries({ queryKey: ['reports'] });
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  if (list.reminders.length === 0) return null;
  return (
    <section className="board">
      <h2>提醒</h2>
      <ul className="plain-list report-list">
        {list.reminders.map(({ id, name, message, from, at, seen }) => (
          <li key={id}>
            <p>
              {!seen && <span className="state state-alarm">未读</span>} {name}：{message}
            </p>
            <p className="meta">
              {from} <span className="nb">{momentWords(at)}</span>
            </p>
            {!seen && (
              <Button size="small" onClick={() => void see(id)}>
                已知悉
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ list }: { list: ReportList }) {
  if (list.asked.length === 0) return null;
  return (
    <section className="board">
      <h2>请本岗位供稿</h2>
      <ul className="plain-list report-list">
        {list.asked.map(({ unit, name, year, chapter, title, dueOn, done }) => (
          <li key={`${unit}${year}${chapter}`}>
            <Link
              to="/reports/$org/$year"
              params={{ org: unit, year: String(year) }}
              search={{ chapter, ...(!done && { write: '1' }) } as never}
            >
              {name}
              {year}年度报告：{title}
            </Link>{' '}
            <span className="meta">
              {done ? '已交稿' : '未交稿'}
              {dueOn && `，${dueOn}前交稿`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Own({ list }: { list: ReportList }) {
  const begun = list.own.some(({ unit, year }) => unit === list.writes && year === list.dueYear);
  return (
    <section className="board">
      <h2>本单位的报告</h2>
      {list.own.length === 0 && (
        <p className="empty">
          {list.writes ? '还没有开始编制。' : '本岗位不编制年度报告。供稿、提醒会列在这里；编制由年报撰稿人办理。'}
        </p>
      )}
      <ul className="plain-list report-list">
        {list.own.map(({ unit, name, year, state, publishedOn, dueOn }) => (
          <li key={`${unit}${year}`}>
            <Link to="/reports/$org/$year" params={{ org: unit, year: String(year) }}>
              {name}
              {year}年度法治政府建设工作报告
            </Link>{' '}
            <span className="meta">
              {state}，{publishedOn ? `${publishedOn}公开` : `公开期限${dueOn}`}
            </span>
          </li>
        ))}
      </ul>
      {list.writes && !begun && (
        <p className="row-actions">
          <Link className="button" to="/lines/$line/new/$action" params={list.begin}>
            开始编制{list.dueYear}年度报告
          </Link>
          <Link to="/reports/$org/$year" params={{ org: list.writes, year: String(list.dueYear) }}>
            先看{list.dueYear}年度的数据
          </Link>
        </p>
      )}
    </section>
  );
}
