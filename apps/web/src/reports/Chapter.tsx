import type { Me, ReportFigureView, ReportView, StudioChapter, StudioView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Trouble } from '../Trouble.js';
import { momentWords } from '../words.js';
import { ChapterEditor } from './ChapterEditor.js';
import { type ReportAddress, useStudio } from './queries.js';
import { StatementOrder } from './StatementOrder.js';
import { FIGURE_MARKS, STAGE_TONES, STAGE_WORDS } from './words.js';

export interface PaperChapter {
  readonly key: string;
  readonly title: string;
  /** 二: its number in the report; null while it is not written into it. */
  readonly number: string | null;
  readonly texts: readonly string[];
  readonly figures: readonly ReportFigureView[];
  /** How many of them stand in each paragraph. */
  readonly paragraphs: readonly number[];
  /** What the data say and the writer does not write. */
  readonly leftOut: ReportView['chapters'][number]['leftOut'];
  /** Who writes it and how far it is; absent before the report was begun. */
  readonly studio: StudioChapter | undefined;
  /** How far the writing is; absent when nobody writes: not begun, or settled. */
  readonly stage: StudioChapter['stage'] | undefined;
}

interface ChapterProps {
  readonly chapter: PaperChapter;
  readonly studio: StudioView | undefined;
  readonly address: ReportAddress;
  readonly me: Me | undefined;
  readonly chosen: boolean;
  readonly writing: boolean;
  /** Its statements are being put in order. */
  readonly ordering: boolean;
  readonly onChoose: (place: Place) => void;
}

/** What is done with a chapter. */
interface Place {
  readonly write?: boolean;
  readonly order?: boolean;
}

/** A chapter as it will stand on paper, and what may be done with it. */
export function Chapter({ chapter, studio, address, me, chosen, writing, ordering, onChoose }: ChapterProps) {
  const { key, title, number, texts, figures, leftOut, stage } = chapter;
  const state = chapter.studio;
  return (
    <section
      id={`chapter-${key}`}
      className={`report-chapter${chosen ? ' chosen' : ''}${number === null && !writing ? ' left-out' : ''}`}
    >
      <h2>
        {number !== null && `${number}、`}
        {title}
      </h2>
      {state && (state.stage !== 'idle' || state.asked) && (
        <p className="meta no-print report-standing">
          {stage && STAGE_WORDS[stage] && (
            <span className={`state state-${STAGE_TONES[stage]}`}>{STAGE_WORDS[stage]}</span>
          )}{' '}
          {state.by && state.at && (
            <>
              {state.by.name}（{state.by.org}） <span className="nb">{momentWords(state.at)}</span>
              ，第{state.version}版
            </>
          )}
          {state.asked && `　供稿：${state.asked.orgName}`}
        </p>
      )}
      {writing && state && studio && me ? (
        <ChapterEditor
          key={key}
          matter={studio.matter}
          address={address}
          chapter={state}
          me={me}
          onDone={() => onChoose({ write: false })}
        />
      ) : (
        Object.entries(texts).map(([place, text]) => <p key={place}>{text}</p>)
      )}
      {ordering && studio && <StatementOrder matter={studio.matter} chapter={chapter} onDone={() => onChoose({})} />}
      {!ordering &&
        cut(figures, chapter.paragraphs).map((paragraph) => (
          <p key={paragraph[0]!.code}>
            {paragraph.map((figure, place) => (
              <Clause
                key={figure.code}
                figure={figure}
                last={place === paragraph.length - 1}
                address={address}
                chapter={key}
              />
            ))}
          </p>
        ))}
      {texts.length + figures.length === 0 && !writing && (
        <p className="meta">{number === null ? '没有数据和文字，不写入' : '待撰写'}</p>
      )}
      {leftOut.length > 0 && !ordering && (
        <p className="meta no-print">有数据而不写入：{leftOut.map(({ text }) => text).join('；')}。</p>
      )}
      {studio && state && !writing && !ordering && (
        <Moves studio={studio} chapter={state} statements={figures.length + leftOut.length} onChoose={onChoose} />
      )}
    </section>
  );
}

/** Items in rows of these lengths; what is left over in a row of its own. */
function cut<T>(items: readonly T[], lengths: readonly number[]): (readonly T[])[] {
  const [length = items.length, ...rest] = lengths;
  return items.length === 0 ? [] : [items.slice(0, length), ...cut(items.slice(length), rest)];
}

/** A figure in the text: solid underline live, dashed to be renewed, ▲ written by hand; opens what is known of it. */
function Clause({
  figure: { code, text, state, name },
  last,
  address,
  chapter,
}: {
  figure: ReportFigureView;
  last: boolean;
  address: ReportAddress;
  chapter: string;
}) {
  return (
    <>
      <Link
        to="/reports/$org/$year"
        params={address}
        search={{ chapter, figure: code } as never}
        resetScroll={false}
        className={`report-figure ${state}`}
        title={`${name}：${FIGURE_MARKS[state]}`}
      >
        {text}
        {state !== 'live' && (
          <span className="report-mark">
            {state === 'overridden' && <span aria-hidden="true">▲</span>}
            {FIGURE_MARKS[state]}
          </span>
        )}
      </Link>
      {last ? '。' : '；'}
    </>
  );
}

/** Write, hand in, confirm, return: what this post may do with the chapter now. */
function Moves({
  studio,
  chapter,
  statements,
  onChoose,
}: {
  studio: StudioView;
  chapter: StudioChapter;
  /** Statements of figures, with those left out. */
  statements: number;
  onChoose: (place: Place) => void;
}) {
  const act = useStudio(studio.matter);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const { key, stage, version, mayWrite, open, asked } = chapter;
  const move = (body: object) =>
    act.mutate(
      { path: `/chapters/${key}/stage`, body: { version, ...body } },
      { onSuccess: () => setReturning(false) },
    );
  const written = version > 0 && chapter.text !== '';
  return (
    <div className="no-print">
      <div className="row-actions report-moves">
        {mayWrite && (
          <Button size="small" onClick={() => onChoose({ write: true })}>
            {written ? '修改文字' : '撰写文字'}
          </Button>
        )}
        {mayWrite && statements > 0 && (
          <Button size="small" onClick={() => onChoose({ order: true })}>
            调整各句
          </Button>
        )}
        {mayWrite && written && !studio.may.write && stage !== 'submitted' && stage !== 'confirmed' && (
          <Button size="small" type="primary" loading={act.isPending} onClick={() => move({ move: 'submit' })}>
            交稿
          </Button>
        )}
        {studio.may.write && written && stage !== 'confirmed' && (
          <Button size="small" loading={act.isPending} onClick={() => move({ move: 'confirm' })}>
            确认本章
          </Button>
        )}
        {studio.may.write && written && asked && (
          <Button size="small" onClick={() => setReturning(!returning)}>
            退回供稿单位
          </Button>
        )}
        {(open > 0 || studio.steps.some(({ state }) => state !== 'done')) && (
          <Button size="small" type="text" onClick={() => onChoose({})}>
            批注{open > 0 && `（${open}）`}
          </Button>
        )}
      </div>
      {returning && (
        <form
          className="report-say"
          onSubmit={(event) => {
            event.preventDefault();
            move({ move: 'return', reason });
          }}
        >
          <label>
            <span className="label">退回的理由</span>
            <textarea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
          </label>
          <Button size="small" htmlType="submit" loading={act.isPending}>
            退回
          </Button>
        </form>
      )}
      {act.error && <Trouble error={act.error} />}
    </div>
  );
}
