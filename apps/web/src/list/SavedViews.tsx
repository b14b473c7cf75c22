import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ListSearch } from './filters.js';
import { dropView, keepView, readViews, sameView, type View } from './saved-views.js';

const BUILT_IN: readonly View[] = [
  { name: '待我办', search: { view: 'mine' } },
  { name: '在办', search: { stage: 'open' } },
  { name: '已超期', search: { due: 'late' } },
  { name: '已中止', search: { due: 'paused' } },
];

/** Filters under a name: those everybody has, and one's own, kept on this device. */
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
  const [own, setOwn] = useState(() => readViews(person, line));
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const current = [...BUILT_IN, ...own].find((view) => sameView(view.search, search));
  const empty = sameView({}, search);
  return (
    <fieldset className="tabs" aria-label="视图">
      <button type="button" aria-pressed={empty} onClick={() => onOpen({})}>
        全部
      </button>
      {BUILT_IN.map((view) => (
        <button key={view.name} type="button" aria-pressed={view === current} onClick={() => onOpen(view.search)}>
          {view.name}
        </button>
      ))}
      {own.map((view) => (
        <span key={view.name} className="own-view">
          <button type="button" aria-pressed={view === current} onClick={() => onOpen(view.search)}>
            {view.name}
          </button>
          <button
            type="button"
            className="drop"
            aria-label={`删去视图“${view.name}”`}
            onClick={() => setOwn(dropView(person, line, view.name))}
          >
            ×
          </button>
        </span>
      ))}
      {!current && !empty && !naming && (
        <button type="button" onClick={() => setNaming(true)}>
          ＋另存为视图
        </button>
      )}
      {naming && (
        <form
          className="name-view"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            setOwn(keepView(person, line, { name: name.trim(), search }));
            setNaming(false);
            setName('');
          }}
        >
          <Input
            aria-label="视图名称"
            value={name}
            maxLength={12}
            style={{ width: 120 }}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit">保存视图</Button>
          <Button type="text" onClick={() => setNaming(false)}>
            不保存
          </Button>
        </form>
      )}
    </fieldset>
  );
}
