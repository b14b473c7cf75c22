import type { LawCitationCheck, LawDependentKind, LawDependentPlace } from '@fadu/wire';
import { AFFECTED_NAMES, DEPENDENT_KINDS } from '@fadu/wire/law';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { StateTag } from '../StateTag.js';
import { Trouble } from '../Trouble.js';
import { dependentsQuery } from './queries.js';

const PAUSE_MS = 500;

/** Registers a text: what it is, who answers for it, and the words that name its grounds, read while one types. */
export function DependentForm({ places, onClose }: { places: readonly LawDependentPlace[]; onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [kind, setKind] = useState<LawDependentKind>('normative');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [org, setOrg] = useState(places[0]!.org);
  const [chosen, setPost] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const posts = places.find((one) => one.org === org)?.posts ?? [];
  const owner = posts.some((one) => one.post === chosen) ? chosen : (posts[0]?.post ?? '');
  const check = useMutation({
    mutationFn: (words: string) => post<LawCitationCheck[]>('/law/dependents/check', { text: words }),
  });
  const send = useMutation({
    mutationFn: () =>
      post('/law/dependents', { kind, name: name.trim(), number: number.trim(), org, post: owner, text: text.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: dependentsQuery.queryKey });
      onClose();
    },
  });
  const { mutate } = check;
  useEffect(() => {
    if (text.trim().length < 2) return undefined;
    const timer = setTimeout(() => mutate(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, mutate]);
  const noName = name.trim().length < 2;
  const noText = text.trim().length < 2;
  return (
    <form
      className="board law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!noName && !noText && !send.isPending) send.mutate();
      }}
    >
      <h2>登记引用</h2>
      <fieldset>
        <legend>类别</legend>
        {DEPENDENT_KINDS.map((one) => (
          <label key={one} className="check">
            <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
            {AFFECTED_NAMES[one]}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label className="label" htmlFor={`${id}-name`}>
          名称
        </label>
        <input
          id={`${id}-name`}
          className="text-input wide"
          maxLength={200}
          value={name}
          aria-invalid={tried && noName}
          onChange={(event) => setName(event.target.value)}
        />
        {tried && noName && <p className="error-text">请写名称，不少于2个字。</p>}
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-number`}>
          文号或者编码<span className="optional">（选填）</span>
        </label>
        <input
          id={`${id}-number`}
          className="text-input"
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-post`}>
          责任岗位
        </label>
        {places.length > 1 && (
          <select aria-label="责任单位" value={org} onChange={(event) => setOrg(event.target.value)}>
            {places.map((one) => (
              <option key={one.org} value={one.org}>
                {one.name}
              </option>
            ))}
          </select>
        )}{' '}
        <select id={`${id}-post`} value={owner} onChange={(event) => setPost(event.target.value)}>
          {posts.map((one) => (
            <option key={one.post} value={one.post}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor={`${id}-text`}>
          依据原文
        </label>
        <p className="hint">照原文录入写明依据的部分，法规用全称，写明条、款、项。</p>
        <textarea
          id={`${id}-text`}
          rows={5}
          maxLength={50_000}
          value={text}
          aria-invalid={tried && noText}
          onChange={(event) => setText(event.target.value)}
        />
        {tried && noText && <p className="error-text">请录入依据原文。</p>}
      </div>
      {check.error ? <Trouble error={check.error} /> : null}
      {!noText && check.data && <Checks checks={check.data} />}
      {send.error && (
        <p role="alert" className="error-text">
          {messageOf(send.error, '没有登记，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          登记引用
        </button>
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}

const VERDICTS: Readonly<
  Record<LawCitationCheck['verdict'], readonly [string, 'ended' | 'alarm' | 'waiting' | 'idle']>
> = {
  ok: ['现行有效', 'ended'],
  unknown: ['没有核验', 'idle'],
  'E-LW-05': ['没有该条款', 'alarm'],
  'E-LW-06': ['不再有效', 'alarm'],
  'W-LW-07': ['没有条号', 'waiting'],
  'W-LW-08': ['名称不唯一', 'waiting'],
};

/** 引用依据核验单: each citation with what was found. */
function Checks({ checks }: { checks: readonly LawCitationCheck[] }) {
  if (checks.length === 0)
    return <p className="hint">没有读出引用的法规。请写全名称和条款，例如《某某法》第八条第一款。</p>;
  return (
    <ul className="plain-list" aria-label="引用依据核验">
      {checks.map(({ raw, verdict, message, start }) => (
        <li key={start}>
          <StateTag name={VERDICTS[verdict][0]} tone={VERDICTS[verdict][1]} /> {raw}{' '}
          <span className="meta">{message}</span>
        </li>
      ))}
    </ul>
  );
}
