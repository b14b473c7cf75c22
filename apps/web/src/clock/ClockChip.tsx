import { copyText } from '@fadu/client';
import type { ClockExplanation, ClockView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';
import { RestsOn } from '../settings/RestsOn.js';
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
      className={`chip chip-${words.tone}${clock.provisional && clock.outcome === null ? ' chip-prov' : ''}${clock.mine || clock.outcome !== null ? '' : ' chip-other'}`}
    >
      <span aria-hidden="true">
        {words.icon} {named ? `${clock.name} ` : ''}
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
      title={`${clock.name}期限怎么算`}
      destroyOnHidden
    >
      <button type="button" className="chip-button" title="怎么算">
        {chip}
      </button>
    </Popover>
  );
}

/** Start, rules with their articles, the strip of days, the three dates; the same words can be copied. */
function Explanation({ matter, clock }: { matter: string; clock: ClockView }) {
  const [copied, setCopied] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['clock', matter, clock.code, clock.legalDue, clock.suspensions.length],
    queryFn: () => get<ClockExplanation>(`/matters/${matter}/clocks/${clock.code}`),
  });
  if (error)
    return (
      <p className="error-text" role="alert">
        没有取到计算过程。<Button onClick={() => void refetch()}>重试</Button>
      </p>
    );
  if (!data) return <p role="status">正在取计算过程…</p>;
  const lines = [
    `起算：${clock.event}，${clock.startedOn}`,
    ...data.steps.map((step) => `${step.text}${step.basis ? `（${step.basis.text}）` : ''}`),
    `名义届满${clock.nominalDue}，届满${clock.legalDue}，内控日${clock.targetDue}`,
  ];
  const counted = data.days.filter((day) => day.counted).length;
  return (
    <div className="explain">
      <p>
        起算：{clock.event}，<span className="nb">{clock.startedOn}</span>，当日不计
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
      {data.days.length > 0 && (
        <>
          <div className="days">
            {data.days.slice(0, 140).map((day) => (
              <span
                key={day.date}
                className={`day${day.counted ? ' counted' : ''}${day.date === clock.legalDue ? ' last' : ''}`}
                title={`${day.date} ${day.counted ? '计入' : '不计'}${day.why ? `（${day.why}）` : ''}`}
              >
                <span className="sr">
                  {day.date}
                  {day.counted ? '计入' : '不计'}
                  {day.why ?? ''}
                </span>
                <span aria-hidden="true">
                  {day.date.slice(8) === '01' ? `${Number(day.date.slice(5, 7))}/1` : Number(day.date.slice(8))}
                  {day.why === '班' ? '班' : ''}
                </span>
              </span>
            ))}
          </div>
          <p className="meta">
            ■计入{counted}日　□不计{data.days.length - counted}日{reasonsOf(data.days)}
            {data.days.length > 140 ? '（只画前140日）' : ''}
          </p>
        </>
      )}
      <dl className="three-dates">
        <div>
          <dt>名义届满</dt>
          <dd>{clock.nominalDue}</dd>
        </div>
        <div>
          <dt>届满</dt>
          <dd>
            <strong>{clock.legalDue}</strong>
            {clock.provisional ? ' 暂定' : ''}
          </dd>
        </div>
        <div>
          <dt>内控日</dt>
          <dd>{clock.targetDue}</dd>
        </div>
      </dl>
      {clock.provisional && (
        <p className="note">{clock.legalDue.slice(0, 4)}年放假安排没有公布，公布后自动重算并通知承办人。</p>
      )}
      {clock.unverified && <p className="note">※口径待核：{clock.unverified}</p>}
      {clock.rests.length > 0 && (
        <p className="note">
          <RestsOn clock={clock} />
        </p>
      )}
      <Button
        onClick={() => {
          void copyText(lines.join('\n')).then(setCopied);
        }}
      >
        {copied ? '已复制' : '复制计算过程'}
      </Button>
    </div>
  );
}

/** （周末8、国庆节5）: why days were not counted. */
function reasonsOf(days: ClockExplanation['days']): string {
  const counts = new Map<string, number>();
  for (const day of days)
    if (!day.counted && day.why && day.why !== '班') counts.set(day.why, (counts.get(day.why) ?? 0) + 1);
  return counts.size === 0 ? '' : `（${[...counts].map(([why, count]) => `${why}${count}`).join('、')}）`;
}
