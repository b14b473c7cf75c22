/** @jsxImportSource preact */
import type { JsonObject, PlainDate } from '@fadu/kernel';
import { parsePlainDate } from '@fadu/kernel';
import type { GuideQuestion } from '@fadu/procedure';
import type { PublicLine } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { session } from '../device/kept.js';
import { DateParts } from '../form/DateField.js';
import { isoOf } from '../form/values.js';
import { FaultSummary } from '../parts/parts.js';
import { asked, standing } from './guide-answers.js';

/** Whoever cannot say answers so, and goes on: the guide then says what is still open. */
const UNKNOWN = '';

export const answersOf = (line: string): JsonObject => session.read<JsonObject>(`guide.${line}`) ?? {};

/** One question; its answer is kept until the tab closes. */
export function Guide({ line, place }: { readonly line: PublicLine; readonly place: number }) {
  const answers = answersOf(line.code);
  const questions = asked(line.publicView.guide, answers);
  const question = questions[Math.min(place, questions.length) - 1];
  if (!question) return null;
  return (
    <Question
      key={question.key}
      line={line}
      question={question}
      place={place}
      count={questions.length}
      before={answers}
    />
  );
}

interface QuestionProps {
  readonly line: PublicLine;
  readonly question: GuideQuestion;
  readonly place: number;
  readonly count: number;
  readonly before: JsonObject;
}

function Question({ line, question, place, count, before }: QuestionProps) {
  const site = useSite();
  const known = before[question.key];
  const [answer, set] = useState<string | undefined>(known === undefined ? undefined : String(known));
  const [fault, say] = useState('');
  const [round, press] = useState(0);
  const unknown = question.kind === 'date' && answer === UNKNOWN && known !== undefined;
  const [unsure, setUnsure] = useState(unknown);
  const forward = () => {
    const value = unsure ? UNKNOWN : question.kind === 'date' ? isoOf(answer ?? '') : (answer ?? '');
    const problem = unsure ? '' : faultOf(question, value, site.today as PlainDate);
    say(problem);
    press(round + 1);
    if (problem !== '') return;
    const answers = standing(line.publicView.guide, { ...before, [question.key]: value });
    session.keep(`guide.${line.code}`, answers);
    const left = asked(line.publicView.guide, answers);
    go(place < left.length ? `/check/${line.code}/${place + 1}` : `/check/${line.code}/result`);
  };
  return (
    <Page
      title={question.text}
      over={`${line.publicView.name}：能不能申请`}
      back={place > 1 ? `/check/${line.code}/${place - 1}` : '/'}
      faults={fault === '' ? 0 : 1}
    >
      <FaultSummary faults={fault === '' ? [] : [{ field: question.key, message: fault }]} round={round} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          forward();
        }}
        noValidate
      >
        <fieldset class={fault === '' ? 'field' : 'field wrong'} id={`f-${question.key}`} tabIndex={-1}>
          <legend class="spoken">{question.text}</legend>
          {question.hint && <p class="hint">{question.hint}</p>}
          {fault !== '' && <p class="fault">▲ {fault}</p>}
          {question.kind === 'choice' ? (
            Object.entries(question.options ?? {}).map(([key, text]) => (
              <label key={key} class="option">
                <input type="radio" name={question.key} checked={answer === key} onChange={() => set(key)} />
                <span>{text}</span>
              </label>
            ))
          ) : (
            <>
              <DateParts
                id={`f-${question.key}`}
                value={unsure ? '' : (answer ?? '')}
                onChange={(text) => {
                  setUnsure(false);
                  set(text);
                }}
              />
              <label class="option">
                <input type="checkbox" checked={unsure} onChange={(event) => setUnsure(event.currentTarget.checked)} />
                <span>记不清，或者还没有收到</span>
              </label>
            </>
          )}
        </fieldset>
        <div class="go">
          <button type="submit" class="button">
            继续
          </button>
          <p class="hint">{`第${place}题，共${count}题`}</p>
        </div>
      </form>
    </Page>
  );
}

function faultOf(question: GuideQuestion, value: string, today: PlainDate): string {
  if (question.kind === 'choice') return value === '' ? '请选一项。' : '';
  if (value === '') return '请填写日期，或者选“记不清”。';
  const date = parsePlainDate(value);
  if (date === undefined) return '这不是有效的日期，请按年、月、日填写，例如2024年8月16日。';
  return date > today ? '日期不能晚于今天。' : '';
}
