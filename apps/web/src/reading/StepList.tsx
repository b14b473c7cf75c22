import type { ReadingStep } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Trouble } from '../Trouble.js';
import { momentWords } from '../words.js';
import { stepsQuery } from './queries.js';

const STEP_WORDS: Readonly<Record<ReadingStep['kind'], string>> = {
  confirm: '确认',
  reject: '标为不是数字',
  reopen: '退回待核',
  correct: '更正',
  add: '补录',
  describe: '登记报告',
};

/** What was done about one figure: who, when, and what stood before. */
export function StepList({ id, n }: { id: string; n: number }) {
  const { data, error } = useQuery(stepsQuery(id, n));
  if (error) return <Trouble error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <details>
      <summary>核对记录（{data.length}）</summary>
      <ol className="plain-list reading-steps">
        {data.map((step) => (
          <Step key={step.seq} step={step} />
        ))}
      </ol>
    </details>
  );
}

export function Step({ step, what }: { step: ReadingStep; what?: React.ReactNode }) {
  return (
    <li>
      <span className="nb">{momentWords(step.at)}</span> {step.person}
      {step.post && `（${step.post}）`} {STEP_WORDS[step.kind]}
      {what}
      {step.note && `：${step.note}`}
      {step.kind !== 'add' &&
        step.changes.map(({ label, before, after }) => (
          <span key={label} className="reading-change">
            {label} <del>{before}</del> <ins>{after}</ins>
          </span>
        ))}
    </li>
  );
}
