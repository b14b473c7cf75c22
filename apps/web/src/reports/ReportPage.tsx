import type { ReportFigureView, ReportView } from '@fadu/wire';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { get, newKey, post } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import './reports.css';

const path = (org: string, year: string) => `/reports/${encodeURIComponent(org)}/${encodeURIComponent(year)}`;

const reportQuery = (org: string, year: string) =>
  queryOptions({ queryKey: ['report', org, year], queryFn: () => get<ReportView>(path(org, year)), retry: false });

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

/** The report of a unit and year as it stands: each figure leads to what is behind it. */
export function ReportPage() {
  const { org = '', year = '' } = useParams({ strict: false }) as { org?: string; year?: string };
  const { data, error, refetch } = useQuery(reportQuery(org, year));
  usePageTitle(data?.title, data?.unit.name);
  return (
    <>
      <div className="page-head">
        <h1>{data ? `${data.unit.name}${data.title}` : '年度报告'}</h1>
        {data?.matter && (
          <Link to="/matters/$id" params={{ id: data.matter }}>
            办理
          </Link>
        )}
        <nav className="no-print" aria-label="年度">
          {[Number(year) - 1, Number(year) + 1].map((other) => (
            <Link key={other} className="report-year" to="/reports/$org/$year" params={{ org, year: String(other) }}>
              {other}年度
            </Link>
          ))}
        </nav>
        <span className="push meta no-print">
          {data && `数据截至 ${momentWords(data.asOf)}`}
          <Button type="text" href={`/api${path(org, year)}?as=docx`}>
            下载文稿
          </Button>
          <Button type="text" href={`/api${path(org, year)}?as=xlsx`}>
            下载数据
          </Button>
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="汇总各项数据" />}
      {data && <Paper report={data} />}
      {data?.open && data.matter && <Settle matter={data.matter} org={org} year={year} />}
      {data && <Missing report={data} />}
    </>
  );
}

function Paper({ report }: { report: ReportView }) {
  return (
    <article className="board report-paper">
      {report.chapters.map((chapter, index) => (
        <section key={chapter.key}>
          <h2>
            {NUMERALS[index]}、{chapter.title}
          </h2>
          {chapter.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {chapter.figures.length > 0 && (
            <p>
              {chapter.figures.map((figure, place) => (
                <Clause
                  key={figure.code}
                  figure={figure}
                  year={report.year}
                  end={place === chapter.figures.length - 1 ? '。' : '；'}
                />
              ))}
            </p>
          )}
          {chapter.texts.length + chapter.figures.length === 0 && <p className="meta">待撰写</p>}
        </section>
      ))}
    </article>
  );
}

const MARK = { live: '', stale: '（定稿后有变动）', overridden: '（改写）' } as const;

function Clause({ figure, year, end }: { figure: ReportFigureView; year: number; end: string }) {
  const { code, text, state, why, origin, org } = figure;
  return (
    <>
      <Link
        className={`report-figure ${state}`}
        to="/figures/$code"
        params={{ code }}
        search={{ org: org.id, period: String(year) } as never}
        title={why ?? origin}
      >
        {text}
      </Link>
      {state !== 'live' && <span className="report-mark">{MARK[state]}</span>}
      {end}
    </>
  );
}

/** Settles the figures; what is not in order is said in the words of the rule. */
function Settle({ matter, org, year }: { matter: string; org: string; year: string }) {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const settle = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await post(`/reports/${matter}/freeze`, { key: newKey() });
      await client.invalidateQueries({ queryKey: ['report', org, year] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="board no-print">
      <h2>数据定稿</h2>
      <p>定稿后，正文、数据和来源一并存证，交合法性审核和保密审查。此后数据有变动的，报告不跟着变，会在这里标明。</p>
      <Button type="primary" loading={busy} onClick={() => void settle()}>
        定稿
      </Button>
      {trouble !== undefined && <Trouble error={trouble} />}
    </section>
  );
}

function Missing({ report }: { report: ReportView }) {
  const [all, setAll] = useState(false);
  const shown = all ? report.missing : report.missing.filter(({ why }) => why !== '尚未报送');
  return (
    <section className="board no-print">
      <h2>没有写入的指标</h2>
      <p>
        共{report.missing.length}个，没有数的不写作零。
        {report.missing.length > shown.length && (
          <Button type="link" onClick={() => setAll(true)}>
            连同尚未报送的一起列出
          </Button>
        )}
      </p>
      <ul className="report-gaps">
        {shown.map(({ code, name, why, waiting }) => (
          <li key={code}>
            {name}：{why}
            {waiting.length > 0 && `，等待${waiting.join('、')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
