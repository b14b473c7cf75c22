import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { post } from '../api/client.js';
import { lineQuery, meQuery } from '../api/queries.js';
import { ActionForm } from '../matter/ActionForm.js';

const EMPTY = {};

/** Opens a matter at the desk, in one of the person's posts. */
export function NewMatter() {
  const { line: code, action } = useParams({ strict: false }) as { line: string; action: string };
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: line } = useQuery(lineQuery(code));
  const described = line?.actions[action];
  const organs = [
    ...new Map(
      (me?.posts ?? []).filter((one) => described?.by.includes(one.post)).map((one) => [one.org, one.orgName]),
    ).entries(),
  ];
  const [chosen, setChosen] = useState('');
  const organ = chosen || organs[0]?.[0] || '';
  useEffect(() => {
    if (described) document.title = `${described.name}·法度`;
  }, [described]);
  if (!me || !line || !described) return <p>正在打开…</p>;
  return (
    <>
      <h1>{described.name}</h1>
      {organs.length > 1 && (
        <p>
          <label htmlFor="organ">办理机关</label>{' '}
          <Select
            id="organ"
            value={organ}
            onChange={setChosen}
            options={organs.map(([value, label]) => ({ value, label }))}
          />
        </p>
      )}
      <ActionForm
        key={`${code}-${action}-${organ}`}
        draftKey={`new:${code}:${action}:${organ}`}
        name={described.name}
        basis={described.basis}
        fields={described.form}
        initial={EMPTY}
        around={EMPTY}
        names={EMPTY}
        organ={organ}
        today={me.today}
        stateName={(state) => line.states[state]?.name ?? state}
        rehearse={(input, reasons) =>
          post<Rehearsal>('/matters/rehearse', { line: code, organ, action, input, reasons })
        }
        submit={async (input, reasons, key) => {
          const opened = await post<MatterView>('/matters', { line: code, action, organ, input, reasons, key });
          await navigate({ to: '/matters/$id', params: { id: opened.id } });
        }}
        onReload={() => undefined}
        onClose={() => void navigate({ to: '/lines/$line', params: { line: code } })}
      />
    </>
  );
}
