/** @jsxImportSource preact */
import { type PlainDate, weekday } from '@fadu/kernel';
import type { ClockExplanation } from '@fadu/wire';
import { Basis } from './parts.js';

/** 怎么算的: each rule with its article, then every day, counted or not and why not. */
export function Counting({ how }: { readonly how: ClockExplanation }) {
  const months = monthsOf(how.days);
  const last = how.days.at(-1)?.date;
  return (
    <details class="counting">
      <summary>怎么算的</summary>
      <ol>
        {how.steps.map((step) => (
          <li key={step.text}>
            {step.text} <Basis basis={step.basis} />
            {step.note && <span class="hint">（{step.note}）</span>}
          </li>
        ))}
      </ol>
      {how.days.length > 0 && (
        <>
          <p class="hint key" aria-hidden="true">
            <span>
              <span class="day counted" />
              计入
            </span>
            <span>
              <span class="day" />
              不计入
            </span>
          </p>
          {months.map(([month, days]) => (
            <div key={month}>
              <p class="month-name">{`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}</p>
              <div class="days weekdays" aria-hidden="true">
                {[...'一二三四五六日'].map((name) => (
                  <span key={name}>{name}</span>
                ))}
              </div>
              <ol class="days">
                {days.map((day, index) => (
                  <li
                    key={day.date}
                    class={`day${day.counted ? ' counted' : ''}${day.date === last ? ' last' : ''}`}
                    style={index === 0 ? { gridColumnStart: column(day.date) } : undefined}
                    aria-label={`${Number(day.date.slice(8))}日，${day.counted ? '计入' : '不计入'}${why(day)}${day.date === last ? '，最后一天' : ''}`}
                  >
                    <span aria-hidden="true">
                      {Number(day.date.slice(8))}
                      <small>
                        {day.date === last ? '届满' : day.counted && day.why !== '班' ? '' : day.why?.slice(0, 2)}
                      </small>
                    </span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </>
      )}
    </details>
  );
}

/** Monday is the first column. */
const column = (date: string): number => ((weekday(date as PlainDate) + 6) % 7) + 1;
const why = (day: ClockExplanation['days'][number]): string => (day.why === null ? '' : `，${day.why}`);

function monthsOf(days: ClockExplanation['days']): [string, ClockExplanation['days'][number][]][] {
  const months = new Map<string, ClockExplanation['days'][number][]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months];
}
