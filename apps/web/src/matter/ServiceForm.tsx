import type { LineDescription } from '@fadu/procedure';
import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { post } from '../api/client.js';
import { ActionForm } from './ActionForm.js';
import { Bases } from './basis.js';
import { keepResult } from './result.js';

const EMPTY = {};
const ACTION = 'serveDocument';

/** Registers that one recipient has a paper: how, on which day, with what proof. What follows is shown before. */
export function ServiceForm({
  matter,
  line,
  person,
  today,
  onDone,
  onClose,
  onReload,
}: {
  matter: MatterView;
  line: LineDescription;
  person: string;
  today: string;
  onDone: () => void;
  onClose: () => void;
  onReload: () => Promise<unknown>;
}) {
  const client = useQueryClient();
  const { document: wanted = '', recipient: to = '' } = useSearch({ strict: false }) as {
    document?: string;
    recipient?: string;
  };
  const document = matter.documents.find((one) => one.id === wanted);
  const recipient = document?.recipients.find((one) => one.recipient === to);
  const fields = useMemo(() => {
    const { document: _, recipient: __, ...asked } = line.service.fields;
    return asked;
  }, [line]);
  if (!document || !recipient) return <p role="alert">没有找到这份文书或者受送达人。请从案件页的文书卡片登记送达。</p>;
  if (recipient.service)
    return (
      <p role="alert">
        已经登记：{recipient.service.servedOn}
        {recipient.service.methodName}。原送达无效的，请先在文书卡片上登记送达无效。
      </p>
    );
  const number = matter.number ?? `收件${matter.receipt}`;
  const target = { document: wanted, recipient: to };
  return (
    <ActionForm
      key={`${matter.id}-${wanted}-${to}`}
      person={person}
      draftKey={`${matter.id}:${ACTION}:${wanted}:${to}`}
      href={`/matters/${matter.id}/actions/${ACTION}?document=${wanted}&recipient=${encodeURIComponent(to)}`}
      subject={`${number} ${document.name}，${recipient.name}`}
      name="登记送达"
      basis={[]}
      line={line}
      fields={fields}
      initial={EMPTY}
      around={EMPTY}
      names={matter.names}
      organ={matter.organ.id}
      today={today}
      ruleSet={matter.ruleSetNow}
      grave={false}
      revision={matter.revision}
      note={({ method }) => {
        const chosen = line.service.methods[String(method ?? '')];
        return (
          <p className="hint">
            {document.name}
            {document.number ? ` ${document.number}` : ''}，受送达人{recipient.name}。
            <a href={`/api/documents/${wanted}/slip?recipient=${encodeURIComponent(to)}`}>下载空白送达回证</a>
            {chosen && (
              <>
                <br />
                {chosen.name}应当附{chosen.proof}（<Bases bases={[chosen.basis]} />
                ）。
              </>
            )}
          </p>
        );
      }}
      rehearse={(input, reasons) =>
        post<Rehearsal>(`/matters/${matter.id}/rehearse`, { action: ACTION, input: { ...input, ...target }, reasons })
      }
      submit={async (input, reasons, key, revision) => {
        const next = await post<MatterView>(`/matters/${matter.id}/actions`, {
          action: ACTION,
          input: { ...input, ...target },
          reasons,
          revision,
          key,
        });
        keepResult(client, matter, next, `登记送达（${document.name}，${recipient.name}）`);
        onDone();
      }}
      onReload={async () => {
        await onReload();
      }}
      onClose={onClose}
    />
  );
}
