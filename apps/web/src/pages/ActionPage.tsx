import type { JsonObject } from '@fadu/kernel';
import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { post } from '../api/client.js';
import { lineQuery, matterQuery, meQuery } from '../api/queries.js';
import { initialValues } from '../form/values.js';
import { ActionForm } from '../matter/ActionForm.js';

/** A drawer with an address: the matter stays readable behind it, Escape closes it and the draft remains. */
export function ActionPage() {
  const { id, action } = useParams({ strict: false }) as { id: string; action: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: matter } = useQuery(matterQuery(id));
  const { data: line } = useQuery({ ...lineQuery(matter?.line ?? ''), enabled: matter !== undefined });
  const { data: me } = useQuery(meQuery);
  const close = () => void navigate({ to: '/matters/$id', params: { id } });
  if (!matter || !line || !me) return null;
  const described = line.actions[action];
  if (!described) return null;
  return (
    <Drawer
      open
      onClose={close}
      size={1080}
      title={`${described.name}　${matter.number ?? matter.receipt}`}
      closable={{ 'aria-label': '关闭' }}
    >
      <ActionForm
        key={`${id}-${action}-${matter.revision}`}
        draftKey={`${id}:${action}`}
        name={described.name}
        basis={described.basis}
        fields={described.form}
        initial={
          matter.actions.find((one) => one.action === action) && described.form && !isRecord(line, action)
            ? initialValues(described.form, matter.data)
            : {}
        }
        around={matter.data}
        names={matter.names}
        organ={matter.organ.id}
        today={me.today}
        stateName={(state) => line.states[state]?.name ?? state}
        rehearse={(input, reasons) => post<Rehearsal>(`/matters/${id}/rehearse`, { action, input, reasons })}
        submit={async (input, reasons, key) => {
          const next = await post<MatterView>(`/matters/${id}/actions`, {
            action,
            input,
            reasons,
            revision: matter.revision,
            key,
          });
          client.setQueryData(['matter', id], next);
          void client.invalidateQueries({ queryKey: ['matters'] });
          close();
        }}
        onReload={() => void client.invalidateQueries({ queryKey: ['matter', id] })}
        onClose={close}
      />
    </Drawer>
  );
}

/** A form that appends to a list starts empty, whatever the matter holds. */
function isRecord(
  line: { fields: JsonObject | object; actions: Readonly<Record<string, { form: object }>> },
  action: string,
): boolean {
  return Object.keys(line.actions[action]?.form ?? {}).some((key) => !(key in line.fields));
}
