import type { SavedView } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import type { ListSearch } from './filters.js';
import { filterOf, sameView, takeLocalViews, type View, viewsQuery } from './saved-views.js';

const BUILT_IN: readonly View[] = [
  { name: '待我办', search: { view: 'mine' } },
  { name: '在办', search: { stage: 'open' } },
  { name: '已超期', search: { due: 'late' } },
  { name: '已中止', search: { due: 'paused' } },
];

/** Filters under a name: those everybody has, one's own, and those of the office; kept on the platform. */
export function SavedViews({
  line,
  search,
  person,
  onOpen,
}: {
  line: string;
  search: ListSearch;
  person: string;
  onOpen: (search: ListSearch) => void;
}) {
  const client = useQueryClient();
  const { data: kept = [] } = useQuery(viewsQuery(line));
  const [naming, setNaming] = useState(false);
  const tabs = useRef<HTMLFieldSetElement>(null);
  // The form goes: the focus moves to the view that was kept, or back to where one began, as soon as it is there.
  const focusNext = useRef('');
  useEffect(() => {
    const next = focusNext.current === '' ? null : tabs.current?.querySelector<HTMLElement>(focusNext.current);
    if (!next) return;
    focusNext.current = '';
    next.focus();
  });
  const leave = (next: string) => {
    focusNext.current = next;
    setNaming(false);
  };
  const [problem, setProblem] = useState('');
  const take = (views: SavedView[]) => client.setQueryData(viewsQuery(line).queryKey, views);
  const current = [...BUILT_IN, ...kept].find((view) => sameView(view.search, search));
  const empty = sameView({}, search);

  useEffect(() => {
    const moveOver = async () => {
      for (const view of takeLocalViews(person, line))
        await post('/views', { line, name: view.name.slice(0, 12), search: filterOf(view.search), office: false });
      await client.invalidateQueries({ queryKey: ['views', line] });
    };
    if (localStorage.getItem(`fadu:views:${person}:${line}`)) void moveOver();
  }, [client, person, line]);

  const [gone, setGone] = useState<SavedView | null>(null);
  const change = async (view: SavedView, how: 'drop' | 'restore') => {
    setProblem('');
    try {
      take(await post<SavedView[]>(`/views/${view.id}/${how}`, {}));
      setGone(how === 'drop' ? view : null);
    } catch (error) {
      setProblem(messageOf(error, how === 'drop' ? '没有删去，请过几分钟再试。' : '没有恢复，请过几分钟再试。'));
    }
  };
  return (
    <fieldset ref={tabs} className="tabs" aria-label="视图">
      <button type="button" aria-pressed={empty} onClick={() => onOpen({})}>
        全部
      </button>
      {BUILT_IN.map((view) => (
        <button key={view.name} type="button" aria-pressed={view === current} onClick={() => onOpen(view.search)}>
          {view.name}
        </button>
      ))}
      {kept.map((view) => (
        <span key={view.id} className="own-view">
          <button
            type="button"
            aria-pressed={view === current}
            {...(view.office && { title: `${view.office}的视图` })}
            onClick={() => onOpen(view.search)}
          >
            {view.name}
            {view.office ? '（本单位）' : ''}
          </button>
          {view.mayDrop && (
            <button
              type="button"
              className="drop"
              aria-label={`删去视图“${view.name}”`}
              onClick={() => void change(view, 'drop')}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {!current && !empty && !naming && (
        <button type="button" className="begin-view" onClick={() => setNaming(true)}>
          ＋另存为视图
        </button>
      )}
      {naming && (
        <NameView
          line={line}
          search={search}
          onKept={(views) => {
            take(views);
            leave('[aria-pressed="true"]');
          }}
          onLeave={() => leave('.begin-view')}
        />
      )}
      {gone && (
        <span role="status" className="note">
          已删去视图“{gone.name}”。
          <Button type="link" onClick={() => void change(gone, 'restore')}>
            撤销
          </Button>
        </span>
      )}
      {problem && (
        <span role="alert" className="error-text">
          {problem}
        </span>
      )}
    </fieldset>
  );
}

function NameView({
  line,
  search,
  onKept,
  onLeave,
}: {
  line: string;
  search: ListSearch;
  onKept: (views: SavedView[]) => void;
  onLeave: () => void;
}) {
  const [name, setName] = useState('');
  const [office, setOffice] = useState(false);
  const [problem, setProblem] = useState('');
  const keep = async () => {
    if (name.trim() === '') return setProblem('请写视图名称。');
    try {
      onKept(await post<SavedView[]>('/views', { line, name: name.trim(), search: filterOf(search), office }));
    } catch (error) {
      setProblem(messageOf(error, '没有保存，请过几分钟再试。'));
    }
  };
  return (
    <form
      className="name-view"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor="view-name">视图名称</label>
      <Input
        id="view-name"
        value={name}
        maxLength={12}
        style={{ width: 160 }}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox checked={office} onChange={(event) => setOffice(event.target.checked)}>
        本单位都能用
      </Checkbox>
      <Button htmlType="submit">保存视图</Button>
      <Button type="text" onClick={onLeave}>
        不保存
      </Button>
      {problem && (
        <span role="alert" className="error-text">
          {problem}
        </span>
      )}
    </form>
  );
}
