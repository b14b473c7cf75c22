/** @jsxImportSource preact */
import type { PublicReportRow } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';

/** 年度报告: of every organ on one page, with where and when it was made public. */
export function Reports() {
  const asked = useAsk('reports', () => get<PublicReportRow[]>('/public/reports'));
  const [words, type] = useState('');
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有打开" />;
  const rows = asked.value.filter(({ name, year }) => `${name}${year}`.includes(words.trim()));
  const years = [...new Set(rows.map(({ year }) => year))];
  return (
    <Page title="法治政府建设年度报告" back="/" wide>
      <p>地方各级政府和县级以上政府部门，每年4月1日以前公开上一年的报告。报告里的数可以点开，看统计口径和来源。</p>
      {asked.value.length > 5 && (
        <p class="search">
          <label for="report-words">机关名称或者年度</label>
          <input
            id="report-words"
            type="search"
            autocomplete="off"
            value={words}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </p>
      )}
      {rows.length === 0 && (
        <p role="status">
          {asked.value.length === 0 ? '还没有公开的年度报告。' : `没有找到“${words}”。请只写名称里的几个字。`}
        </p>
      )}
      {years.map((year) => (
        <section key={year}>
          <h2>{year}年度</h2>
          <ul class="report-list">
            {rows
              .filter((row) => row.year === year)
              .map((row) => (
                <Row key={row.unit} row={row} />
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function Row({ row: { unit, name, year, publishedOn, place, address, here } }: { readonly row: PublicReportRow }) {
  const title = `${name}${year}年度报告`;
  const elsewhere = /^https?:\/\//.test(address);
  return (
    <li>
      {here ? (
        <Link to={`/reports/${encodeURIComponent(unit)}/${year}`}>{title}</Link>
      ) : elsewhere ? (
        <a href={address} rel="noreferrer">
          {title}
        </a>
      ) : (
        <span class="report-name">{title}</span>
      )}
      <span class="hint">
        <span class="nb">{longDate(publishedOn)}</span>在{place}公开
        {!here && (elsewhere ? '，在该网站阅读' : `：${address}`)}
      </span>
    </li>
  );
}
