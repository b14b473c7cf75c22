/** @jsxImportSource preact */
import type { PublicIndicator, PublicReport } from '@fadu/wire';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';
import { SOURCE_WORDS } from './ReportRead.js';

interface IndicatorPageProps {
  readonly code: string;
  /** The report one came from: UNIT/YEAR. */
  readonly report: string;
}

/** What an indicator is: definition, base, versions, and the reports that state it. */
export function IndicatorPage({ code, report }: IndicatorPageProps) {
  const asked = useAsk(code, () => get<PublicIndicator>(`/public/indicators/${encodeURIComponent(code)}`));
  const address = /^[\w-]+\/\d{4}$/.test(report) ? report : '';
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有找到这个指标" />;
  const { name, unit, domain, counted, base, source, versions, stated } = asked.value;
  const rows = [
    ['统计口径', counted],
    ['分母', base],
    ['单位', unit],
    ['领域', domain],
    ['来源', source === 'records' ? '由办案记录计算，不由人填写' : '由单位填报，上级审核'],
    ['编码', code],
  ].filter((row): row is [string, string] => row[1] !== null);
  return (
    <Page title={name} back={address === '' ? '/data' : `/reports/${address}`} over="指标口径">
      {address !== '' && <InReport address={address} code={code} />}
      <dl class="answers">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {versions.length > 1 && (
        <>
          <h2>口径的变化</h2>
          <ul class="advice">
            {versions.map(({ version, from, counted: then }) => (
              <li key={version}>
                <span class="nb">{longDate(from)}</span>起：{then}
              </li>
            ))}
          </ul>
        </>
      )}
      {stated.length > 0 && (
        <>
          <h2>写在哪些报告里</h2>
          <ul class="report-list">
            {stated.map((one) => (
              <li key={`${one.unit}${one.year}`}>
                <Link to={`/reports/${encodeURIComponent(one.unit)}/${one.year}`}>
                  {one.name}
                  {one.year}年度报告
                </Link>
                <span class="hint">{one.written}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

/** What the report says of it, on which base, and from where. */
function InReport({ address, code }: { readonly address: string; readonly code: string }) {
  const asked = useAsk(address, () => get<PublicReport>(`/public/reports/${address}`));
  if (asked.state !== 'there') return null;
  const figure = asked.value.figures.find((one) => one.code === code);
  if (!figure) return null;
  return (
    <section class="note">
      <h2>{figure.written}</h2>
      <p>
        {asked.value.name}
        {asked.value.year}年度报告。来源：{SOURCE_WORDS[figure.source]}，{figure.origin}。
      </p>
      <p>
        口径：{figure.counted}
        {figure.base && `；分母：${figure.base}`}。
      </p>
    </section>
  );
}
