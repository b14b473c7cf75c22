import type { KeptStatement, StatementChange } from '@fadu/wire';
import { FIGURE_MARKS } from './words.js';

const CHANGE_WORDS: Readonly<Record<StatementChange['change'], string>> = {
  added: '增加',
  removed: '删去',
  moved: '移动',
  changed: '改变',
};
const SOURCE_WORDS: Readonly<Record<KeptStatement['source'], string>> = {
  records: '记录',
  returns: '填报',
  override: '手改',
};

/** The statements of a chapter that moved, came, went, or say another number. */
export function StatementChanges({ changes }: { changes: readonly StatementChange[] }) {
  return (
    <ul className="plain-list report-changes" aria-label="数据句的变化">
      {changes.map(({ code, name, change, before, after, places }) => (
        <li key={code}>
          <span className="state state-idle">{CHANGE_WORDS[change]}</span> {name}
          {places && (
            <span className="meta">
              　第{places.before}句 → 第{places.after}句
            </span>
          )}
          {change === 'moved' && <p>{after!.written}</p>}
          {change === 'added' && (
            <p>
              <ins>{after!.written}</ins>
            </p>
          )}
          {change === 'removed' && (
            <p>
              <del>{before!.written}</del>
            </p>
          )}
          {change === 'changed' && <Changed before={before!} after={after!} />}
        </li>
      ))}
    </ul>
  );
}

function Changed({ before, after }: { before: KeptStatement; after: KeptStatement }) {
  const rows: readonly (readonly [string, string, string])[] = [
    ['文字', before.written, after.written],
    ['数值', `${before.value}${before.unit}`, `${after.value}${after.unit}`],
    ['状态', FIGURE_MARKS[before.state], FIGURE_MARKS[after.state]],
    ['来源', SOURCE_WORDS[before.source], SOURCE_WORDS[after.source]],
    ['依据', before.origin, after.origin],
  ];
  return (
    <dl className="report-changed">
      {rows
        .filter(([, was, is]) => was !== is)
        .map(([label, was, is]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <del>{was}</del> <ins>{is}</ins>
            </dd>
          </div>
        ))}
    </dl>
  );
}
