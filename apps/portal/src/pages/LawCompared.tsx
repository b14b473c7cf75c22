/** @jsxImportSource preact */
import type { ComparedArticle, LawComparison } from '@fadu/wire';
import { changedRows, changeWords } from '@fadu/wire/law-reading';
import { useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate } from '../words.js';

/** What changed between two texts of a law: one article after the other, what was taken out struck, what came underlined. */
export function LawCompared({ code, on, vs }: { readonly code: string; readonly on: string; readonly vs: string }) {
  const days = new URLSearchParams({ ...(on !== '' && { on }), vs }).toString();
  const asked = useAsk(`${code} ${days}`, () =>
    get<LawComparison>(`/public/law/works/${encodeURIComponent(code)}/compare?${days}`),
  );
  if (asked.state !== 'there')
    return <Waiting asked={asked} title="没有找到这部法规" back={{ to: '/law', name: '查法规' }} />;
  return <Compared comparison={asked.value} />;
}

function Compared({ comparison }: { readonly comparison: LawComparison }) {
  const { title, code, older, newer, rows } = comparison;
  const [all, setAll] = useState(false);
  const changed = changedRows(rows);
  const shown = all ? rows : changed;
  const text = (on: string) => `/law/${code}?on=${on}`;
  return (
    <Page title={title} over="两次文本对照" back={text(newer.effectiveOn)} wide>
      <p>
        <Link to={text(newer.effectiveOn)}>{longDate(newer.effectiveOn)}起施行的文本</Link>和
        <Link to={text(older.effectiveOn)}>{longDate(older.effectiveOn)}起施行的</Link>比：{changeWords(rows)}。
      </p>
      <p class="hint">
        <ins>有下划线的</ins>是增加的字，<del>有删除线的</del>是删去的字。
      </p>
      {changed.length === 0 && <p class="note">条文没有变化。</p>}
      {changed.length > 0 && changed.length < rows.length && (
        <p class="buttons">
          <button type="button" class="secondary" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? '只看有变化的' : `看全部${rows.length}条`}
          </button>
        </p>
      )}
      <div class="law-body">
        {shown.map((row) => (
          <Row key={`${row.old?.locator} ${row.new?.locator}`} row={row} />
        ))}
      </div>
      <p class="buttons">
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
      </p>
    </Page>
  );
}

/** Further lines of an article begin two characters in, like the first. */
const indented = (text: string): string => text.replaceAll('\n', '\n　　');

function Row({ row }: { readonly row: ComparedArticle }) {
  const words = indented(row.text ?? '');
  return (
    <section class="law-changed">
      <h2>{changeWords([row], true)}</h2>
      {row.runs ? (
        <p class="law-words">
          {row.runs.map(({ kind, text }, index) => {
            if (kind === 'same') return indented(text);
            const Mark = kind === 'added' ? 'ins' : 'del';
            return (
              <Mark key={index}>
                <span class="spoken">{kind === 'added' ? '增加：' : '删除：'}</span>
                {indented(text)}
                <span class="spoken">结束</span>
              </Mark>
            );
          })}
        </p>
      ) : (
        <p class="law-words">
          {row.change === 'new' ? <ins>{words}</ins> : row.change === 'deleted' ? <del>{words}</del> : words}
        </p>
      )}
    </section>
  );
}
