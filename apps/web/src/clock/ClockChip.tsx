import type { ClockExplanation, ClockView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Popover } from 'antd';
import { get } from '../api/client.js';
import { clockWords } from './clock-words.js';

/** A clock: icon, words, colour; opens to its counting when the matter is known. */
export function ClockChip({
  clock,
  today,
  matter,
  named,
}: {
  clock: ClockView;
  today: string;
  matter?: string;
  named?: boolean;
}) {
  const words = clockWords(clock, today);
  const chip = (
    <span
      className={`chip chip-${words.tone}${clock.provisional ? ' chip-prov' : ''}${clock.mine ? '' : ' chip-other'}`}
    >
      <span aria-hidden="true">{words.icon} </span>
      <span aria-hidden="true">
        {named ? `${clock.name} ` : ''}
        {words.text}
      </span>
      <span className="sr">{words.spoken}</span>
    </span>
  );
  if (matter === undefined) return chip;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={<Explanation matter={matter} clock={clock} />}
      title={`${clock.name}：怎么算`}
    >
      <button type="button" className="chip-button">
        {chip}
      </button>
    </Popover>
  );
}

function Explanation({ matter, clock }: { matter: string; clock: ClockView }) {
  const { data, error } = useQuery({
    queryKey: ['clock', matter, clock.code, clock.legalDue, clock.suspensions.length],
    queryFn: () => get<ClockExplanation>(`/matters/${matter}/clocks/${clock.code}`),
  });
  if (error) return <p className="error-text">没有取到计算过程，请再点一次。</p>;
  if (!data) return <p>正在计算…</p>;
  return (
    <div className="explain">
      <p>
        起算：{clock.event}，{clock.startedOn}
      </p>
      <ol>
        {data.steps.map((step) => (
          <li key={step.text}>
            {step.text}
            {step.basis && <span className="basis-inline">{step.basis.text}</span>}
            {step.note && <span className="meta"> ※{step.note}</span>}
          </li>
        ))}
      </ol>
      <div className="days">
        {data.days.slice(0, 130).map((day) => (
          <span
            key={day.date}
            className={day.counted ? 'day counted' : 'day'}
            title={`${day.date} ${day.counted ? '计入' : '不计'}${day.why ? `（${day.why}）` : ''}`}
          >
            <span className="sr">
              {day.date}
              {day.counted ? '计入' : '不计'}
              {day.why ?? ''}
            </span>
            <span aria-hidden="true">{Number(day.date.slice(8))}</span>
          </span>
        ))}
      </div>
      <p className="meta">■ 计入　□ 不计（停在格子上看原因）</p>
    </div>
  );
}
