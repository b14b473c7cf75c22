import type { LineDescription } from '@fadu/procedure';
import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/client.js';
import { momentWords } from '../words.js';
import { A4 } from './A4.js';
import { Bases } from './basis.js';
import { Outcome, Refused } from './Outcome.js';
import { useStep } from './use-step.js';
import { Values } from './Value.js';

/** A step that waits for approval: what is asked, why, what it would do, what happens without it; agree or return. */
export function Pending({ matter, line, today }: { matter: MatterView; line: LineDescription; today: string }) {
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const { send, busy, fault, setFault } = useStep(matter, '没有办成，请再试。');
  const pending = matter.pending!;
  const rehearsal = useQuery({
    queryKey: ['rehearsal', matter.id, matter.revision, 'approve'],
    queryFn: () => post<Rehearsal>(`/matters/${matter.id}/rehearse`, { action: 'approve', input: {} }),
    enabled: pending.mayApprove,
  });
  const answer = async (action: 'approve' | 'return') => {
    if (action === 'return' && reason.trim() === '') {
      setFault('请写明退回的理由。');
      return;
    }
    const input = action === 'return' ? { reason: reason.trim() } : {};
    await send(action, input, `${action === 'approve' ? '同意' : '退回'}${pending.name}`);
  };
  const refused = rehearsal.data && !rehearsal.data.possible;
  return (
    <section id="pending" className="pending" aria-labelledby="pending-title">
      <h2 id="pending-title">待审批：{pending.name}</h2>
      <p>
        {pending.by.name}
        {pending.by.post ? `（${line.posts[pending.by.post]}）` : ''}
        <span className="nb">{momentWords(pending.at)}</span>提请　
        <Bases bases={pending.basis} />
      </p>
      {pending.otherwise && <p className="note">{pending.otherwise}。</p>}
      <Values
        fields={line.actions[pending.action]?.form ?? {}}
        data={pending.input}
        names={matter.names}
        matter={matter.id}
        around={matter.data}
      />
      {Object.entries(pending.reasons).map(([code, text]) => (
        <p key={code} className="reason">
          提请时说明的理由：{text}
        </p>
      ))}
      {rehearsal.data?.refusals.map((one) => (
        <Refused key={one.code} refusal={one} />
      ))}
      {rehearsal.data?.outcome && (
        <>
          <h3>同意以后</h3>
          <Outcome outcome={rehearsal.data.outcome} line={line} today={today} />
          {rehearsal.data.outcome.documents.map((document) => (
            <details key={document.template}>
              <summary>预览{document.name}</summary>
              <A4 title={`${document.name}预览`} html={document.html} />
            </details>
          ))}
        </>
      )}
      {fault && (
        <p className="error-box" role="alert">
          {fault}
        </p>
      )}
      {!pending.mayApprove ? (
        <p className="meta">等待审批，其间不能办理其他事项。</p>
      ) : returning ? (
        <div className="return">
          <label className="label" htmlFor="return-reason">
            退回的理由
          </label>
          <Input.TextArea
            id="return-reason"
            value={reason}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="row-actions">
            <Button type="primary" disabled={busy} onClick={() => void answer('return')}>
              {busy ? '正在退回…' : `退回${pending.name}`}
            </Button>
            <Button type="text" onClick={() => setReturning(false)}>
              不退回
            </Button>
          </div>
        </div>
      ) : (
        <div className="row-actions no-print">
          <Button type="primary" disabled={busy || refused === true} onClick={() => void answer('approve')}>
            {busy ? `正在同意${pending.name}…` : `同意${pending.name}`}
          </Button>
          <Button disabled={busy} onClick={() => setReturning(true)}>
            退回，附理由
          </Button>
        </div>
      )}
    </section>
  );
}
