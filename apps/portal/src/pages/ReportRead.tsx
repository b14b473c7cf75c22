/** @jsxImportSource preact */
import type { PublicReport, PublicReportFigure } from '@fadu/wire';
import { reportPieces } from '@fadu/wire/report-reading';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';

interface ReportReadProps {
  readonly unit: string;
  readonly year: string;
}

export const SOURCE_WORDS: Readonly<Record<PublicReportFigure['source'], string>> = {
  records: '办案记录',
  returns: '填报',
  override: '改写',
};

/** A published report as it was settled: each figure leads to its definition and base. */
export function ReportRead({ unit, year }: ReportReadProps) {
  const asked = useAsk(`${unit} ${year}`, () =>
    get<PublicReport>(`/public/reports/${encodeURIComponent(unit)}/${encodeURIComponent(year)}`),
  );
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有找到这份报告" />;
  const report = asked.value;
  const from = `?report=${encodeURIComponent(`${report.unit}/${report.year}`)}`;
  return (
    <Page title={`${report.name}${report.title}`} back="/reports" wide>
      <p class="hint">
        <span class="nb">{longDate(report.publishedOn)}公开</span>，带下划线的数可以点开看口径
      </p>
      <Errata errata={report.errata} />
      <Contents titles={report.chapters.map(({ title }) => title)} />
      <article class="law-body report-body">
        {report.chapters.map(({ title, paragraphs }, at) => (
          <section key={title}>
            <h2 id={`c${at + 1}`} tabIndex={-1}>
              {title}
            </h2>
            {Object.entries(paragraphs).map(([place, text]) => (
              <p key={place} class="law-words">
                {Object.entries(reportPieces(text, report.figures)).map(([at, piece]) =>
                  piece.code === null ? (
                    piece.text
                  ) : (
                    <Link key={at} to={`/data/${piece.code}${from}`}>
                      {piece.text}
                    </Link>
                  ),
                )}
              </p>
            ))}
          </section>
        ))}
      </article>
      <details class="law-fold">
        <summary>报告里的{report.figures.length}个数：口径、分母和来源</summary>
        {report.figures.map((figure) => (
          <Figure key={figure.code} figure={figure} from={from} />
        ))}
      </details>
      <section class="report-proof">
        <h2>怎么核对</h2>
        <p>
          数据公开时已经冻结，以后只发更正。数据摘要（SM3）<span class="code">{report.digest.slice(0, 16)}</span>
          {report.code && (
            <>
              ，报告文书核验码 <Link to={`/verify/${report.code}`}>{report.code}</Link>
            </>
          )}
          。
        </p>
        {/^https?:\/\//.test(report.address) && (
          <p>
            公开的网址：<a href={report.address}>{report.address}</a>
          </p>
        )}
      </section>
    </Page>
  );
}

/** What was put right after publication; below, the report stands as it was published. */
function Errata({ errata }: { readonly errata: PublicReport['errata'] }) {
  if (errata.length === 0) return null;
  return (
    <section class="report-errata">
      <h2>公开后的更正</h2>
      <p class="hint">下面的报告仍是公开时的原文。</p>
      <ul>
        {errata.map(({ on, was, now, reason, address }) => (
          <li key={`${on} ${was}`}>
            <span class="nb">{longDate(on)}</span>：<del>{was}</del>更正为<ins>{now}</ins>。理由：{reason}
            {address && /^https?:\/\//.test(address) && (
              <>
                {' '}
                <a href={address}>更正公告</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From here on the contents stand beside the text and are open; on the phone and in 关怀版 they open when asked. */
const BESIDE = '(min-width: 1024px)';

function Contents({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length < 2) return null;
  const open = matchMedia(BESIDE).matches && !document.documentElement.classList.contains('care');
  return (
    <details class="law-fold report-contents" open={open}>
      <summary>目录</summary>
      <nav aria-label="目录">
        <ol class="law-list">
          {titles.map((title, at) => (
            <li key={title}>
              <a href={`#c${at + 1}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function Figure({ figure, from }: { readonly figure: PublicReportFigure; readonly from: string }) {
  const { code, name, written, counted, base, source, origin } = figure;
  return (
    <section class="report-figure">
      <h3>
        <Link to={`/data/${code}${from}`}>{name}</Link>
      </h3>
      <dl class="answers">
        <div>
          <dt>报告所写</dt>
          <dd>{written}</dd>
        </div>
        <div>
          <dt>统计口径</dt>
          <dd>{counted}</dd>
        </div>
        {base && (
          <div>
            <dt>分母</dt>
            <dd>{base}</dd>
          </div>
        )}
        <div>
          <dt>来源</dt>
          <dd>
            {SOURCE_WORDS[source]}：{origin}
          </dd>
        </div>
      </dl>
    </section>
  );
}
