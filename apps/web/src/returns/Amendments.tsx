import type { ReturnAmendment, ReturnChange, ReturnMatter, ReturnView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { TableScroll } from '../TableScroll.js';
import { dayWords, groupedText } from '../words.js';

/** Puts right what was approved: why comes first, the superior reads it at once. */
export function BeginAmend({
  to,
  busy,
  onBegin,
  onClose,
}: {
  to: string;
  busy: boolean;
  onBegin: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <section className="board amendment no-print" aria-label="更正">
      <h2>更正已审定的数</h2>
      <p>
        错了的数由填报单位自己更正，{to}审定后替换原数，原数和理由留在办理经过里（参照《统计法》第二十四条第二款）。
        {to}现在就会得到提醒。
      </p>
      <label htmlFor="amend-reason">更正的理由</label>
      <Input.TextArea
        id="amend-reason"
        autoFocus
        value={reason}
        rows={2}
        maxLength={1000}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="meta">错在哪里，怎样发现的；上级和以后查账的人看得到。</p>
      <p className="return-foot">
        <Button type="primary" disabled={reason.trim() === '' || busy} onClick={() => onBegin(reason.trim())}>
          {busy ? '正在开始…' : '开始更正'}
        </Button>
        <Button type="text" onClick={onClose}>
          不更正
        </Button>
      </p>
    </section>
  );
}

/** A return that was approved and is being put right: what counts until then, and what it will be. */
export function Amending({ amending }: { amending: NonNullable<ReturnMatter['amending']> }) {
  const { asked, sent, reason, changes } = amending;
  return (
    <section className="board amendment" aria-label="更正对照">
      <h2>{sent ? `更正待审核，改了${changes.length}项` : asked ? '上级要求更正' : '正在更正'}</h2>
      <p>
        {reason !== '' && `理由：${reason.replace(/。$/, '')}。`}
        审定以前，指标和看板仍用原来审定的数，并注明正在更正。
      </p>
      {changes.length > 0 ? (
        <Changes name="更正对照" changes={changes} />
      ) : (
        <p className="meta">{sent ? '各项与审定的数相同。' : '改过并保存的项，列在这里。'}</p>
      )}
    </section>
  );
}

function Changes({ name, changes }: { name: string; changes: readonly ReturnChange[] }) {
  return (
    <TableScroll name={name}>
      <table className="plain">
        <thead>
          <tr>
            <th>指标</th>
            <th className="num">原数</th>
            <th className="num">更正为</th>
            <th className="num">差额</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.name}>
              <td>{change.name}</td>
              <td className="num">{numberOf(change.was, '没有填')}</td>
              <td className="num">{numberOf(change.is, '撤下')}</td>
              <td className="num">{numberOf(change.difference, '不相减')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const numberOf = (text: string | null, without: string) =>
  text === null ? <span className="meta">{without}</span> : groupedText(text);

const UNDER_WAY: Readonly<Record<Exclude<ReturnAmendment['stage'], 'approved'>, string>> = {
  begun: '正在更正',
  asked: '被要求更正',
  sent: '已报送更正，等待审核',
};

/** What units below have put right and this return does not hold: taken over in one act, or kept out with a reason. */
export function Below({
  view: { below, takeOver, period },
  matter,
  busy,
  onFill,
  onTakeOver,
  today,
}: {
  view: ReturnView;
  matter: ReturnMatter;
  busy: boolean;
  /** Into the form that is open; absent: nothing is filled in now. */
  onFill: (() => void) | undefined;
  onTakeOver: () => void;
  today: string;
}) {
  const approved = below.filter(({ stage }) => stage === 'approved');
  const others = below.filter(({ stage }) => stage !== 'approved');
  const ready = takeOver?.rows.filter(({ after }) => after !== null).length ?? 0;
  return (
    <section className="board amendment" aria-label="下级更正">
      {approved.length > 0 && <h2>下级更正了{approved.length}次，本表还没有计入</h2>}
      {approved.length === 0 && <h2>下级正在更正</h2>}
      {approved.map((one) => (
        <div key={`${one.matter} ${one.on} ${one.reason}`}>
          <p>
            <Link to="/returns/$period" params={{ period: period.text }} search={{ unit: one.unit.id } as never}>
              {one.unit.name}
            </Link>
            ，{dayWords(one.on, today)}审定更正。{one.reason !== '' && `理由：${one.reason.replace(/。$/, '')}。`}
          </p>
          {one.changes.length > 0 && <Changes name={`${one.unit.name}的更正`} changes={one.changes} />}
        </div>
      ))}
      {others.map((one) => (
        <p key={`${one.matter} ${one.stage}`} className="meta">
          <Link to="/returns/$period" params={{ period: period.text }} search={{ unit: one.unit.id } as never}>
            {one.unit.name}
          </Link>
          {UNDER_WAY[one.stage as keyof typeof UNDER_WAY]}。
        </p>
      ))}
      {takeOver && (
        <>
          <h3>本表怎样改</h3>
          <TableScroll name="本表怎样改">
            <table className="plain">
              <thead>
                <tr>
                  <th>指标</th>
                  <th className="num">本表现在</th>
                  <th className="num">计入后</th>
                </tr>
              </thead>
              <tbody>
                {takeOver.rows.map(({ code, name, now, after, why }) => (
                  <tr key={code}>
                    <td>{name}</td>
                    <td className="num">{numberOf(now, '没有填')}</td>
                    <td className="num">{after === null ? <span className="meta">{why}</span> : groupedText(after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <p className="return-foot no-print">
            {takeOver.may &&
              (onFill ? (
                <Button onClick={onFill}>填入{ready}项</Button>
              ) : (
                <Button type="primary" disabled={busy} onClick={onTakeOver}>
                  {busy ? '正在计入…' : `计入${ready}项并报送${matter.to}`}
                </Button>
              ))}
            {matter.may.settleBelow && (
              <Link
                className="button"
                to="/matters/$id/actions/$action"
                params={{ id: matter.id, action: matter.may.settleBelow }}
              >
                不计入，写明理由
              </Link>
            )}
          </p>
        </>
      )}
    </section>
  );
}

/** What was put right before: it stays with the return. */
export function Amended({ amended, today }: { amended: ReturnMatter['amended']; today: string }) {
  return (
    <section className="board amendment" aria-label="更正记录">
      <h2>审定后更正过{amended.length}次</h2>
      {amended.map(({ on, reason, changes }) => (
        <div key={`${on} ${reason}`}>
          <p>
            {dayWords(on, today)}审定。理由：{reason.replace(/。$/, '')}。
          </p>
          <Changes name={`${on}的更正`} changes={changes} />
        </div>
      ))}
    </section>
  );
}
