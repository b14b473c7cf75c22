import { useQuery } from '@tanstack/react-query';
import { Trouble, Waiting } from '../Trouble.js';
import { dayWords, grouped } from '../words.js';
import { type FigureSearch, whyQuery } from './queries.js';

/** 为什么是这个数: definition, numerator and denominator, what was left out and why, versions of the definition. */
export function WhyPanel({ code, search, today }: { code: string; search: FigureSearch; today: string }) {
  const { data, error, refetch } = useQuery(whyQuery(code, search));
  return (
    <section className="board" id="why">
      <h2>为什么是这个数</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="查口径" />}
      {data && (
        <>
          <dl className="why">
            <dt>口径</dt>
            <dd>{data.definition}</dd>
            {data.formula.map((one) => (
              <div key={one.label}>
                <dt>{one.label}</dt>
                <dd>{one.text}</dd>
              </div>
            ))}
            <div>
              <dt>归属</dt>
              <dd>{data.attribution}</dd>
            </div>
            <div>
              <dt>范围</dt>
              <dd>{data.scope}</dd>
            </div>
            {data.basis.length > 0 && (
              <div>
                <dt>依据</dt>
                <dd>{data.basis.join('、')}</dd>
              </div>
            )}
          </dl>
          <h3>看过而没有计入的</h3>
          {data.sampled !== null && (
            <p className="meta" role="note">
              案件较多，按抽取的{data.sampled}%推算，是约数。
            </p>
          )}
          {data.excluded.length === 0 ? (
            <p className="meta">没有。</p>
          ) : (
            <ul>
              {data.excluded.map((one) => (
                <li key={one.why}>
                  {data.sampled !== null && '约'}
                  {grouped(one.count)}件：{one.why}
                </li>
              ))}
            </ul>
          )}
          {data.notes.map((note) => (
            <p key={note} className="meta" role="note">
              {note}
            </p>
          ))}
          {data.versions.length > 0 && (
            <p className="meta">
              {data.versions.map((one) => `口径第${one.version}版，自${dayWords(one.from, today)}起`).join('；')}
            </p>
          )}
        </>
      )}
    </section>
  );
}
