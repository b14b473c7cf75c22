import type { ReportView, StudioView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meQuery } from '../api/queries.js';
import { useWide } from '../law/use-wide.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { Asked } from './Asked.js';
import { Chapter, type PaperChapter } from './Chapter.js';
import { Comments } from './Comments.js';
import { Missing } from './Missing.js';
import { Numbers } from './Numbers.js';
import { Outline } from './Outline.js';
import { reportQuery, studioQuery } from './queries.js';
import { ReportHead } from './ReportHead.js';
import { Settle } from './Settle.js';
import { chapterNumeral } from './words.js';
import './reports.css';

/** From here on the figures and comments of a chapter stand beside it; below, under it. */
const BESIDE = 1200;

/** The studio of a report: outline, paper, and beside it the figures, people and comments of the chapter at hand. */
export function ReportPage() {
  const address = useParams({ strict: false }) as { org: string; year: string };
  const search = useSearch({ strict: false }) as {
    chapter?: string;
    figure?: string;
    write?: string;
    order?: string;
  };
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: report, error, refetch } = useQuery(reportQuery(address));
  const { data: studio } = useQuery({
    ...studioQuery(report?.matter ?? ''),
    enabled: typeof report?.matter === 'string',
  });
  usePageTitle(report?.title, report?.unit.name);
  const wide = useWide(BESIDE);
  const chapters = report ? chaptersOf(report, studio) : [];
  const chosen = chapters.find(({ key }) => key === search.chapter);
  const go = (chapter: string, { write = false, order = false } = {}) =>
    void navigate({
      to: '/reports/$org/$year',
      params: address,
      search: { chapter, ...(write && { write: '1' }), ...(order && { order: '1' }) } as never,
      resetScroll: false,
    });
  const key = chosen?.key;
  // Until people and comments are there the chapters still move.
  const whole = report !== undefined && (report.matter === null || studio !== undefined);
  useEffect(() => {
    if (!key || !whole) return undefined;
    const soon = requestAnimationFrame(() =>
      document.getElementById(`chapter-${key}`)?.scrollIntoView({ block: 'start' }),
    );
    return () => cancelAnimationFrame(soon);
  }, [key, whole]);
  const side = chosen && report && <Side chapter={chosen} studio={studio} year={report.year} figure={search.figure} />;
  return (
    <>
      <ReportHead address={address} report={report} studio={studio} page="paper" />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!report && !error && <Waiting what="汇总各项数据" />}
      {report && report.matter === null && <NotBegun begin={me?.reportsOf === report.unit.id ? report.begin : null} />}
      {report && <Errata report={report} mine={me?.reportsOf === report.unit.id} />}
      {report && (
        <div className="report-desk">
          <Outline chapters={chapters} chosen={chosen?.key ?? ''} onChoose={(one) => go(one)} />
          <article className="board report-paper">
            {chapters.map((chapter) => (
              <div key={chapter.key}>
                <Chapter
                  chapter={chapter}
                  studio={studio}
                  address={address}
                  me={me}
                  chosen={chapter.key === chosen?.key}
                  writing={chapter.key === chosen?.key && search.write === '1' && chapter.studio?.mayWrite === true}
                  ordering={chapter.key === chosen?.key && search.order === '1' && chapter.studio?.mayWrite === true}
                  onChoose={(place) => go(chapter.key, place)}
                />
                {!wide && chapter.key === chosen?.key && side}
              </div>
            ))}
          </article>
          {wide && (
            <aside className="report-beside no-print" aria-label="本章数字、供稿和批注">
              {side ?? <p className="meta">选一章，看它的数字、供稿和批注。</p>}
            </aside>
          )}
        </div>
      )}
      {report?.open && studio?.may.write && <Settle report={report} studio={studio} address={address} />}
      {report && <Missing report={report} />}
      {report && me && (
        <PrintFoot me={me} name={`${report.unit.name}${report.year}年度报告${studio ? `第${studio.version}版` : ''}`} />
      )}
    </>
  );
}

function Side({
  chapter,
  studio,
  year,
  figure,
}: {
  chapter: PaperChapter;
  studio: StudioView | undefined;
  year: number;
  figure: string | undefined;
}) {
  return (
    <div className="report-sides no-print">
      {studio && chapter.studio && <Asked studio={studio} chapter={chapter.studio} />}
      {studio && chapter.studio && <Comments studio={studio} chapter={chapter.studio} figures={chapter.figures} />}
      <Numbers studio={studio} figures={chapter.figures} year={year} chosen={figure} />
    </div>
  );
}

/** After publication the text stays; what was wrong is put right beside it. */
function Errata({ report: { errata, correct, matter }, mine }: { report: ReportView; mine: boolean }) {
  if (correct === null || matter === null || (errata.length === 0 && !mine)) return null;
  return (
    <section className="board">
      <h2>公开后的更正</h2>
      {errata.length === 0 ? (
        <p className="meta">没有更正。公开的文字和数不再改动；有误的，发布更正，与原文并列。</p>
      ) : (
        <ul>
          {errata.map(({ on, was, now, reason }) => (
            <li key={`${on} ${was}`}>
              <span className="nb">{on}</span>：<del>{was}</del>更正为<ins>{now}</ins>。理由：{reason}
            </li>
          ))}
        </ul>
      )}
      {mine && (
        <p className="no-print">
          <Link to="/matters/$id/actions/$action" params={{ id: matter, action: correct }}>
            发布更正
          </Link>
        </p>
      )}
    </section>
  );
}

/** Nobody has begun this report: the figures are there, words and people are not. */
const NotBegun = ({ begin }: { begin: ReportView['begin'] }) => (
  <p className="note">
    这份报告还没有开始编制，以下只有数据。
    {begin && (
      <Link to="/lines/$line/new/$action" params={begin}>
        开始编制
      </Link>
    )}
  </p>
);

/** All chapters of the outline; those with figures, words or a duty to be there have a number. */
function chaptersOf(report: ReportView, studio: StudioView | undefined): PaperChapter[] {
  let count = 0;
  const numbered = (kept: boolean): string | null => {
    if (!kept) return null;
    count += 1;
    return chapterNumeral(count);
  };
  if (!studio)
    return report.chapters.map(({ key, title, texts, figures, paragraphs, leftOut }) => ({
      key,
      title,
      number: numbered(true),
      texts,
      figures,
      paragraphs,
      leftOut,
      studio: undefined,
      stage: undefined,
    }));
  return studio.chapters.map((chapter) => {
    const built = report.chapters.find(({ key }) => key === chapter.key);
    // While it is written the studio has the words as they were saved last.
    const words = report.open ? chapter.text.split('\n').filter((line) => line.trim() !== '') : (built?.texts ?? []);
    const figures = built?.figures ?? [];
    return {
      key: chapter.key,
      title: chapter.title,
      number: numbered(words.length + figures.length > 0 || chapter.required),
      texts: words,
      figures,
      paragraphs: built?.paragraphs ?? [],
      leftOut: built?.leftOut ?? [],
      studio: chapter,
      // Once the text is settled no chapter is being written.
      stage: report.open ? chapter.stage : undefined,
    };
  });
}
