import {
  COLLECTED_APPROX,
  COLLECTED_KINDS,
  COLLECTED_ORIGINS,
  type CollectedFault,
  type CollectedFigure,
  typedNumber,
} from '@fadu/indicator';
import type { ReturnFormRow } from '@fadu/wire';
import { useState } from 'react';
import { FigureLink } from '../dashboard/FigureLink.js';
import { groupedText } from '../words.js';
import { differs, rowsOf, type Sheet, withRow } from './sheet.js';

/** An indicator of the form: what was said before, what records give, what is filled in, and what is wrong with it. */
export function FigureRow({
  line,
  amending,
  sheet,
  faults,
  onChange,
}: {
  line: ReturnFormRow;
  /** What was approved stands beside what is filled in. */
  amending: boolean;
  sheet: Sheet;
  faults: readonly CollectedFault[];
  /** Absent: the form is only read. */
  onChange: ((sheet: Sheet) => void) | undefined;
}) {
  const { code, name, unit, counted, known, partial, kept, before, open, approved } = line;
  const rows = rowsOf(sheet, code);
  // There is always a line to type into.
  const shown: readonly CollectedFigure[] = rows.length > 0 ? rows : [{ code, kind: 'value' }];
  const put = (index: number, row: CollectedFigure | undefined) => onChange?.(withRow(sheet, code, index, row));
  return (
    <tr id={`r-${code}`} className={faults.length > 0 ? 'faulty' : ''}>
      <th scope="row">
        {name}
        <span className="meta">{counted}</span>
      </th>
      <td className="num" data-head="上期">
        {before === null ? <span className="meta nb">上期没有数</span> : groupedText(before)}
      </td>
      <td data-head={`本期（${unit}）`}>
        {known !== null ? (
          <p className="known">
            {open === null ? (
              <strong>{groupedText(known)}</strong>
            ) : (
              <FigureLink to={open}>{groupedText(known)}</FigureLink>
            )}
            <span className="meta">平台记录，不用填{open === null ? '；背后的案件由办案单位查看' : ''}</span>
            {kept !== null && <span className="meta">填报曾报{groupedText(kept)}，现由记录计算，原报数保留备查</span>}
          </p>
        ) : onChange ? (
          shown.map((row, index) => (
            <Inputs
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place among those of its indicator
              key={index}
              line={line}
              row={row}
              index={index}
              onChange={(next) => put(index, next)}
              onRemove={row.part === undefined ? undefined : () => put(index, undefined)}
              onPart={
                unit === '%' || index < shown.length - 1
                  ? undefined
                  : () => put(rows.length, { code, kind: 'value', part: '' })
              }
            />
          ))
        ) : (
          rows.map((row) => <ReadOnly key={row.part ?? ''} row={row} unit={unit} />)
        )}
        {known === null && !onChange && rows.length === 0 && <span className="meta">没有填</span>}
        {partial !== null && (
          <p className="meta">
            平台的记录在期间中途才开始，只有
            {open === null ? groupedText(partial) : <FigureLink to={open}>{groupedText(partial)}</FigureLink>}
            。请填全期的数，审定后用填报的数。
          </p>
        )}
        {amending && known === null && differs(rows, approved) && (
          <div className="approved">
            <span className="meta">{approved.length === 0 ? '审定时没有填' : '审定的数：'}</span>
            {approved.map((row) => (
              <ReadOnly key={row.part ?? ''} row={row} unit={unit} />
            ))}
          </div>
        )}
        {faults.map((fault) => (
          <p key={fault.rule} className={fault.severity === 'hard' ? 'error-text' : 'worse'} role="note">
            {fault.severity === 'hard' ? '▲ ' : '⚠ '}
            {fault.message}
          </p>
        ))}
      </td>
    </tr>
  );
}

function Inputs({
  line: { code, name, unit },
  row,
  index,
  onChange,
  onRemove,
  onPart,
}: {
  line: ReturnFormRow;
  row: CollectedFigure;
  index: number;
  onChange: (row: CollectedFigure) => void;
  onRemove: (() => void) | undefined;
  onPart: (() => void) | undefined;
}) {
  const [explains, setExplains] = useState(false);
  const about = row.part === undefined ? name : `${name}其中${row.part || '一项'}`;
  const typed = (part: Partial<CollectedFigure>) => {
    const { origin: _origin, ...own } = row;
    onChange({ ...own, ...part });
  };
  const count = (text: string): number | undefined => {
    const digits = text.replaceAll(/[,，\s]/g, '');
    return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
  };
  const id = `f-${code}${index === 0 ? '' : `-${index}`}`;
  return (
    <div className="figure-inputs">
      {row.part !== undefined && (
        <label>
          其中
          <input
            className="text-input part-name"
            value={row.part}
            maxLength={60}
            aria-label={`${name}：其中的名称`}
            onChange={({ target }) => typed({ part: target.value })}
          />
        </label>
      )}
      <select
        aria-label={`${about}：有无`}
        value={row.kind}
        onChange={({ target }) => typed({ kind: target.value as CollectedFigure['kind'] })}
      >
        {Object.entries(COLLECTED_KINDS).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
      {row.kind === 'value' && (
        <>
          <span className="with-unit">
            <input
              id={id}
              className="text-input amount"
              inputMode="decimal"
              value={row.value ?? ''}
              aria-label={`${about}：数值，${unit}`}
              onChange={({ target }) => typed({ value: target.value })}
              onBlur={() => {
                // As people write numbers: 2.5万, 约250.
                const { value, approx } = typedNumber(row.value ?? '', unit);
                if (value !== (row.value ?? '')) typed({ value, ...(approx && unit !== '%' && { approx }) });
              }}
            />
            {unit}
          </span>
          {unit === '%' ? (
            <span className="counts">
              <input
                className="text-input count"
                inputMode="numeric"
                value={row.numerator ?? ''}
                aria-label={`${about}：分子`}
                onChange={({ target }) => onChange(without(row, 'numerator', count(target.value)))}
              />
              ÷
              <input
                className="text-input count"
                inputMode="numeric"
                value={row.denominator ?? ''}
                aria-label={`${about}：分母`}
                onChange={({ target }) => onChange(without(row, 'denominator', count(target.value)))}
              />
            </span>
          ) : (
            <select
              aria-label={`${about}：确数或者约数`}
              value={row.approx ?? 'exact'}
              onChange={({ target }) => typed({ approx: target.value as NonNullable<CollectedFigure['approx']> })}
            >
              {Object.entries(COLLECTED_APPROX).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </>
      )}
      {row.origin && <span className="meta">来自{COLLECTED_ORIGINS[row.origin]}</span>}
      {row.kind !== 'value' || explains || row.reason !== undefined ? (
        <input
          className="text-input reason"
          value={row.reason ?? ''}
          maxLength={500}
          aria-label={`${about}：说明`}
          placeholder="说明"
          onChange={({ target }) => onChange({ ...row, reason: target.value })}
        />
      ) : (
        <button type="button" className="link" aria-label={`${about}：写说明`} onClick={() => setExplains(true)}>
          写说明
        </button>
      )}
      {onPart && (
        <button type="button" className="link" aria-label={`${name}：加一项其中`} onClick={onPart}>
          加其中
        </button>
      )}
      {onRemove && (
        <button type="button" className="link" aria-label={`${about}：删去`} onClick={onRemove}>
          删去
        </button>
      )}
    </div>
  );
}

/** A count may be emptied: then the row has none. */
function without(row: CollectedFigure, field: 'numerator' | 'denominator', value: number | undefined): CollectedFigure {
  const { [field]: _before, origin: _origin, ...rest } = row;
  return value === undefined ? rest : { ...rest, [field]: value };
}

function ReadOnly({ row, unit }: { row: CollectedFigure; unit: string }) {
  const { part, kind, value, numerator, denominator, approx = 'exact', origin, reason } = row;
  return (
    <p className="known">
      {part !== undefined && `其中${part}：`}
      {kind === 'value' ? (
        <strong>
          {value === undefined ? '' : `${groupedText(value)}${unit}`}
          {numerator === undefined
            ? ''
            : ` ${groupedText(String(numerator))}÷${groupedText(String(denominator ?? ''))}`}
        </strong>
      ) : (
        <strong>{COLLECTED_KINDS[kind]}</strong>
      )}
      {approx !== 'exact' && `，${COLLECTED_APPROX[approx]}`}
      {origin && <span className="meta">来自{COLLECTED_ORIGINS[origin]}</span>}
      {reason !== undefined && <span className="meta">说明：{reason}</span>}
    </p>
  );
}
