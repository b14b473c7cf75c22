import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useMemo } from 'react';
import { post } from '../api/client.js';
import { lineQuery, matterQuery, meQuery } from '../api/queries.js';
import { initialValues } from '../form/values.js';
import { ActionForm } from '../matter/ActionForm.js';
import { CorrectForm } from '../matter/CorrectForm.js';
import { DOCUMENT_WORDS, DocumentStep, type DocumentWord } from '../matter/DocumentStep.js';
import { FlagStep } from '../matter/FlagStep.js';
import { ReassignForm } from '../matter/ReassignForm.js';
import { keepResult } from '../matter/result.js';
import { ServiceForm } from '../matter/ServiceForm.js';
import { usePageTitle } from '../page-title.js';

const GENERIC: Readonly<Record<string, string>> = {
  reassign: '转办',
  correct: '更正记录',
  settle: '登记核对',
  serveDocument: '登记送达',
  ...Object.fromEntries(Object.entries(DOCUMENT_WORDS).map(([word, { name }]) => [word, name])),
};

/** A drawer with an address: the matter stays readable behind it, Escape closes it and the draft remains. */
export function ActionPage() {
  const { id, action } = useParams({ strict: false }) as { id: string; action: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: matter } = useQuery(matterQuery(id));
  const { data: line } = useQuery({ ...lineQuery(matter?.line ?? ''), enabled: matter !== undefined });
  const { data: me } = useQuery(meQuery);
  const described = line?.actions[action];
  const name = described?.name ?? GENERIC[action];
  const number = matter ? (matter.number ?? `收件${matter.receipt}`) : undefined;
  usePageTitle(name, number);
  // A form that appends to a list starts empty, whatever the matter holds.
  const initial = useMemo(() => {
    if (!described || !matter || !line) return {};
    const appends = Object.keys(described.form).some((key) => !(key in line.fields));
    return appends ? {} : initialValues(described.form, matter.data);
  }, [described, matter, line]);
  const close = () => void navigate({ to: '/matters/$id', params: { id }, resetScroll: false });
  const toResult = () => void navigate({ to: '/matters/$id', params: { id }, hash: 'timeline' });
  if (!matter || !line || !me) return null;
  return (
    <Drawer
      open
      onClose={close}
      size={1080}
      title={
        <>
          {name ?? '没有这个事项'}　<span className="nb">{number}</span>
        </>
      }
      closable={{ 'aria-label': '关闭' }}
      className="action-drawer"
    >
      {action === 'reassign' ? (
        <ReassignForm matter={matter} line={line} onClose={toResult} />
      ) : action === 'correct' ? (
        <CorrectForm matter={matter} line={line} today={me.today} onClose={toResult} />
      ) : action === 'settle' ? (
        <FlagStep matter={matter} onDone={toResult} onClose={close} />
      ) : action === 'serveDocument' ? (
        <ServiceForm
          matter={matter}
          line={line}
          person={me.person.id}
          today={me.today}
          onDone={toResult}
          onClose={close}
          onReload={() => client.refetchQueries({ queryKey: ['matter', id] })}
        />
      ) : action in DOCUMENT_WORDS ? (
        <DocumentStep
          word={action as DocumentWord}
          matter={matter}
          line={line}
          today={me.today}
          onDone={toResult}
          onClose={close}
        />
      ) : described ? (
        <ActionForm
          key={`${id}-${action}`}
          person={me.person.id}
          draftKey={`${id}:${action}`}
          href={`/matters/${id}/actions/${action}`}
          subject={`${number} ${matter.title}`}
          name={described.name}
          basis={matter.actions.find((one) => one.action === action)?.basis ?? described.basis}
          line={line}
          fields={described.form}
          initial={initial}
          around={matter.data}
          names={matter.names}
          organ={matter.organ.id}
          today={me.today}
          ruleSet={matter.ruleSetNow}
          grave={described.grave}
          {...(described.byServiceOf.length > 0 && {
            note: () => (
              <p className="hint">
                “{described.byServiceOf.map((template) => line.documents[template]?.name).join('”“')}
                ”由平台签发，可以在文书卡片上逐个登记送达，都送达后自动办理本项。
              </p>
            ),
          })}
          revision={matter.revision}
          rehearse={(input, reasons) => post<Rehearsal>(`/matters/${id}/rehearse`, { action, input, reasons })}
          submit={async (input, reasons, key, seen) => {
            const next = await post<MatterView>(`/matters/${id}/actions`, {
              action,
              input,
              reasons,
              revision: seen,
              key,
            });
            keepResult(
              client,
              matter,
              next,
              next.pending && !matter.pending ? `提请${described.name}` : described.name,
            );
            toResult();
          }}
          onReload={() => client.refetchQueries({ queryKey: ['matter', id] })}
          onClose={close}
        />
      ) : (
        <p role="alert">没有这个事项。请从案件页的可办事项进入。</p>
      )}
    </Drawer>
  );
}
