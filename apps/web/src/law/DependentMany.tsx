import type { LawDependentPlace, LawDependentRow, LawJudgedDependent } from '@fadu/wire';
import { AFFECTED_NAMES, DEPENDENT_KINDS, MOST_DEPENDENTS } from '@fadu/wire/law';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { messageOf, post, receive, upload } from '../api/client.js';
import { grouped } from '../words.js';
import { DependentRows } from './DependentRows.js';
import { pastedRows } from './pasted.js';
import { dependentsQuery } from './queries.js';

type Words = Omit<LawDependentRow, 'row'>;

/** Registers many: from the filled-in table, from documents whose grounds are read, or pasted; judged before anything is written. */
export function DependentMany({ places, onClose }: { places: readonly LawDependentPlace[]; onClose: () => void }) {
  const id = useId();
  const client = useQueryClient();
  const [org, setOrg] = useState(places[0]!.org);
  const place = places.find((one) => one.org === org)!;
  const [kind, setKind] = useState<string>(AFFECTED_NAMES.normative);
  const [chosen, setChosen] = useState('');
  const owner = place.posts.some(({ name }) => name === chosen) ? chosen : (place.posts[0]?.name ?? '');
  const [rows, setRows] = useState<readonly Words[]>([]);
  const [pasted, setPasted] = useState('');
  const [failed, setFailed] = useState<readonly string[]>([]);
  const [reading, setReading] = useState('');
  const numbered = (words: readonly Words[]) => words.map((one, index) => ({ ...one, row: index + 1 }));
  const judge = useMutation({
    mutationFn: ({ words, confirm }: { words: readonly Words[]; confirm?: 'ready' }) =>
      post<LawJudgedDependent[]>('/law/dependents/many', { org, rows: numbered(words), ...(confirm && { confirm }) }),
    onSuccess: (_, { confirm }) => {
      if (confirm) void client.invalidateQueries({ queryKey: dependentsQuery.queryKey });
    },
  });
  const take = (next: readonly Words[]) => {
    setRows(next);
    if (next.length > 0 && next.length <= MOST_DEPENDENTS) judge.mutate({ words: next });
    else judge.reset();
  };
  const read = async (files: readonly File[]) => {
    const found: Words[] = [];
    const problems: string[] = [];
    const query = new URLSearchParams({ org, kind, post: owner });
    for (const [at, file] of files.entries()) {
      setReading(`正在读第${at + 1}件，共${files.length}件…`);
      try {
        found.push(...(await upload<LawDependentRow[]>(file, () => undefined, `/law/dependents/read?${query}`)));
      } catch (error) {
        const why = messageOf(error, '没有读出，请再试。');
        problems.push(why.includes(file.name) ? why : `${file.name}：${why}`);
      }
    }
    setReading('');
    setFailed(problems);
    if (found.length > 0) take([...rows, ...found]);
  };
  const judged = rows.length > 0 && judge.data?.length === rows.length ? judge.data : [];
  const count = (standing: LawJudgedDependent['standing']) => judged.filter((one) => one.standing === standing).length;
  const [ready, faulty] = [count('ready'), count('faulty')];
  return (
    <section className="board" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>一次登记多件</h2>
      {places.length > 1 && (
        <p>
          <label htmlFor={`${id}-org`}>责任单位</label>{' '}
          <select
            id={`${id}-org`}
            value={org}
            onChange={(event) => {
              setOrg(event.target.value);
              take([]);
            }}
          >
            {places.map((one) => (
              <option key={one.org} value={one.org}>
                {one.name}
              </option>
            ))}
          </select>
        </p>
      )}
      <div className="law-many">
        <section>
          <h3>登记表</h3>
          <p>
            <a className="button" href={`/api/law/dependents/table.xlsx?org=${encodeURIComponent(org)}`} download>
              下载登记表
            </a>
          </p>
          <label className="law-upload">
            上传填好的表（.xlsx）
            <input type="file" accept=".xlsx" onChange={(event) => void read(taken(event.target))} />
          </label>
        </section>
        <section>
          <h3>文件本身</h3>
          <p>
            <label>
              登记为{' '}
              <select value={kind} onChange={(event) => setKind(event.target.value)}>
                {DEPENDENT_KINDS.map((one) => (
                  <option key={one}>{AFFECTED_NAMES[one]}</option>
                ))}
              </select>
            </label>{' '}
            <label>
              责任岗位{' '}
              <select value={owner} onChange={(event) => setChosen(event.target.value)}>
                {place.posts.map(({ post: code, name }) => (
                  <option key={code}>{name}</option>
                ))}
              </select>
            </label>
          </p>
          <label className="law-upload">
            可以一次选多件（.docx、.txt、.html、.md），读出名称、文号和写明依据的段落
            <input
              type="file"
              multiple
              accept=".docx,.txt,.html,.htm,.md"
              onChange={(event) => void read(taken(event.target))}
            />
          </label>
        </section>
        <section>
          <h3>从表格粘贴</h3>
          <label className="law-upload">
            依次为类别、名称、文号或者编码、责任岗位、依据原文
            <textarea rows={3} value={pasted} onChange={(event) => setPasted(event.target.value)} />
          </label>
          <button
            type="button"
            className="button"
            disabled={pasted.trim() === ''}
            onClick={() => {
              take([...rows, ...pastedRows(pasted)]);
              setPasted('');
            }}
          >
            加入下表
          </button>
        </section>
      </div>
      {reading && <p role="status">{reading}</p>}
      {failed.length > 0 && (
        <div role="alert" className="error-box">
          <ul className="plain-list">
            {failed.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > MOST_DEPENDENTS && (
        <p role="alert" className="error-text">
          一次不超过{MOST_DEPENDENTS}件，现有{grouped(rows.length)}件，没有核对。请分成几次登记。
        </p>
      )}
      {judge.isPending && <p role="status">正在核对{grouped(rows.length)}件…</p>}
      {judge.error && (
        <p role="alert" className="error-text">
          {messageOf(judge.error, '没有核对，请再试。')}
        </p>
      )}
      {judged.length > 0 && (
        <>
          <p role="status" className="note">
            {summaryOf(judged)}
          </p>
          <DependentRows
            judged={judged}
            posts={place.posts.map(({ name }) => name)}
            onChange={(at, words) => take(rows.map((one, index) => (index === at ? words : one)))}
            onRemove={(at) => take(rows.filter((_, index) => index !== at))}
          />
        </>
      )}
      <div className="row-actions">
        {ready > 0 && (
          <button
            type="button"
            className="button primary"
            disabled={judge.isPending}
            onClick={() => judge.mutate({ words: rows, confirm: 'ready' })}
          >
            登记{faulty > 0 ? '没有问题的' : ''}
            {grouped(ready)}件
          </button>
        )}
        {faulty > 0 && (
          <button
            type="button"
            className="button"
            onClick={() =>
              void receive('/law/dependents/table.xlsx', { org, rows: numbered(rows) }, '引用登记表（要改的行）.xlsx')
            }
          >
            下载要改的{grouped(faulty)}行
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </section>
  );
}

/** The files chosen; the field is emptied, so that the same file may be chosen again after it was put right. */
function taken(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

function summaryOf(judged: readonly LawJudgedDependent[]): string {
  const told = (
    [
      ['written', '已登记'],
      ['ready', '可以登记'],
      ['present', '已经登记过'],
      ['faulty', '要改'],
    ] as const
  ).flatMap(([standing, words]) => {
    const count = judged.filter((one) => one.standing === standing).length;
    return count > 0 ? [`${words}${grouped(count)}件`] : [];
  });
  return `共${grouped(judged.length)}件：${told.join('，')}。`;
}
