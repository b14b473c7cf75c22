import { copyText } from '@fadu/client';
import type { LineDescription } from '@fadu/procedure';
import type { ActionView, ClockView, MatterView, Me } from '@fadu/wire';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { useCallback, useState } from 'react';
import { ClockChip } from '../clock/ClockChip.js';
import { StateTag } from '../StateTag.js';
import { useAltKey } from '../shell/shortcuts.js';
import { Follow } from './Follow.js';
import { placeOf } from './neighbours.js';

/** Way back and neighbours; then what stays in view: number and title, at most three clocks, what may be done. */
export function Identity({
  matter,
  line,
  me,
  onBases,
}: {
  matter: MatterView;
  line: LineDescription;
  me: Me;
  onBases: () => void;
}) {
  const number = matter.number ?? `收件${matter.receipt}`;
  const state = line.states[matter.state];
  return (
    <>
      <Trail id={matter.id} line={line} onBases={onBases} />
      <div className="identity">
        <div className="identity-line">
          <h1>
            <span className="nb">{number}</span>　{matter.title}
          </h1>
          <StateTag name={state?.name ?? matter.state} tone={state?.tone ?? 'active'} />
          <Follow matter={matter} />
        </div>
        <div className="clocks" id="nearest-clocks">
          {nearestClocks(matter.clocks).map((clock) => (
            <ClockChip key={clock.code} clock={clock} today={me.today} matter={matter.id} named />
          ))}
          {matter.clocks.length > 0 && (
            <a href="#clocks" className="no-print">
              全部{matter.clocks.length}项 ›
            </a>
          )}
        </div>
        <ActionBar matter={matter} />
      </div>
      <p className="identity-meta">
        {people(matter, line)}
        <span>承办机关 {matter.organ.name}</span>
        <span className="nb">收件编号 {matter.receipt}</span>
        <span className="nb">收件 {matter.openedOn}</span>
        {matter.closedOn && <span className="nb">办结 {matter.closedOn}</span>}
        <span>适用{matter.ruleSet.name}</span>
      </p>
      {matter.served && <p className="note">本页只列送达本机关的材料、本机关的期限和本机关办理的事项。</p>}
      {matter.flags.map(({ flag, words }) => (
        <p key={flag} className="note">
          <span aria-hidden="true">⚠ </span>
          {words}
          {matter.mayCorrect && (
            <Link
              to="/matters/$id/actions/$action"
              params={{ id: matter.id, action: 'settle' }}
              search={{ flag } as never}
              resetScroll={false}
              className="nb"
              aria-label={`登记核对：${words}`}
            >
              登记核对
            </Link>
          )}
        </p>
      ))}
    </>
  );
}

const people = (matter: MatterView, line: LineDescription) =>
  Object.entries(matter.assignees).map(([post, ids]) => (
    <span key={post}>
      {line.posts[post] ?? post} {ids.map((id) => matter.names[id] ?? id).join('、')}
    </span>
  ));

/** Nearest of mine, then the next ones; those of others after mine. */
function nearestClocks(clocks: readonly ClockView[]): ClockView[] {
  const running = clocks.filter((clock) => clock.outcome === null);
  const mine = running.filter((clock) => clock.mine);
  const others = running.filter((clock) => !clock.mine);
  return [...mine.slice(0, others.length > 0 ? 2 : 3), ...others].slice(0, 3);
}

function Trail({ id, line, onBases }: { id: string; line: LineDescription; onBases: () => void }) {
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const place = placeOf(id);
  const to = useCallback(
    (other: string | null | undefined) => {
      if (other) void navigate({ to: '/matters/$id', params: { id: other } });
    },
    [navigate],
  );
  const goBefore = useCallback(() => to(place?.before), [to, place?.before]);
  const goAfter = useCallback(() => to(place?.after), [to, place?.after]);
  useAltKey('ArrowUp', goBefore);
  useAltKey('ArrowDown', goAfter);
  return (
    <div className="trail no-print">
      {place ? (
        <>
          <Link to={place.href as never}>
            ‹ {place.name}（{place.position}/{place.count}）
          </Link>
          {place.before && (
            <Link to="/matters/$id" params={{ id: place.before }}>
              上一件
            </Link>
          )}
          {place.after && (
            <Link to="/matters/$id" params={{ id: place.after }}>
              下一件
            </Link>
          )}
        </>
      ) : (
        <Link to="/lines/$line" params={{ line: line.code }}>
          ‹ {line.name}
        </Link>
      )}
      <span className="push row-actions">
        <Button type="text" onClick={onBases}>
          依据
        </Button>
        <Button
          type="text"
          onClick={() => {
            void copyText(`${location.origin}/matters/${id}`).then(setCopied);
          }}
        >
          {copied ? '已复制' : '复制链接'}
        </Button>
        <Button type="text" onClick={() => window.print()}>
          打印
        </Button>
      </span>
    </div>
  );
}

const SHOWN = 4;

/** One primary, at most three more, the rest under 更多; dangerous ones stand apart. */
function ActionBar({ matter }: { matter: MatterView }) {
  const [open, setOpen] = useState(false);
  const possible = matter.actions.filter((action) => action.status === 'possible');
  const ordered = [...possible].sort((a, b) => Number(b.primary) - Number(a.primary));
  const [shown, more] = [ordered.slice(0, SHOWN), ordered.slice(SHOWN)];
  const count = (status: ActionView['status']) => matter.actions.filter((one) => one.status === status).length;
  return (
    <div className="actions no-print" role="toolbar" aria-label="办理">
      {matter.pending?.mayApprove && (
        <a className="button primary" href="#pending">
          审批{matter.pending.name}
        </a>
      )}
      {shown.map((action) => (
        <ActionLink key={action.action} id={matter.id} action={action} primary={action.primary && !matter.pending} />
      ))}
      {more.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={open}
          onOpenChange={setOpen}
          content={
            <div className="more-actions">
              {more.map((action) => (
                <ActionLink key={action.action} id={matter.id} action={action} primary={false} />
              ))}
            </div>
          }
        >
          <button type="button" className="button" aria-expanded={open}>
            更多{more.length}项 <span aria-hidden="true">▾</span>
          </button>
        </Popover>
      )}
      <a className="summary-link" href="#doable">
        {[
          `可办${possible.length}项`,
          ...(count('others') > 0 ? [`须他人办${count('others')}项`] : []),
          ...(count('impossible') > 0 ? [`暂不能办${count('impossible')}项`] : []),
        ].join(' · ')}{' '}
        ›
      </a>
    </div>
  );
}

const ActionLink = ({ id, action, primary }: { id: string; action: ActionView; primary: boolean }) => (
  <Link
    className={primary ? 'button primary' : 'button'}
    to="/matters/$id/actions/$action"
    params={{ id, action: action.action }}
  >
    {action.approver ? `提请${action.name}` : action.name}
  </Link>
);
