import type { LawDependentRow, LawJudgedDependent } from '@fadu/wire';
import { AFFECTED_NAMES, DEPENDENT_KINDS } from '@fadu/wire/law';
import { useId, useState } from 'react';
import { StateTag } from '../StateTag.js';
import { TableScroll } from '../TableScroll.js';

type Words = Omit<LawDependentRow, 'row'>;

interface RowsProps {
  readonly judged: readonly LawJudgedDependent[];
  readonly posts: readonly string[];
  readonly onChange: (at: number, words: Words) => void;
  readonly onRemove: (at: number) => void;
}

const STANDINGS = {
  ready: ['可以登记', 'active'],
  faulty: ['要改', 'alarm'],
  present: ['已经登记过', 'idle'],
  written: ['已登记', 'ended'],
} as const;

/** What is to be registered, row by row, with what is wrong beside it; each can be put right in its place. */
export function DependentRows({ judged, posts, onChange, onRemove }: RowsProps) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <TableScroll name="要登记的各件">
      <table className="plain stacked law-rows">
        <thead>
          <tr>
            <th scope="col" className="law-number">
              序号
            </th>
            <th scope="col">名称</th>
            <th scope="col">类别</th>
            <th scope="col">责任岗位</th>
            <th scope="col">引用的条文</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {judged.map(({ row, standing, faults, checks }, at) => (
            <tr key={row.row} className={standing === 'faulty' ? 'faulty' : ''}>
              <td data-label="序号" className="law-number">
                {row.row}
              </td>
              <td data-label="名称">
                {row.name || '没有名称'} <span className="meta nb">{row.number}</span>
              </td>
              <td data-label="类别">{row.kind || '没有填'}</td>
              <td data-label="责任岗位">{row.post || '没有填'}</td>
              <td data-label="引用的条文">
                <ul className="plain-list">
                  {checks.map(({ raw, start }) => (
                    <li key={start}>{raw}</li>
                  ))}
                </ul>
              </td>
              <td data-label="结果">
                <StateTag name={STANDINGS[standing][0]} tone={STANDINGS[standing][1]} />
                {faults.map((words) => (
                  <p key={words} className="error-text">
                    {words}
                  </p>
                ))}
                {open === at ? (
                  <Edit
                    words={row}
                    posts={posts}
                    onClose={() => setOpen(null)}
                    onDone={(words) => {
                      setOpen(null);
                      onChange(at, words);
                    }}
                  />
                ) : (
                  standing !== 'written' && (
                    <div className="row-actions">
                      <button type="button" className="button" onClick={() => setOpen(at)}>
                        改<span className="sr">第{row.row}件</span>
                      </button>
                      <button type="button" className="button" onClick={() => onRemove(at)}>
                        不登记<span className="sr">第{row.row}件</span>
                      </button>
                    </div>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Edit({
  words,
  posts,
  onDone,
  onClose,
}: {
  words: Words;
  posts: readonly string[];
  onDone: (words: Words) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [now, set] = useState<Words>({
    kind: words.kind,
    name: words.name,
    number: words.number,
    post: words.post,
    text: words.text,
  });
  const field = (key: keyof Words, label: string, many = false) => (
    <p>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      {many ? (
        <textarea
          id={`${id}-${key}`}
          rows={4}
          value={now[key]}
          onChange={(event) => set({ ...now, [key]: event.target.value })}
        />
      ) : (
        <input
          id={`${id}-${key}`}
          className="text-input wide"
          value={now[key]}
          onChange={(event) => set({ ...now, [key]: event.target.value })}
        />
      )}
    </p>
  );
  const choice = (key: 'kind' | 'post', label: string, options: readonly string[]) => (
    <p>
      <label htmlFor={`${id}-${key}`}>{label}</label>{' '}
      <select id={`${id}-${key}`} value={now[key]} onChange={(event) => set({ ...now, [key]: event.target.value })}>
        {!options.includes(now[key]) && <option value={now[key]}>请选</option>}
        {options.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </p>
  );
  return (
    <form
      className="law-settle"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(now);
      }}
    >
      {choice(
        'kind',
        '类别',
        DEPENDENT_KINDS.map((kind) => AFFECTED_NAMES[kind]),
      )}
      {field('name', '名称')}
      {field('number', '文号或者编码')}
      {choice('post', '责任岗位', posts)}
      {field('text', '依据原文', true)}
      <div className="row-actions">
        <button type="submit" className="button primary">
          改好
        </button>
        <button type="button" className="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </form>
  );
}
