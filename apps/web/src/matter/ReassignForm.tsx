import type { LineDescription } from '@fadu/procedure';
import type { MatterView, PersonRow } from '@fadu/wire';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';
import { useStep } from './use-step.js';

/** Gives a post's work in a matter to other people, seeing what each has in hand. */
export function ReassignForm({
  matter,
  line,
  onClose,
}: {
  matter: MatterView;
  line: LineDescription;
  onClose: () => void;
}) {
  const posts = Object.keys(line.posts);
  const holders = useQueries({
    queries: posts.map((one) => ({
      queryKey: ['people', one, matter.organ.id],
      queryFn: () => get<PersonRow[]>(`/people?post=${one}&org=${encodeURIComponent(matter.organ.id)}`),
    })),
  });
  const held = posts.flatMap((one, index) => {
    const people = holders[index]?.data ?? [];
    return people.length > 0 ? [{ post: one, people }] : [];
  });
  const [chosenPost, setPost] = useState(Object.keys(matter.assignees)[0] ?? '');
  const current = held.find((one) => one.post === chosenPost) ?? held[0];
  const { send, busy, fault, setFault } = useStep(matter, '没有转办，请再试。');
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const before = current ? (matter.assignees[current.post] ?? []) : [];
  const people = picked ?? before;
  const save = async () => {
    if (!current) return;
    if (people.length === 0) {
      setFault('请至少选一名人员。');
      return;
    }
    const done = `转办：${people.map((one) => nameOf(current.people, one)).join('、')}`;
    if (await send('reassign', { post: current.post, persons: [...people] }, done)) onClose();
  };
  return (
    <div className="action-form">
      <p className="hint">转办只改变由谁办理，期限照常计算；原承办人和转办人都留在办理经过里。</p>
      {held.length > 1 && (
        <div className="field">
          <label className="label" htmlFor="reassign-post">
            岗位
          </label>
          <select
            id="reassign-post"
            value={current?.post}
            onChange={(event) => {
              setPost(event.target.value);
              setPicked(null);
            }}
          >
            {held.map((one) => (
              <option key={one.post} value={one.post}>
                {line.posts[one.post]}
              </option>
            ))}
          </select>
        </div>
      )}
      {current && (
        <fieldset className="people">
          <legend>转给（{line.posts[current.post]}）</legend>
          <table className="plain">
            <thead>
              <tr>
                <th>选</th>
                <th>姓名</th>
                <th className="num">在办（件）</th>
                <th>本案</th>
              </tr>
            </thead>
            <tbody>
              {[...current.people]
                .sort((a, b) => a.open - b.open)
                .map((person) => (
                  <tr key={person.id}>
                    <td>
                      <input
                        type="checkbox"
                        id={`to-${person.id}`}
                        checked={people.includes(person.id)}
                        onChange={(event) =>
                          setPicked(
                            event.target.checked ? [...people, person.id] : people.filter((one) => one !== person.id),
                          )
                        }
                      />
                    </td>
                    <td>
                      <label htmlFor={`to-${person.id}`}>{person.name}</label>
                    </td>
                    <td className="num">{person.open}</td>
                    <td>{before.includes(person.id) ? '现承办' : <span className="missing">没有参与</span>}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </fieldset>
      )}
      {fault && (
        <p className="error-box" role="alert">
          {fault}
        </p>
      )}
      <div className="action-foot">
        <Button type="primary" disabled={busy || !current} onClick={() => void save()}>
          {busy ? '正在转办…' : '转办'}
        </Button>
        <Button type="text" onClick={onClose}>
          关闭
        </Button>
      </div>
    </div>
  );
}

const nameOf = (people: readonly PersonRow[], id: string): string => people.find((one) => one.id === id)?.name ?? id;
