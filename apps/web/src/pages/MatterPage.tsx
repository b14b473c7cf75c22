import type { Json } from '@fadu/kernel';
import type { FieldSpec, LineDescription } from '@fadu/procedure';
import type { ActionView, MatterView, TimelineEntry } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiError, newKey, post } from '../api/client.js';
import { lineQuery, matterQuery, meQuery } from '../api/queries.js';
import { ClockChip } from '../clock/ClockChip.js';
import { FormFields } from '../form/FormFields.js';
import { initialValues, toSend } from '../form/values.js';
import { Value, Values } from '../matter/Value.js';
import { StateTag } from './Todo.js';

/** One scroll with an outline: identity and actions stay in view, everything else is one page that prints. */
export function MatterPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: matter, error } = useQuery(matterQuery(id));
  const { data: line } = useQuery({ ...lineQuery(matter?.line ?? ''), enabled: matter !== undefined });
  const { data: me } = useQuery(meQuery);
  useEffect(() => {
    if (matter) document.title = `${matter.number ?? matter.receipt}·法度`;
  }, [matter]);
  if (error)
    return (
      <>
        <h1>没有找到</h1>
        <p role="alert">{error.message}</p>
      </>
    );
  if (!matter || !line || !me) return <p>正在打开…</p>;
  const running = matter.clocks.filter((clock) => clock.outcome === null);
  const possible = matter.actions.filter((action) => action.status === 'possible');
  const sections = sectionsOf(line, matter);
  return (
    <>
      <div className="identity">
        <div className="identity-line">
          <h1>
            <span className="nb">{matter.number ?? `收件${matter.receipt}`}</span>　{matter.title}
          </h1>
          <StateTag
            name={line.states[matter.state]?.name ?? matter.state}
            tone={line.states[matter.state]?.tone ?? 'active'}
          />
        </div>
        <p className="meta">
          {matter.organ.name}　收件编号 {matter.receipt}　适用{matter.ruleSet.name}
          {Object.entries(matter.assignees)
            .map(
              ([postKey, people]) =>
                `　${line.posts[postKey] ?? postKey} ${people.map((one) => matter.names[one] ?? one).join('、')}`,
            )
            .join('')}
        </p>
        {matter.flags.map((flag) => (
          <p key={flag} className="flag">
            ⚠ 本案跨新旧规定，须由承办人核对适用哪一版本（{flag.replace('rule-set:', '')}）。
          </p>
        ))}
        <div className="clocks">
          {running.slice(0, 3).map((clock) => (
            <ClockChip key={clock.code} clock={clock} today={me.today} matter={id} named />
          ))}
          {running.length > 3 && <a href="#clocks">全部{running.length}项 ›</a>}
        </div>
        <div className="actions" role="toolbar" aria-label="办理">
          {possible.slice(0, 5).map((action) => (
            <ActionLink key={action.action} id={id} action={action} />
          ))}
          <a
            className="button text"
            href="#doable"
          >{`可办${possible.length}项 · 他人办${matter.actions.filter((one) => one.status === 'others').length}项 · 暂不能${matter.actions.filter((one) => one.status === 'impossible').length}项`}</a>
        </div>
      </div>
      <div className="matter">
        <nav className="outline" aria-label="本页目录">
          <a href="#doable">可办事项 {possible.length}</a>
          <a href="#clocks">期限 {matter.clocks.length}</a>
          {sections.map((section) => (
            <a key={section.key} href={`#s-${section.key}`}>
              {section.name}
            </a>
          ))}
          <a href="#documents">文书 {matter.documents.length}</a>
          <a href="#timeline">办理经过 {matter.timeline.length}</a>
          {matter.links.length > 0 && <a href="#links">关联 {matter.links.length}</a>}
        </nav>
        <div className="matter-body">
          {matter.pending && <Pending matter={matter} line={line} />}
          <section id="doable">
            <h2>可办事项</h2>
            <ActionTable id={id} actions={matter.actions} />
          </section>
          <section id="clocks">
            <h2>期限</h2>
            {matter.clocks.length === 0 ? (
              <p className="empty">没有期限。</p>
            ) : (
              <table className="plain">
                <thead>
                  <tr>
                    <th>期限</th>
                    <th>起算</th>
                    <th>起算日</th>
                    <th>状况（点开看怎么算）</th>
                    <th>依据</th>
                  </tr>
                </thead>
                <tbody>
                  {matter.clocks.map((clock) => (
                    <tr key={clock.code}>
                      <td>{clock.name}</td>
                      <td>{clock.event}</td>
                      <td className="nb">{clock.startedOn}</td>
                      <td>
                        <ClockChip clock={clock} today={me.today} matter={id} />
                      </td>
                      <td>
                        {clock.basis.text}
                        {clock.unverified && <span className="meta"> ※{clock.unverified}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          {sections.map((section) => (
            <section key={section.key} id={`s-${section.key}`}>
              <h2>{section.name}</h2>
              {section.spec ? (
                <Value spec={section.spec} value={section.value!} names={matter.names} matter={id} path={section.key} />
              ) : (
                <Values
                  fields={section.fields!}
                  data={matter.data}
                  names={matter.names}
                  matter={id}
                  around={matter.data}
                />
              )}
            </section>
          ))}
          <Correct matter={matter} line={line} today={me.today} />
          <section id="documents">
            <h2>文书</h2>
            <Documents matter={matter} />
          </section>
          <section id="timeline">
            <h2>办理经过</h2>
            <Timeline entries={matter.timeline} />
          </section>
          {matter.links.length > 0 && (
            <section id="links">
              <h2>关联</h2>
              <ul>
                {matter.links.map((link) => (
                  <li key={link.id}>
                    <Link to="/matters/$id" params={{ id: link.id }}>
                      {link.lineName} {link.number ?? ''} {link.title}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      <Outlet />
    </>
  );
}

const ActionLink = ({ id, action }: { id: string; action: ActionView }) => (
  <Link
    className={action.primary ? 'button primary' : 'button'}
    to="/matters/$id/actions/$action"
    params={{ id, action: action.action }}
  >
    {action.approver ? `提请${action.name}` : action.name}
  </Link>
);

function ActionTable({ id, actions }: { id: string; actions: readonly ActionView[] }) {
  const order = { possible: 0, others: 1, impossible: 2 } as const;
  const marks = { possible: '✓', others: '⇢', impossible: '⊘' } as const;
  const words = { possible: '可办', others: '他人办', impossible: '暂不能' } as const;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>事项</th>
          <th>能否办理</th>
          <th>届满</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {[...actions]
          .sort((a, b) => order[a.status] - order[b.status])
          .map((action) => (
            <tr key={action.action}>
              <td>
                <span aria-hidden="true">{marks[action.status]} </span>
                {action.status === 'possible' ? (
                  <Link to="/matters/$id/actions/$action" params={{ id, action: action.action }}>
                    {action.name}
                  </Link>
                ) : (
                  action.name
                )}
              </td>
              <td>
                {words[action.status]}
                {action.note ? `：${action.note}` : ''}
                {action.approver ? `（须${action.approver}批准）` : ''}
              </td>
              <td className="nb">{action.due ?? ''}</td>
              <td>{action.basis.map((one) => one.text).join('、')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface Section {
  readonly key: string;
  readonly name: string;
  readonly spec?: FieldSpec;
  readonly value?: Json;
  readonly fields?: LineDescription['fields'];
}

/** Groups and lists are sections of their own; single values stand together under 概况. */
function sectionsOf(line: LineDescription, matter: MatterView): Section[] {
  const single = Object.fromEntries(
    Object.entries(line.fields).filter(([, spec]) => spec.kind !== 'list' && spec.kind !== 'group'),
  );
  const others = Object.entries(line.fields).flatMap(([key, spec]): Section[] => {
    const value = matter.data[key];
    if (spec.kind !== 'list' && spec.kind !== 'group') return [];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
    return [
      {
        key,
        name: Array.isArray(value) && value.length > 1 ? `${spec.label} ${value.length}` : spec.label,
        spec,
        value,
      },
    ];
  });
  return [{ key: 'overview', name: '概况', fields: single }, ...others];
}

function Pending({ matter, line }: { matter: MatterView; line: LineDescription }) {
  const client = useQueryClient();
  const key = useRef(newKey());
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const pending = matter.pending!;
  const answer = async (action: 'approve' | 'return') => {
    if (busy) return;
    setBusy(true);
    setFault('');
    try {
      const next = await post<MatterView>(`/matters/${matter.id}/actions`, {
        action,
        input: action === 'return' ? { reason } : {},
        revision: matter.revision,
        key: key.current,
      });
      client.setQueryData(['matter', matter.id], next);
      void client.invalidateQueries({ queryKey: ['matters'] });
    } catch (error) {
      setFault(
        error instanceof ApiError ? (error.problem.faults?.[0]?.message ?? error.problem.title) : '没有办成，请再试。',
      );
      key.current = newKey();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section id="pending" className="pending">
      <h2>待审批：{pending.name}</h2>
      <p>
        {pending.by.name}（{pending.by.post ? line.posts[pending.by.post] : ''}）{pending.at.slice(0, 10)}提请
      </p>
      <Values
        fields={line.actions[pending.action]?.form ?? {}}
        data={pending.input}
        names={matter.names}
        matter={matter.id}
        around={matter.data}
      />
      {fault && (
        <p className="error-text" role="alert">
          {fault}
        </p>
      )}
      {pending.mayApprove ? (
        <div className="row-actions">
          <Button type="primary" disabled={busy} onClick={() => void answer('approve')}>
            同意{pending.name}
          </Button>
          <Input
            aria-label="退回的理由"
            placeholder="退回的理由"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            style={{ maxWidth: 320 }}
          />
          <Button disabled={busy} onClick={() => void answer('return')}>
            退回
          </Button>
        </div>
      ) : (
        <p className="meta">等待审批，其间不能办理其他事项。</p>
      )}
    </section>
  );
}

function Correct({ matter, line, today }: { matter: MatterView; line: LineDescription; today: string }) {
  const client = useQueryClient();
  const [field, setField] = useState('');
  const [values, setValues] = useState({});
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const fields = Object.entries(line.fields).filter(([key]) => matter.data[key] !== undefined);
  const spec = line.fields[field];
  const save = async () => {
    setFault('');
    try {
      const value = toSend({ [field]: spec! }, values, matter.data)[field] ?? null;
      const next = await post<MatterView>(`/matters/${matter.id}/actions`, {
        action: 'correct',
        input: { field, value, reason },
        revision: matter.revision,
        key: newKey(),
      });
      client.setQueryData(['matter', matter.id], next);
      setField('');
      setReason('');
    } catch (error) {
      setFault(
        error instanceof ApiError ? (error.problem.faults?.[0]?.message ?? error.problem.title) : '没有更正，请再试。',
      );
    }
  };
  return (
    <details className="correct no-print">
      <summary>更正记录</summary>
      <p className="hint">更正保留原来的值，由它起算的期限随之重算。</p>
      <label htmlFor="correct-field">要更正的项目</label>
      <select
        id="correct-field"
        value={field}
        onChange={(event) => {
          setField(event.target.value);
          setValues(initialValues({ [event.target.value]: line.fields[event.target.value]! }, matter.data));
        }}
      >
        <option value="">请选择</option>
        {fields.map(([key, one]) => (
          <option key={key} value={key}>
            {one.label}
          </option>
        ))}
      </select>
      {spec && (
        <>
          <FormFields
            key={field}
            fields={{ [field]: spec }}
            values={values}
            onChange={setValues}
            place={{ around: matter.data, names: matter.names, organ: matter.organ.id, today, faults: {} }}
          />
          <label htmlFor="correct-reason">更正的理由</label>
          <Input
            id="correct-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            style={{ maxWidth: 480 }}
          />
          {fault && (
            <p className="error-text" role="alert">
              {fault}
            </p>
          )}
          <Button onClick={() => void save()}>更正</Button>
        </>
      )}
    </details>
  );
}

function Documents({ matter }: { matter: MatterView }) {
  const [open, setOpen] = useState<string | null>(null);
  if (matter.documents.length === 0) return <p className="empty">还没有文书。</p>;
  const states = { issued: '已签发', served: '已送达', withdrawn: '已撤销' } as const;
  return (
    <ul className="documents">
      {matter.documents.map((document) => (
        <li key={document.id}>
          <strong>{document.name}</strong> <span className="nb">{document.number ?? ''}</span>{' '}
          <span className="meta nb">
            {document.issuedOn} {states[document.state]}
          </span>
          <div className="meta">
            核验码 <code>{document.code}</code>　摘要 <code>{document.digest.slice(0, 8)}</code>
          </div>
          <div className="row-actions">
            <Button size="small" onClick={() => setOpen(open === document.id ? null : document.id)}>
              {open === document.id ? '收起' : '预览'}
            </Button>
            <a className="button small" href={`/api/documents/${document.id}.docx`}>
              下载docx
            </a>
            <a className="button small" href={`/portal/verify/${document.code}`} target="_blank" rel="noreferrer">
              核验
            </a>
          </div>
          {open === document.id && (
            <iframe title={`${document.name}预览`} src={`/api/documents/${document.id}.html`} className="preview" />
          )}
        </li>
      ))}
    </ul>
  );
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <time dateTime={entry.at} className="nb">
            {entry.on}
          </time>{' '}
          {entry.actor.kind === 'official'
            ? `${entry.actor.name}${entry.postName ? `（${entry.postName}）` : ''}`
            : entry.actor.kind === 'party'
              ? '申请人'
              : '系统'}{' '}
          <strong>{entry.name}</strong>
          {entry.documents.length > 0 && <> → {entry.documents.join('、')}</>}
          {Object.entries(entry.reasons).map(([code, reason]) => (
            <div key={code} className="reason">
              理由：{reason}
            </div>
          ))}
          <div className="meta">
            {entry.basis.map((one) => one.text).join('、')}　#{entry.seq} {entry.leaf === null ? '存证中' : '已存证'}
          </div>
        </li>
      ))}
    </ol>
  );
}
