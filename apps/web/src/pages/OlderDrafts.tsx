import type { JsonObject } from '@fadu/kernel';
import type { DraftVersion, MatterView } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { lineQuery, matterQuery, versionsQuery } from '../api/queries.js';
import { type Draft, deviceId, writeDraft } from '../drafts.js';
import { Values } from '../matter/Value.js';
import { momentWords } from '../words.js';

/** What one typed on another computer and was replaced since: to be looked at, and taken instead. */
export function OlderDrafts({ person, draftKey }: { person: string; draftKey: string }) {
  const client = useQueryClient();
  const { data = [] } = useQuery(versionsQuery);
  const [problem, setProblem] = useState('');
  const own = data.filter(({ key }) => key === draftKey);
  if (own.length === 0) return null;
  const take = async (version: DraftVersion) => {
    setProblem('');
    try {
      const taken = await post<DraftVersion>('/drafts/restore', {
        key: version.key,
        at: version.at,
        device: deviceId(),
      });
      writeDraft(person, taken.key, { ...(taken.draft as unknown as Draft), at: taken.at });
      await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
    } catch (error) {
      setProblem(messageOf(error, '没有换成，请过几分钟再试。'));
    }
  };
  return (
    <details className="older-drafts">
      <summary>另一台电脑存过{own.length}份旧版</summary>
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <ul className="plain-list">
        {own.map((version) => (
          <li key={version.at}>
            <p className="row-actions">
              <span className="meta nb">{momentWords(new Date(version.at).toISOString())}存</span>
              <Button onClick={() => void take(version)}>换用这一份</Button>
            </p>
            <Content draftKey={draftKey} values={(version.draft.values ?? {}) as JsonObject} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The values by the form they belong to: of a matter's step, or of one being opened. */
function Content({ draftKey, values }: { draftKey: string; values: JsonObject }) {
  const opening = /^new:([^:]+):([^:]+):/.exec(draftKey);
  const step = /^([0-9a-f-]{36}):([^:]+)$/.exec(draftKey);
  const { data: matter } = useQuery({ ...matterQuery(step?.[1] ?? ''), enabled: step !== null });
  const code = opening?.[1] ?? matter?.line ?? '';
  const { data: line } = useQuery({ ...lineQuery(code), enabled: code !== '' });
  const fields = line?.actions[opening?.[2] ?? step?.[2] ?? '']?.form;
  if (!fields) return <p className="hint">换用后打开表单可以看到内容。</p>;
  const { names = {}, id = '', data = {} } = (matter ?? {}) as Partial<MatterView>;
  return <Values fields={fields} data={values} names={names} matter={id} around={data} />;
}
