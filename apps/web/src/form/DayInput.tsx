import type { Json } from '@fadu/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { get } from '../api/client.js';
import { parseDay } from './values.js';

interface Day {
  readonly day: string;
  readonly weekday: string;
  readonly kind: string;
}

/** Typed in any usual form, said back with weekday and kind of day; the picker is the browser's own. */
export function DayInput({
  id,
  aria,
  value,
  onChange,
  today,
  past,
}: {
  id: string;
  aria: object;
  value: string;
  onChange: (value: Json | undefined) => void;
  today: string;
  past: boolean;
}) {
  const [typed, setTyped] = useState(value);
  const day = parseDay(typed, today);
  useEffect(() => {
    // Set from outside: a draft restored, a conflict resolved.
    setTyped((before) => (parseDay(before, today) === value || before === value ? before : value));
  }, [value, today]);
  const take = (text: string) => {
    setTyped(text);
    onChange(parseDay(text, today) ?? (text === '' ? undefined : text));
  };
  const { data } = useQuery({
    queryKey: ['day', day],
    queryFn: () => get<Day>(`/days/${day}`),
    enabled: day !== undefined,
    staleTime: 3_600_000,
  });
  return (
    <span className="day-input">
      <Input
        id={id}
        {...aria}
        value={typed}
        style={{ width: 130 }}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => take(event.target.value)}
        onBlur={() => day && setTyped(day)}
      />
      <input
        type="date"
        className="day-picker"
        aria-label="从日历选日期"
        tabIndex={-1}
        value={day ?? ''}
        {...(past && { max: today })}
        onChange={(event) => event.target.value && take(event.target.value)}
      />
      {past && (
        <Button type="link" onClick={() => take(today)}>
          今天
        </Button>
      )}
      {day && (
        <span className="echo" role="status">
          {`${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`}
          {data?.day === day ? ` ${data.weekday} ${data.kind}` : ''}
        </span>
      )}
      {!day && typed !== '' && <span className="echo">可写成20261125、11.25或者今天</span>}
    </span>
  );
}
