/** @jsxImportSource preact */
import type { OpenData, PublicHoldings, PublicIndicatorRow } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { momentText } from '../words.js';
import { openText } from './open-values.js';

interface OpenDataProps {
  readonly year: string;
  readonly org: string;
}

/** 开放数据: figures of a year to look at and to take away, with licence, dictionary and definitions. */
export function OpenDataPage({ year, org }: OpenDataProps) {
  const asked = useAsk('years', () => get<PublicHoldings>('/public/figures'));
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有打开" />;
  const { years } = asked.value;
  const chosen = year === '' ? String(years[0] ?? '') : year;
  return (
    <Page title="开放数据" back="/" wide>
      <p>
        由办案记录计算的数，按地区和年度公开，可以免费使用。每个指标都有
        <a href="#catalogue">口径</a>，每一列都有<a href="#dictionary">说明</a>。
      </p>
      {chosen === '' ? (
        <p role="status">还没有已经结束的年度的数据。</p>
      ) : (
        <Year key={chosen} year={chosen} years={years} org={org} />
      )}
      <Catalogue />
    </Page>
  );
}

function Year({
  year,
  years,
  org,
}: {
  readonly year: string;
  readonly years: readonly number[];
  readonly org: string;
}) {
  const asked = useAsk(year, () => get<OpenData>(`/public/figures/${encodeURIComponent(year)}`));
  if (asked.state === 'waiting') return <p role="status">正在读取{year}年的数据…</p>;
  if (asked.state === 'failed')
    return (
      <div role="alert" class="problem">
        <p>{asked.error.problem.title}</p>
        <Link to="/data">看最近一年的数据</Link>
      </div>
    );
  const data = asked.value;
  const orgs = [...new Set(data.figures.map((figure) => figure.org))];
  const shown = orgs.includes(org) ? org : (orgs[0] ?? '');
  const see = (part: { readonly year?: string; readonly org?: string }) =>
    go(`/data?${new URLSearchParams({ year, org: shown, ...part })}`, { replace: true });
  return (
    <>
      <div class="report-choice">
        <p>
          <label for="data-year">年度</label>
          <select id="data-year" value={year} onChange={(event) => see({ year: event.currentTarget.value })}>
            {years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </p>
        {orgs.length > 0 && (
          <p>
            <label for="data-org">地区（数含下级）</label>
            <select id="data-org" value={shown} onChange={(event) => see({ org: event.currentTarget.value })}>
              {orgs.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </p>
        )}
      </div>
      <section>
        <h2>
          {shown}
          {year}年
        </h2>
        {orgs.length === 0 && <p role="status">这一年没有可以公开的数。</p>}
        <dl class="answers report-values">
          {data.indicators.flatMap((indicator) => {
            const figure = data.figures.find((one) => one.code === indicator.code && one.org === shown);
            return figure
              ? [
                  <div key={indicator.code}>
                    <dt>
                      <Link to={`/data/${indicator.code}`}>{indicator.name}</Link>
                    </dt>
                    <dd class={figure.status === 'withheld' ? 'withheld' : ''}>{openText(figure, indicator)}</dd>
                  </div>,
                ]
              : [];
          })}
        </dl>
        <p class="hint">
          没有列出的指标没有记录，不等于零。“不公开”是不足5件、可能指向个人的数，以及能推算出这样的数的数。
        </p>
      </section>
      <section>
        <h2>下载</h2>
        <ul class="report-list">
          <li>
            <a href={`/api/public/figures/${year}/csv`}>{year}年全部地区（CSV，可以用电子表格打开）</a>
          </li>
          <li>
            <a href={`/api/public/figures/${year}`}>{year}年全部地区（JSON，含口径和数据字典）</a>
          </li>
          <li>
            <a href={`/api/public/figures/${year}/csv-metadata.json`}>CSV的许可和数据字典（供程序读取）</a>
          </li>
        </ul>
        <p>
          {data.licence.name}。来源：{data.licence.source}，数据截至<span class="nb">{momentText(data.asOf)}</span>。
        </p>
      </section>
      <section id="dictionary">
        <h2>数据字典</h2>
        <dl class="answers">
          {data.fields.map(({ name, type, meaning }) => (
            <div key={name}>
              <dt>
                <span class="code">{name}</span>
                <br />
                {type === 'text' ? '文字' : '整数'}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** Every indicator with a definition of its own page. */
function Catalogue() {
  const asked = useAsk('catalogue', () => get<PublicIndicatorRow[]>('/public/indicators'));
  const [words, type] = useState('');
  const rows =
    asked.state === 'there' ? asked.value.filter((one) => `${one.name}${one.code}`.includes(words.trim())) : [];
  const domains = [...new Set(rows.map(({ domain }) => domain))];
  return (
    <section id="catalogue">
      <h2>指标目录</h2>
      {asked.state === 'waiting' && <p role="status">正在打开…</p>}
      {asked.state === 'failed' && (
        <div role="alert" class="problem">
          <p>{asked.error.problem.title}</p>
          <button type="button" class="secondary" onClick={asked.again}>
            再试一次
          </button>
        </div>
      )}
      {asked.state === 'there' && (
        <p class="search">
          <label for="indicator-words">指标名称</label>
          <input
            id="indicator-words"
            type="search"
            autocomplete="off"
            value={words}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </p>
      )}
      {asked.state === 'there' && rows.length === 0 && <p role="status">没有找到“{words}”。请只写名称里的几个字。</p>}
      {domains.map((domain) => (
        <details key={domain} class="law-fold" open={words.trim() !== ''}>
          <summary>
            {domain}（{rows.filter((one) => one.domain === domain).length}）
          </summary>
          <ul class="report-list">
            {rows
              .filter((one) => one.domain === domain)
              .map(({ code, name, unit, source }) => (
                <li key={code}>
                  <Link to={`/data/${code}`}>{name}</Link>
                  <span class="hint">
                    {unit}，{source === 'records' ? '由办案记录计算' : '由单位填报'}
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
