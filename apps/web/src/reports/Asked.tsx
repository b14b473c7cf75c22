import type { StudioChapter, StudioView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';
import { OrganizationInput } from '../form/pickers.js';
import { Trouble } from '../Trouble.js';
import { Undo } from '../Undo.js';
import { useStudio } from './queries.js';

interface HeldPost {
  readonly post: string;
  readonly postName: string;
  readonly people: readonly string[];
}

/** Who is asked for the words of a chapter, and by when. */
export function Asked({ studio, chapter }: { studio: StudioView; chapter: StudioChapter }) {
  const [changing, setChanging] = useState(false);
  const [taken, setTaken] = useState<StudioChapter['asked']>(null);
  const act = useStudio(studio.matter);
  const { asked } = chapter;
  if (!studio.may.write && !asked) return null;
  return (
    <section className="report-side">
      <h3>供稿</h3>
      {asked ? (
        <p>
          {asked.orgName}
          {asked.postName && `·${asked.postName}`}
          {asked.people.length > 0 && `（${asked.people.join('、')}）`}
          {asked.dueOn && (
            <>
              ，<span className="nb">{asked.dueOn}</span>前交稿
            </>
          )}
          {asked.late && <strong className="error-text">，已超期</strong>}
        </p>
      ) : (
        <p className="meta">由年报撰稿人撰写。</p>
      )}
      {chapter.returnedReason && (
        <p className="note">
          退回：{chapter.returnedReason}
          {chapter.stageBy && `（${chapter.stageBy.name}）`}
        </p>
      )}
      {studio.may.write &&
        (changing ? (
          <AskForm
            studio={studio}
            chapter={chapter}
            onDone={(from) => {
              setChanging(false);
              setTaken(from ?? null);
            }}
          />
        ) : (
          <Button size="small" className="no-print" onClick={() => setChanging(true)}>
            {asked ? '改派或者收回' : '请其他单位供稿'}
          </Button>
        ))}
      {taken && !asked && (
        <Undo
          what={`已收回，不再由${taken.orgName}供稿。`}
          busy={act.isPending}
          onUndo={() =>
            act.mutate(
              {
                path: `/chapters/${chapter.key}/asked`,
                body: { org: taken.org, post: taken.post, dueOn: taken.dueOn },
              },
              { onSuccess: () => setTaken(null) },
            )
          }
        />
      )}
      {act.error && <Trouble error={act.error} />}
    </section>
  );
}

function AskForm({
  studio,
  chapter,
  onDone,
}: {
  studio: StudioView;
  chapter: StudioChapter;
  /** `from`: whom it was taken from. */
  onDone: (from?: StudioChapter['asked']) => void;
}) {
  const act = useStudio(studio.matter);
  const [org, setOrg] = useState(chapter.asked?.org ?? '');
  const [post, setPost] = useState(chapter.asked?.post ?? '');
  const [dueOn, setDueOn] = useState(chapter.asked?.dueOn ?? '');
  const posts = useQuery({
    queryKey: ['studio-posts', studio.matter, org],
    queryFn: () => get<HeldPost[]>(`/studio/${studio.matter}/posts/${encodeURIComponent(org)}`),
    enabled: org !== '',
  });
  const send = (body: object, from?: StudioChapter['asked']) =>
    act.mutate({ path: `/chapters/${chapter.key}/asked`, body }, { onSuccess: () => onDone(from) });
  const id = `ask-${chapter.key}`;
  return (
    <form
      className="report-say"
      onSubmit={(event) => {
        event.preventDefault();
        send({ org, post: post === '' ? null : post, dueOn: dueOn === '' ? null : dueOn });
      }}
    >
      <label className="label" htmlFor={`${id}-org`}>
        供稿单位
      </label>
      <OrganizationInput
        id={`${id}-org`}
        aria={{}}
        value={org}
        name={chapter.asked?.org === org ? chapter.asked.orgName : undefined}
        onChange={(value) => {
          setOrg(typeof value === 'string' ? value : '');
          setPost('');
        }}
      />
      {org !== '' && (
        <p>
          <label className="label" htmlFor={`${id}-post`}>
            岗位<span className="optional">（选填）</span>
          </label>
          <select id={`${id}-post`} value={post} onChange={({ target }) => setPost(target.value)}>
            <option value="">任一岗位</option>
            {(posts.data ?? []).map((one) => (
              <option key={one.post} value={one.post}>
                {one.postName}（{one.people.join('、')}）
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label className="label" htmlFor={`${id}-due`}>
          交稿日期<span className="optional">（选填）</span>
        </label>
        <input
          id={`${id}-due`}
          className="text-input"
          type="date"
          value={dueOn}
          onChange={({ target }) => setDueOn(target.value)}
        />
      </p>
      {act.error && <Trouble error={act.error} />}
      <div className="row-actions">
        <Button size="small" type="primary" htmlType="submit" disabled={org === ''} loading={act.isPending}>
          请其供稿
        </Button>
        {chapter.asked && (
          <Button size="small" onClick={() => send({ org: null, post: null, dueOn: null }, chapter.asked)}>
            收回
          </Button>
        )}
        <Button size="small" type="text" onClick={() => onDone()}>
          不改了
        </Button>
      </div>
    </form>
  );
}
