import { copyText } from '@fadu/client';
import { readOn } from '@fadu/kernel';
import type { BasisText } from '@fadu/procedure';
import type { MatterView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { dayWords } from '../words.js';
import { clauseQuery } from './clause-text.js';

export interface BasisUse {
  readonly basis: BasisText;
  readonly uses: readonly string[];
}

/** Every article the matter hangs on now, with what for: clocks that run, steps that may be taken. */
function basesOf(matter: MatterView): BasisUse[] {
  const found = new Map<string, { basis: BasisText; uses: Set<string> }>();
  const add = (basis: BasisText, use: string) => {
    const entry = found.get(basis.text) ?? { basis, uses: new Set<string>() };
    entry.uses.add(use);
    found.set(basis.text, entry);
  };
  for (const clock of matter.clocks) if (clock.outcome === null) add(clock.basis, `${clock.name}期限`);
  for (const action of matter.actions) for (const basis of action.basis) add(basis, action.name);
  for (const entry of matter.timeline) for (const basis of entry.basis) add(basis, `${entry.name}（已办）`);
  return [...found.values()].map(({ basis, uses }) => ({ basis, uses: [...uses] }));
}

/** The articles beside the work: title, clause, words as in force on the day, why here. */
export function BasisPanel({
  matter,
  chosen,
  today,
  open,
  onClose,
}: {
  matter: MatterView;
  chosen: BasisText | null;
  today: string;
  open: boolean;
  onClose: () => void;
}) {
  const panel = useRef<HTMLElement>(null);
  const on = matter.closedOn ?? today;
  const uses = basesOf(matter);
  const own = chosen && !uses.some((one) => one.basis.text === chosen.text) ? [{ basis: chosen, uses: [] }] : [];
  const ordered = [...own, ...uses].sort(
    (a, b) => Number(b.basis.text === chosen?.text) - Number(a.basis.text === chosen?.text),
  );
  useEffect(() => {
    if (open && chosen) panel.current?.querySelector<HTMLElement>('.basis-card')?.focus();
  }, [chosen, open]);
  return (
    <aside ref={panel} className={open ? 'basis-panel open' : 'basis-panel'} aria-label="依据" id="bases">
      <div className="basis-head">
        <h2>依据</h2>
        <span className="meta">按{dayWords(on, '')}有效的文本</span>
        <Button type="text" className="basis-close" onClick={onClose}>
          收起
        </Button>
      </div>
      <p className="hint">适用{matter.ruleSet.name}。</p>
      {ordered.map(({ basis, uses: why }) => (
        <BasisCard
          key={basis.text}
          basis={basis}
          uses={why}
          current={basis.text === chosen?.text}
          on={on}
          matter={matter.id}
        />
      ))}
    </aside>
  );
}

function BasisCard({
  basis,
  uses,
  current,
  on,
  matter,
}: {
  basis: BasisText;
  uses: readonly string[];
  current: boolean;
  on: string;
  matter: string;
}) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState(false);
  const open = shown || current;
  return (
    <article className={current ? 'basis-card current' : 'basis-card'} tabIndex={-1}>
      <h3>{basis.text}</h3>
      {uses.length > 0 && <p className="meta">用于：{uses.join('、')}</p>}
      {basis.note && <p className="note">※{basis.note}</p>}
      {open && <Clause basis={basis} on={on} matter={matter} />}
      {!open && (
        <Button type="link" onClick={() => setShown(true)}>
          看条文<span className="sr">{basis.text}</span>
        </Button>
      )}
      <Button
        type="link"
        onClick={() => {
          void copyText(basis.text).then(setCopied);
        }}
      >
        {copied ? '已复制' : '复制引用'}
        <span className="sr">{basis.text}</span>
      </Button>
    </article>
  );
}

/** The article's words as in force on the day, with the part that is meant marked; or that the base does not hold it. */
function Clause({ basis, on, matter }: { basis: BasisText; on: string; matter: string }) {
  const { data, error, refetch } = useQuery(clauseQuery(basis, on));
  if (error)
    return (
      <p className="error-text" role="alert">
        没有取到条文。<Button onClick={() => void refetch()}>重试</Button>
      </p>
    );
  if (data === undefined) return <p className="meta">正在取条文…</p>;
  if (data === null) return <p className="hint">条文正文没有收入本平台，引用前请核对公布的文本。</p>;
  const [before, named, after] = data.parts;
  return (
    <>
      <p className="law">
        {before}
        {before === '' && after === '' ? named : <mark>{named}</mark>}
        {after}
      </p>
      <p className="meta">{data.standing}</p>
      {data.warning && <p className="note">{data.warning}</p>}
      <p>
        <Link
          to="/law/$code"
          params={{ code: data.code }}
          search={{ at: data.locator, on: readOn(basis, on), matter } as never}
        >
          在法规库中看全文和沿革<span className="sr">{basis.text}</span>
        </Link>
      </p>
    </>
  );
}
