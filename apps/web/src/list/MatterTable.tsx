import type { LineDescription } from '@fadu/procedure';
import type { MatterRow } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { ClockChip } from '../clock/ClockChip.js';
import { specAt } from '../form/spec-at.js';
import { seenIds } from '../matter/neighbours.js';
import { StateTag } from '../StateTag.js';

type Sort = 'due' | 'opened' | '-opened' | 'number';

/** Columns from the definition, units in the head, missing values as words; on the phone a row is a card. */
export function MatterTable({
  line,
  rows,
  today,
  sort,
  onSort,
}: {
  line: LineDescription;
  rows: readonly MatterRow[];
  today: string;
  sort: string;
  onSort: (sort: Sort) => void;
}) {
  const seen = seenIds();
  const columns = line.list.columns
    .map((path) => ({ path, spec: specAt(line.fields, path) }))
    // The number a line's own field repeats stands in the second column already.
    .filter(({ spec }) => spec !== undefined);
  return (
    <div className="table-wrap">
      <table className="list">
        <thead>
          <tr>
            <SortHead name="期限" sorts={['due']} sort={sort} onSort={onSort} />
            <SortHead name="案号" sorts={['number']} sort={sort} onSort={onSort} />
            <th>案由和当事人</th>
            <th>状态</th>
            {columns.map(({ path, spec }) => (
              <th key={path} className={isNumeric(spec?.kind) ? 'num' : ''}>
                {spec!.label}
                {spec!.kind === 'money' ? '（元）' : spec!.kind === 'integer' && spec!.unit ? `（${spec!.unit}）` : ''}
              </th>
            ))}
            <th>承办</th>
            <SortHead name="收件日" sorts={['-opened', 'opened']} sort={sort} onSort={onSort} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nb card-clock">
                {row.clock ? (
                  <>
                    <span className="meta">{row.clock.name}</span>
                    <br />
                    <ClockChip clock={row.clock} today={today} />
                  </>
                ) : (
                  <Missing word="没有期限" />
                )}
              </td>
              <td className="nb card-number">
                {row.number ?? `收件${row.receipt}`}
                {seen.has(row.id) && (
                  <>
                    <br />
                    <span className="meta">已看</span>
                  </>
                )}
              </td>
              <td className="title card-title">
                <Link to="/matters/$id" params={{ id: row.id }}>
                  {row.title}
                </Link>
              </td>
              <td className="card-state">
                <StateTag
                  name={line.states[row.state]?.name ?? row.state}
                  tone={line.states[row.state]?.tone ?? 'active'}
                />
              </td>
              {columns.map(({ path, spec }) => (
                <td
                  key={path}
                  className={`card-more column${isNumeric(spec?.kind) ? ' num nb' : ''}${spec?.kind === 'date' ? ' nb' : ''}`}
                >
                  {row.columns[path] ? (
                    <span className={isNumeric(spec?.kind) ? '' : 'two-lines'} title={row.columns[path]}>
                      {row.columns[path]}
                    </span>
                  ) : (
                    <Missing word={missingWord(spec?.optional === true, line.states[row.state]?.tone)} />
                  )}
                </td>
              ))}
              <td className="nb card-more">{row.handlers.join('、') || <Missing word="未定" />}</td>
              <td className="nb card-more">{row.openedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isNumeric = (kind: string | undefined): boolean => kind === 'money' || kind === 'integer';

/** Not there yet, left out as one may, or missing where it should be. */
const missingWord = (optional: boolean, tone: string | undefined): string =>
  optional ? '未填' : tone === 'ended' ? '缺数' : '未定';

const Missing = ({ word }: { word: string }) => <span className="missing">{word}</span>;

function SortHead({
  name,
  sorts,
  sort,
  onSort,
}: {
  name: string;
  sorts: readonly Sort[];
  sort: string;
  onSort: (sort: Sort) => void;
}) {
  const current = sorts.find((one) => one === sort);
  const next = sorts[(sorts.indexOf(current as Sort) + 1) % sorts.length]!;
  const down = current?.startsWith('-');
  return (
    <th aria-sort={current ? (down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(next)}>
        {name} <span aria-hidden="true">{current ? (down ? '↓' : '↑') : '↕'}</span>
      </button>
    </th>
  );
}
