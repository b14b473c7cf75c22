/** @jsxImportSource preact */
import type { ClockExplanation } from '@fadu/wire';
import { Basis } from './parts.js';

/** 怎么算的: each rule with its article, then every day, counted or not and why not. */
export function Counting({ how }: { readonly how: ClockExplanation }) {
  const months = monthsOf(how.days);
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
          <p class="hint">
            <span class="day counted" aria-hidden="true" /> 计入的日子　
            <span class="day" aria-hidden="true" /> 不计入的日子
          </p>
          {months.map(([month, days]) => (
            <div key={month} class="month">
              <p class="month-name">{`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}</p>
              <ol class="days">
                {days.map((day) => (
                  <li
                    key={day.date}
                    class={day.counted ? 'day counted' : 'day'}
                    aria-label={`${Number(day.date.slice(8))}日，${day.counted ? '计入' : `不计入${day.why ? `，${day.why}` : ''}`}`}
                  >
                    <span aria-hidden="true">
                      {Number(day.date.slice(8))}
                      {day.why && <small>{day.why.slice(0, 3)}</small>}
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

function monthsOf(days: ClockExplanation['days']): [string, ClockExplanation['days'][number][]][] {
  const months = new Map<string, ClockExplanation['days'][number][]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months];
}
