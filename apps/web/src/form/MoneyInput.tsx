import type { Json } from '@fadu/kernel';
import { Input } from 'antd';
import { useState } from 'react';
import { capitalYuan, parseYuan, yuanText } from './values.js';

/** An amount in yuan, kept in fen; said back in figures and in capitals, as on a cheque. */
export function MoneyInput({
  id,
  aria,
  value,
  onChange,
}: {
  id: string;
  aria: object;
  value: number | undefined;
  onChange: (value: Json | undefined) => void;
}) {
  const [typed, setTyped] = useState(value === undefined ? '' : yuanText(value));
  const fen = parseYuan(typed);
  return (
    <span className="day-input">
      <Input
        id={id}
        {...aria}
        value={typed}
        suffix="元"
        inputMode="decimal"
        className="amount"
        style={{ width: 200 }}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseYuan(event.target.value) ?? (event.target.value === '' ? undefined : event.target.value));
        }}
      />
      {typed !== '' && (
        <span className="echo" role="status">
          {fen === undefined
            ? '请写成50000、5万或者80.50，最多两位小数'
            : `${yuanText(fen).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}元 · ${capitalYuan(fen)}`}
        </span>
      )}
    </span>
  );
}
