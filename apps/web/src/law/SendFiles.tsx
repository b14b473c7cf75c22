import type { LawBatchAdded } from '@fadu/wire';
import { useState } from 'react';
import { messageOf, upload } from '../api/client.js';
import { grouped } from '../words.js';
import './law.css';

const TEXTS = /\.(md|txt|html?|docx)$/i;

interface Sent {
  readonly file: File;
  readonly path: string;
  readonly state: 'waiting' | 'sending' | 'taken' | 'refused' | 'failed';
  /** What became of it, in a sentence. */
  readonly words: string;
}

const STATE_WORDS = {
  waiting: '待送',
  sending: '正在送',
  taken: '已送',
  refused: '已送，不能入库',
  failed: '没有送到',
} as const;

interface SendFilesProps {
  /** The batch they go into; opened when the first is sent. null: it could not be, and its own form says why. */
  readonly into: () => Promise<number | null>;
  /** All are there. */
  readonly onDone: (batch: number) => void;
  /** Some are there. */
  readonly onPart?: (batch: number) => void;
}

/** Files or a folder, sent one by one: each says what was read of it, and one that fails keeps no other back. */
export function SendFiles({ into, onDone, onPart }: SendFilesProps) {
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const take = (list: FileList | null) => {
    const all = [...(list ?? [])];
    setProblem('');
    setLeft(all.filter(({ name }) => !TEXTS.test(name)).map(({ name }) => name));
    setFiles(
      all
        .filter(({ name }) => TEXTS.test(name))
        .map((file) => ({ file, path: file.webkitRelativePath || file.name, state: 'waiting', words: '' })),
    );
  };
  const send = async () => {
    if (files.length === 0) return setProblem('请选文件。可以是md、txt、html、docx。');
    setProblem('');
    setBusy(true);
    try {
      const batch = await into();
      if (batch === null) return;
      let list = files;
      const become = (at: number, part: Pick<Sent, 'state' | 'words'>) => {
        list = list.map((one, index) => (index === at ? { ...one, ...part } : one));
        setFiles(list);
      };
      for (const [at, { file, path, state }] of list.entries()) {
        if (state === 'taken' || state === 'refused') continue;
        become(at, { state: 'sending', words: '' });
        become(at, await sent(batch, file, path));
      }
      if (list.every(({ state }) => state === 'taken')) onDone(batch);
      else onPart?.(batch);
    } catch (error) {
      setProblem(messageOf(error, '没有送出，请再试。'));
    } finally {
      setBusy(false);
    }
  };
  const failed = files.filter(({ state }) => state === 'failed').length;
  const waiting = files.filter(({ state }) => state === 'waiting').length;
  const started = files.some(({ state }) => state !== 'waiting');
  return (
    <>
      <div className="law-files">
        <label>
          文件
          <input
            type="file"
            multiple
            disabled={busy}
            accept=".md,.txt,.html,.htm,.docx"
            onChange={(event) => take(event.target.files)}
          />
        </label>
        <label>
          或者整个文件夹
          <input
            type="file"
            multiple
            disabled={busy}
            {...{ webkitdirectory: '' }}
            onChange={(event) => take(event.target.files)}
          />
        </label>
      </div>
      {files.length > 0 && !started && <p className="hint">已选{grouped(files.length)}件。</p>}
      {left.length > 0 && (
        <p className="hint">
          不送{grouped(left.length)}件，不是md、txt、html、docx：{left.slice(0, 5).join('、')}
          {left.length > 5 ? '等' : ''}。
        </p>
      )}
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      {started && (
        <ol className="law-sent" aria-label="送校结果">
          {files.map(({ path, state, words }) => (
            <li key={path}>
              {path}　
              <span className={state === 'failed' || state === 'refused' ? 'error-text' : 'meta'}>
                {STATE_WORDS[state]}
                {words && `：${words}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      {(!started || busy || failed > 0 || waiting > 0) && (
        <button type="button" className="button primary" disabled={busy} onClick={() => void send()}>
          {busy
            ? `正在送第${grouped(files.findIndex(({ state }) => state === 'sending') + 1)}件，共${grouped(files.length)}件`
            : failed > 0
              ? `重送没有送到的${grouped(failed)}件`
              : '送校'}
        </button>
      )}
    </>
  );
}

async function sent(batch: number, file: File, path: string): Promise<Pick<Sent, 'state' | 'words'>> {
  try {
    const added = await upload<LawBatchAdded>(
      file,
      () => undefined,
      `/law/desk/${batch}/texts?path=${encodeURIComponent(path)}`,
    );
    if (added.refusal !== null) return { state: 'refused', words: added.refusal };
    const problems = added.problems > 0 ? `，问题${added.problems}` : '';
    return { state: 'taken', words: `${added.title ?? path}，${added.effectiveOn ?? ''}施行${problems}` };
  } catch (error) {
    return { state: 'failed', words: messageOf(error, '网络断开，请重送。') };
  }
}
