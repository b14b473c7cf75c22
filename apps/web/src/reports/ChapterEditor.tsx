import type { ChapterConflict, Me, StudioChapter } from '@fadu/wire';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError, newKey } from '../api/client.js';
import { clockTime } from '../drafts.js';
import { useDraft } from '../matter/use-draft.js';
import { Trouble } from '../Trouble.js';
import { momentWords } from '../words.js';
import { type ReportAddress, reportPath, useStudio } from './queries.js';
import { Runs } from './Runs.js';

interface EditorProps {
  readonly matter: string;
  readonly address: ReportAddress;
  readonly chapter: StudioChapter;
  readonly me: Me;
  readonly onDone: () => void;
}

/**
 * The words of a chapter. What is typed is kept on this device until it is saved; when somebody else saved meanwhile,
 * nothing is overwritten and nothing is lost: one sees what they wrote, and goes on from there.
 */
export function ChapterEditor({ matter, address, chapter, me, onDone }: EditorProps) {
  const { key, title } = chapter;
  const studio = useStudio(matter);
  const draft = useDraft(
    me.person.id,
    `report/${matter}/${key}`,
    {
      title: `年度报告：${title}`,
      href: `${reportPath(address)}?chapter=${key}&write=1`,
      revision: chapter.version,
    },
    { text: chapter.text },
  );
  const [base, setBase] = useState(draft.found?.revision ?? chapter.version);
  const [conflict, setConflict] = useState<ChapterConflict>();
  const text = String(draft.values.text ?? '');
  const type = (next: string) => draft.change({ values: { text: next } });
  const save = async () => {
    draft.save();
    try {
      await studio.mutateAsync({ path: `/chapters/${key}`, body: { base, text, key: newKey() } });
      draft.drop();
      onDone();
    } catch (error) {
      if (error instanceof ApiError && error.problem.conflict) setConflict(error.problem.conflict);
    }
  };
  const goOn = (next: string) => {
    setBase(conflict!.version);
    type(next);
    setConflict(undefined);
    studio.reset();
  };
  const leave = () => {
    draft.drop();
    onDone();
  };
  const id = `words-${key}`;
  return (
    <form
      className="report-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {draft.found && draft.found.revision !== chapter.version && !conflict && (
        <p role="status" className="note">
          这是{clockTime(draft.found.at)}存在本机的草稿，此后这一章又有人改过。保存时会先告诉变化。
        </p>
      )}
      <label className="label" htmlFor={id}>
        “{title}”的文字
      </label>
      <p className="hint" id={`${id}-hint`}>
        一行一段。数据已有的数不用手写，接在文字后面。
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={Math.min(24, Math.max(6, text.split('\n').length + 2))}
        maxLength={20_000}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.ctrlKey && event.key === 'Enter') void save();
          if (event.key === 'Escape') {
            draft.save();
            onDone();
          }
        }}
      />
      {conflict && <Meanwhile conflict={conflict} mine={text} onTake={goOn} onDrop={leave} />}
      {studio.error && !conflict && <Trouble error={studio.error} />}
      <div className="row-actions">
        <Button type="primary" htmlType="submit" loading={studio.isPending} disabled={conflict !== undefined}>
          {studio.isPending ? '正在保存…' : '保存为新版'}
        </Button>
        <Button
          type="text"
          onClick={() => {
            draft.save();
            onDone();
          }}
        >
          关闭
        </Button>
        <span className="meta" role="status">
          {draft.state.kind === 'kept' && `草稿已存${clockTime(draft.state.at)}`}
          {draft.state.kind === 'dirty' && '正在保存草稿'}
          {draft.state.kind === 'failed' && '本机存不下草稿，请及时保存为新版'}
        </span>
        {draft.state.kind === 'kept' && (
          <Button type="text" danger className="push" onClick={leave}>
            放弃草稿
          </Button>
        )}
      </div>
    </form>
  );
}

/** Somebody else saved this chapter since it was opened. */
function Meanwhile({
  conflict: { by, at, changes, merged, text },
  mine,
  onTake,
  onDrop,
}: {
  conflict: ChapterConflict;
  mine: string;
  onTake: (text: string) => void;
  onDrop: () => void;
}) {
  return (
    <section className="conflict" role="alert" aria-label="这一章刚有人改过">
      <p>
        <strong>
          {by.name}（{by.org}）已于<span className="nb">{momentWords(at)}</span>改了这一章。
        </strong>
        没有保存，所写的内容都在上面。
      </p>
      <h4>对方改了什么</h4>
      <Runs runs={changes} />
      <div className="row-actions">
        {merged !== null && merged !== mine && (
          <Button type="primary" onClick={() => onTake(merged)}>
            合并两人所改
          </Button>
        )}
        <Button onClick={() => onTake(mine)}>以我的为准，接着写</Button>
        <Button onClick={() => onTake(`${text}\n\n${mine}`)}>两份都留下，接着写</Button>
        <Button type="text" onClick={onDrop}>
          放弃我的
        </Button>
      </div>
      <p className="meta">
        {merged === null
          ? '两人改了同一段，平台不代为取舍。可以两份都留下，自己合并。'
          : '两人改的不是同一段，可以合并；合并后看过再保存。'}
        对方的文字在“版本”里，不会丢。
      </p>
    </section>
  );
}
