import type { LineDescription } from '@fadu/procedure';
import type { ListFilterChoice, Me } from '@fadu/wire';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { GROUPS } from '../clock/nearness.js';
import { parseDay } from '../form/values.js';
import { type ListSearch, readWhere, writeWhere } from './filters.js';

/** Filters that act at once; the line's own stand behind 更多筛选. */
export function FilterBar({
  search,
  line,
  choices,
  me,
  onChange,
}: {
  search: ListSearch;
  line: LineDescription;
  choices: readonly ListFilterChoice[];
  me: Me;
  onChange: (part: ListSearch) => void;
}) {
  const where = readWhere(search.where);
  const [more, setMore] = useState(Object.keys(where).length > 0 || search.from !== undefined);
  return (
    <div className={more ? 'filters open' : 'filters'}>
      <Input.Search
        aria-label="案号、当事人、文书号"
        placeholder="案号、当事人、文书号"
        defaultValue={search.q ?? ''}
        key={search.q ?? ''}
        style={{ width: 230 }}
        allowClear
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <Select
        aria-label="办理进展"
        value={search.stage ?? ''}
        style={{ width: 110 }}
        onChange={(stage) => onChange({ stage: stage || undefined })}
        options={[
          { value: '', label: '全部案件' },
          { value: 'open', label: '在办' },
          { value: 'ended', label: '已办结' },
        ]}
      />
      <Select
        aria-label="状态"
        mode="multiple"
        maxTagCount={1}
        placeholder="状态"
        value={search.state ? search.state.split(',') : []}
        style={{ width: 190 }}
        onChange={(states: string[]) => onChange({ state: states.join(',') || undefined })}
        options={Object.entries(line.states).map(([key, state]) => ({ value: key, label: state.name }))}
      />
      <Select
        aria-label="期限"
        value={search.due ?? ''}
        style={{ width: 150 }}
        onChange={(due) => onChange({ due: due || undefined })}
        options={[
          { value: '', label: '期限：全部' },
          ...GROUPS.map((group) => ({ value: group.key, label: group.name })),
        ]}
      />
      <Button aria-expanded={more} onClick={() => setMore(!more)}>
        更多筛选 <span aria-hidden="true">{more ? '▴' : '▾'}</span>
      </Button>
      {more && (
        <div className="more-filters">
          {choices.map((choice) => (
            <label key={choice.path} htmlFor={`where-${choice.path}`}>
              <span>{choice.label}</span>
              <Select
                id={`where-${choice.path}`}
                value={where[choice.path] ?? ''}
                style={{ width: 190 }}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(value) => onChange({ where: writeWhere({ ...where, [choice.path]: value }) })}
                options={[{ value: '', label: '全部' }, ...choice.options]}
              />
            </label>
          ))}
          <DayFilter
            id="from-day"
            label="收件日自"
            value={search.from}
            today={me.today}
            onChange={(from) => onChange({ from })}
          />
          <DayFilter
            id="to-day"
            label="收件日至"
            value={search.to}
            today={me.today}
            onChange={(to) => onChange({ to })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={search.person === me.person.id}
              onChange={(event) => onChange({ person: event.target.checked ? me.person.id : undefined })}
            />
            只看我承办的
          </label>
        </div>
      )}
    </div>
  );
}

function DayFilter({
  id,
  label,
  value,
  today,
  onChange,
}: {
  id: string;
  label: string;
  value: string | undefined;
  today: string;
  onChange: (day: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value ?? '');
  const wrong = typed !== '' && parseDay(typed, today) === undefined;
  const take = () => {
    if (!wrong) onChange(parseDay(typed, today));
  };
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        key={value ?? ''}
        value={typed}
        status={wrong ? 'error' : ''}
        style={{ width: 130 }}
        inputMode="numeric"
        aria-invalid={wrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      {wrong && <span className="error-text">请写成 20261125</span>}
    </label>
  );
}
