import type { LineDescription } from '@fadu/procedure';
import type { Rehearsal } from '@fadu/wire';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Outcome } from './Outcome.js';

/** Before what no ordinary step undoes: the matter, what will be, and the verb again. */
export function GraveSummary({
  subject,
  name,
  outcome,
  line,
  today,
  busy,
  onConfirm,
  onBack,
}: {
  subject: string;
  name: string;
  outcome: NonNullable<Rehearsal['outcome']>;
  line: LineDescription;
  today: string;
  busy: boolean;
  onConfirm: () => void;
  onBack: () => void;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} tabIndex={-1} className="grave" aria-labelledby="grave-title">
      <h2 id="grave-title">请核对：{name}</h2>
      <p>{subject}</p>
      <Outcome outcome={outcome} line={line} today={today} />
      <p>办理以后不能撤回，只能依法更正或者另行处理。</p>
      <div className="row-actions">
        <Button danger disabled={busy} onClick={onConfirm}>
          {busy ? `正在${name}…` : `核对无误，${name}`}
        </Button>
        <Button type="text" onClick={onBack}>
          返回修改
        </Button>
      </div>
    </section>
  );
}
