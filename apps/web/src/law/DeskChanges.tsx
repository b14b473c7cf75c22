import type { ComparedArticle, LawBatchComparison } from '@fadu/wire';
import { changedRows, changeWords } from '@fadu/wire/law-reading';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.js';
import { Trouble, Waiting } from '../Trouble.js';
import { Runs, runLines } from './Articles.js';

/** What a text at the desk changes in the version that it follows: who releases it sees what is let in. */
export function DeskChanges({ batch, ord }: { batch: string; ord: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['law-desk', batch, 'compare', ord],
    queryFn: () => get<LawBatchComparison>(`/law/desk/${batch}/texts/${ord}/compare`),
  });
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="和库中的文本比较" />;
  const { code, older, rows } = data;
  if (older === null || code === null) return <p className="hint">库中没有这部法规以前的文本，整部新入库。</p>;
  const changed = changedRows(rows);
  return (
    <details className="law-fold" open={changed.length <= MOST_OPEN}>
      <summary>
        比库中{older}施行的文本：{changeWords(rows)}
      </summary>
      <p className="meta">
        <Link to="/law/$code" params={{ code }} search={{ on: older }}>
          看库中的文本
        </Link>
        {'　'}
        <ins>增加的字</ins>　<del>删去的字</del>
      </p>
      {changed.map((row) => (
        <Changed key={`${row.old?.locator} ${row.new?.locator}`} row={row} />
      ))}
    </details>
  );
}

/** More changes than one takes in at a glance stay folded. */
const MOST_OPEN = 30;

function Changed({ row }: { row: ComparedArticle }) {
  const words = row.text ?? '';
  return (
    <section className="law-changed">
      <h3>{changeWords([row], true)}</h3>
      {row.runs ? (
        runLines(row.runs).map((runs, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change places
          <p key={index} className="law-words">
            <Runs runs={runs} />
          </p>
        ))
      ) : (
        <p className="law-words">{row.change === 'new' ? <ins>{words}</ins> : <del>{words}</del>}</p>
      )}
    </section>
  );
}
