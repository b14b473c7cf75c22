import type { BulkRow, BulkView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { TableScroll } from '../TableScroll.js';
import { STANDINGS } from './summary.js';

/** Row by row what would be, or was, registered; those to be put right first. */
export function BulkTable({ view: { rows } }: { view: BulkView }) {
  const faulty = rows.filter(({ standing }) => standing === 'faulty');
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const shown =
    onlyFaulty && faulty.length > 0 ? faulty : [...faulty, ...rows.filter((row) => row.standing !== 'faulty')];
  const told = rows.some(({ queryCode }) => queryCode !== null);
  return (
    <>
      {faulty.length > 0 && faulty.length < rows.length && (
        <p className="no-print">
          <label>
            <input type="checkbox" checked={onlyFaulty} onChange={(event) => setOnlyFaulty(event.target.checked)} />{' '}
            只看要改的
          </label>
        </p>
      )}
      {told && <p className="note">查询码只显示这一次，请打印或者抄在回执上交给当事人。</p>}
      <TableScroll name="登记表各行">
        <table className="plain bulk-table">
          <thead>
            <tr>
              <th scope="col">表中行</th>
              <th scope="col">序号</th>
              <th scope="col">案件</th>
              <th scope="col">结果</th>
              <th scope="col">{told ? '收件编号和查询码' : '要改的地方'}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function Row({ row }: { row: BulkRow }) {
  const { row: at, no, subject, standing, faults, notes, matter, queryCode } = row;
  return (
    <tr className={standing === 'faulty' ? 'faulty' : ''}>
      <td data-head="表中行" className="num">
        {at}
      </td>
      <td data-head="序号">{no || '没有'}</td>
      <td data-head="案件">
        {matter ? (
          <Link to="/matters/$id" params={{ id: matter.id }}>
            {subject}
          </Link>
        ) : (
          subject || '尚不能辨认'
        )}
      </td>
      <td data-head="结果">{STANDINGS[standing]}</td>
      <td>
        {faults.map((fault) => (
          <p key={`${fault.cell}${fault.message}`} className="error-text">
            {fault.cell !== null && (
              <strong>
                {fault.cell} {fault.column}　
              </strong>
            )}
            {fault.message}
          </p>
        ))}
        {notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
        {matter && (
          <p className="nb">
            收件{matter.receipt}
            {queryCode !== null && `　查询码${queryCode}`}
          </p>
        )}
      </td>
    </tr>
  );
}
