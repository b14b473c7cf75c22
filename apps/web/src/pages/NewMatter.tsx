import type { MatterView, Rehearsal } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../api/client.js';
import { lineQuery, matterQuery, meQuery } from '../api/queries.js';
import { ActionForm } from '../matter/ActionForm.js';
import type { StepResult } from '../matter/result.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { OrganPicker } from './OrganPicker.js';
import { organsOf } from './organs.js';

const EMPTY = {};

/** Opens a matter at the desk, in one of the person's posts. */
export function NewMatter() {
  const { line: code, action } = useParams({ strict: false }) as { line: string; action: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: line, error } = useQuery(lineQuery(code));
  const described = line?.actions[action];
  const organs = organsOf(me, described);
  const [chosen, setChosen] = useState('');
  const organ = chosen || organs[0]?.[0] || '';
  usePageTitle(described?.name, line?.name);
  if (error) return <Trouble error={error} />;
  if (!me || !line) return <Waiting what="打开登记表" />;
  if (!described || organs.length === 0)
    return (
      <>
        <h1>不能登记</h1>
        <p role="alert">
          {described
            ? `不能${described.name}：本岗位没有这项职责。可以转请${described.by.map((post) => line.posts[post] ?? '').join('、')}办理。`
            : '没有这个登记事项。'}
        </p>
        <Link to="/lines/$line" params={{ line: code }}>
          回到{line.name}案件
        </Link>
      </>
    );
  return (
    <div className="new-matter">
      <div className="page-head">
        <h1>
          {described.name}　<span className="meta">{line.name}</span>
        </h1>
        <OrganPicker organs={organs} value={organ} onChange={setChosen} />
      </div>
      <ActionForm
        key={`${code}-${action}-${organ}`}
        person={me.person.id}
        draftKey={`new:${code}:${action}:${organ}`}
        href={`/lines/${code}/new/${action}`}
        subject={line.name}
        name={described.name}
        basis={described.basis}
        line={line}
        fields={described.form}
        initial={EMPTY}
        around={EMPTY}
        names={EMPTY}
        organ={organ}
        today={me.today}
        ruleSet={line.ruleSet}
        grave={described.grave}
        revision={null}
        rehearse={(input, reasons) =>
          post<Rehearsal>('/matters/rehearse', { line: code, organ, action, input, reasons })
        }
        submit={async (input, reasons, key) => {
          const opened = await post<MatterView>('/matters', { line: code, action, organ, input, reasons, key });
          client.setQueryData(matterQuery(opened.id).queryKey, opened);
          client.setQueryData<StepResult>(['result', opened.id], {
            seq: opened.revision,
            text: openedText(described.name, opened),
          });
          void client.invalidateQueries({ queryKey: ['matters'] });
          await navigate({ to: '/matters/$id', params: { id: opened.id }, hash: 'timeline' });
        }}
        onReload={async () => undefined}
        onClose={() => void navigate({ to: '/lines/$line', params: { line: code } })}
      />
    </div>
  );
}

/** The query code is told here and nowhere again: whoever sits at the counter hands it over with the receipt. */
const openedText = (name: string, { receipt, queryCode }: MatterView): string =>
  `已${name}，收件编号${receipt}。${queryCode === undefined ? '' : `查询码${queryCode}，只显示这一次，请抄在回执上交给当事人。`}`;
