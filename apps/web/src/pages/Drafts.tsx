import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { DRAFT_DAYS, dropDraft, type KeptDraft, listDrafts, watchDrafts, writeDraft } from '../drafts.js';
import { momentWords } from '../words.js';
import { OlderDrafts } from './OlderDrafts.js';

/** What was typed and not sent. Throwing one away leaves no record, so it can be taken back. */
export function Drafts({ person }: { person: string }) {
  const [drafts, setDrafts] = useState(() => listDrafts(person));
  const [gone, setGone] = useState<KeptDraft | null>(null);
  useEffect(() => watchDrafts(() => setDrafts(listDrafts(person))), [person]);
  useEffect(() => {
    if (!gone) return undefined;
    const timer = setTimeout(() => setGone(null), 10_000);
    return () => clearTimeout(timer);
  }, [gone]);
  return (
    <>
      <p className="hint">草稿存在平台和本机{DRAFT_DAYS}日，换一台电脑登录可以接着填，办理后自动删去。</p>
      {gone && (
        <p role="status" className="note">
          已删去草稿“{gone.title}”。
          <Button
            type="link"
            onClick={() => {
              const { key, ...draft } = gone;
              writeDraft(person, key, draft);
              setGone(null);
            }}
          >
            恢复
          </Button>
        </p>
      )}
      {drafts.length === 0 ? (
        <p className="empty">没有草稿。</p>
      ) : (
        <ul className="todo drafts">
          {drafts.map((draft) => (
            <li key={draft.key}>
              <span className="todo-clock meta nb">{momentWords(new Date(draft.at).toISOString())}存</span>
              <span className="todo-title">
                <Link to={draft.href as never}>{draft.title}</Link>
              </span>
              <span className="todo-action">
                <Link className="button primary" to={draft.href as never}>
                  接着填
                </Link>{' '}
                <Button
                  onClick={() => {
                    dropDraft(person, draft.key);
                    setGone(draft);
                  }}
                >
                  删除
                </Button>
              </span>
              <OlderDrafts person={person} draftKey={draft.key} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
