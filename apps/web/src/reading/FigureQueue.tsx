import type { FigureShow, ReadingDesk } from '@fadu/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Trouble, Waiting } from '../Trouble.js';
import { grouped } from '../words.js';
import { queueQuery } from './queries.js';
import { STATE_WORDS, sureWords, valueWords } from './words.js';

/** Those that wait, the least sure first; or the others. */
export function FigureQueue({
  desk: { report, confident },
  show,
  current,
  onShow,
  onChoose,
}: {
  desk: ReadingDesk;
  show: FigureShow;
  current: number | undefined;
  onShow: (show: FigureShow) => void;
  onChoose: (n: number) => void;
}) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    queueQuery(report.id, show),
  );
  const queue = data?.pages.flatMap(({ figures }) => figures) ?? [];
  const left = (data?.pages[0]?.total ?? 0) - queue.length;
  const { counts } = report;
  const kinds: readonly (readonly [FigureShow, string, number])[] = [
    ['open', '待核', counts.open],
    ['confirmed', '已核', counts.confirmed],
    ['rejected', '不是数字', counts.rejected],
    ['all', '全部', counts.all],
  ];
  return (
    <section className="board reading-queue" aria-label="数字">
      <fieldset className="tabs" aria-label="列哪些数字">
        {kinds.map(([kind, word, count]) => (
          <button key={kind} type="button" aria-pressed={show === kind} onClick={() => onShow(kind)}>
            {word} {grouped(count)}
          </button>
        ))}
      </fieldset>
      {show === 'open' && queue.length > 0 && <p className="meta">把握低的在前</p>}
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="取数字" />}
      {data && queue.length === 0 && (
        <p className="empty">
          {show === 'open' ? '都核对过了。' : `没有${show === 'all' ? '数字' : STATE_WORDS[show]}。`}
        </p>
      )}
      <ol>
        {queue.map((figure) => (
          <li key={figure.n}>
            <button
              type="button"
              aria-current={figure.n === current ? 'true' : undefined}
              onClick={() => onChoose(figure.n)}
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
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在取…' : `再列一些（还有${grouped(left)}个）`}
        </button>
      )}
    </section>
  );
}
