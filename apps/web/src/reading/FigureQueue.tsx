import type { ReadFigure, ReadingDesk } from '@fadu/wire';
import { useState } from 'react';
import { grouped } from '../words.js';
import type { Show } from './queue.js';
import { STATE_WORDS, sureWords, valueWords } from './words.js';

/** So many at once; more when asked for. */
const PAGE = 60;

/** Those that wait, the least sure first; or the others. */
export function FigureQueue({
  desk: { report, confident },
  queue,
  show,
  current,
  onShow,
  onChoose,
}: {
  desk: ReadingDesk;
  queue: readonly ReadFigure[];
  show: Show;
  current: ReadFigure | undefined;
  onShow: (show: Show) => void;
  onChoose: (figure: ReadFigure) => void;
}) {
  const [more, setMore] = useState(PAGE);
  const { counts } = report;
  const kinds: readonly (readonly [Show, string, number])[] = [
    ['open', '待核', counts.open],
    ['confirmed', '已核', counts.confirmed],
    ['rejected', '不是数字', counts.rejected],
    ['all', '全部', counts.all],
  ];
  return (
    <section className="board reading-queue" aria-label="数字">
      <fieldset className="tabs" aria-label="列哪些数字">
        {kinds.map(([kind, word, count]) => (
          <button
            key={kind}
            type="button"
            aria-pressed={show === kind}
            onClick={() => {
              setMore(PAGE);
              onShow(kind);
            }}
          >
            {word} {grouped(count)}
          </button>
        ))}
      </fieldset>
      {show === 'open' && queue.length > 0 && <p className="meta">把握低的在前</p>}
      {queue.length === 0 && (
        <p className="empty">
          {show === 'open' ? '都核对过了。' : `没有${show === 'all' ? '数字' : STATE_WORDS[show]}。`}
        </p>
      )}
      <ol>
        {queue.slice(0, more).map((figure) => (
          <li key={figure.n}>
            <button
              type="button"
              aria-current={figure.n === current?.n ? 'true' : undefined}
              onClick={() => onChoose(figure)}
            >
              <strong>{valueWords(figure)}</strong> {figure.indicatorName ?? figure.subject ?? '没有指标'}
              <span className={(figure.confidence ?? 1) < confident ? 'meta unsure' : 'meta'}>
                {show === 'all' ? `${STATE_WORDS[figure.state]} · ` : ''}
                {sureWords(figure)}
                {figure.page === null ? '' : ` · 第${figure.page}页`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {queue.length > more && (
        <button type="button" className="button" onClick={() => setMore(more + PAGE * 5)}>
          再列一些（还有{grouped(queue.length - more)}个）
        </button>
      )}
    </section>
  );
}
