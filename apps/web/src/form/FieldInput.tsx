import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, isSealed } from '@fadu/procedure';
import type { MatterList, OrgRow, PersonRow } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';
import { Files } from './Files.js';
import { FormFields, type FormPlace } from './FormFields.js';
import { parseDay, parseYuan, yuanText } from './values.js';

interface Props {
  readonly spec: FieldSpec;
  readonly id: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly place: FormPlace;
  readonly path: string;
}

/** One field of a form, drawn from its definition alone. */
export function FieldInput({ spec, id, value, onChange, place, path }: Props) {
  if (isSealed(value)) {
    return (
      <span>
        {value.mask}{' '}
        <Button type="link" size="small" onClick={() => onChange(undefined)}>
          重新填写
        </Button>
      </span>
    );
  }
  const text = typeof value === 'string' ? value : '';
  switch (spec.kind) {
    case 'text':
      return spec.multiline ? (
        <Input.TextArea
          id={id}
          value={text}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={spec.max}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          id={id}
          value={text}
          maxLength={spec.max}
          style={{ maxWidth: spec.max < 60 ? 320 : 640 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'personName':
    case 'idNumber':
    case 'creditCode':
    case 'phone':
    case 'docNumber':
    case 'courtCaseNumber':
      return (
        <Input
          id={id}
          value={text}
          style={{ maxWidth: 320 }}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice': {
      const entries = Object.entries(spec.options);
      if (entries.length <= 5) {
        return (
          <Radio.Group id={id} value={text || undefined} onChange={(event) => onChange(event.target.value as string)}>
            {entries.map(([key, name]) => (
              <Radio key={key} value={key}>
                {name}
              </Radio>
            ))}
          </Radio.Group>
        );
      }
      return (
        <Select
          id={id}
          value={text || null}
          style={{ minWidth: 320, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={entries.map(([key, label]) => ({ value: key, label }))}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          allowClear={spec.optional === true}
        />
      );
    }
    case 'choices':
      return (
        <Checkbox.Group
          value={Array.isArray(value) ? (value as string[]) : []}
          options={Object.entries(spec.options).map(([key, label]) => ({ value: key, label }))}
          onChange={(chosen) => onChange(chosen as string[])}
        />
      );
    case 'bool':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          是
        </Checkbox>
      );
    case 'date':
      return <DayInput id={id} value={text} onChange={onChange} today={place.today} />;
    case 'integer':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          min={spec.min ?? 0}
          {...(spec.max !== undefined && { max: spec.max })}
          precision={0}
          {...(spec.unit && { suffix: spec.unit })}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'money':
      return <MoneyInput id={id} value={typeof value === 'number' ? value : undefined} onChange={onChange} />;
    case 'organization':
      return <OrganizationInput id={id} value={text} onChange={onChange} name={place.names[text]} />;
    case 'persons':
      return (
        <PersonsInput
          id={id}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
          post={spec.post}
          org={place.organ}
        />
      );
    case 'matter':
      return <MatterInput id={id} value={text} onChange={onChange} line={spec.line} />;
    case 'files':
      return (
        <Files
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
          names={place.names}
          max={spec.max ?? 20}
        />
      );
    case 'group':
      return (
        <div className="group">
          <FormFields
            fields={spec.of}
            values={(value as JsonObject) ?? {}}
            onChange={onChange}
            place={{ ...place, around: { ...place.around } }}
            path={`${path}.`}
          />
        </div>
      );
    case 'list':
      return (
        <ListInput
          spec={spec}
          value={Array.isArray(value) ? (value as JsonObject[]) : []}
          onChange={onChange}
          place={place}
          path={path}
        />
      );
  }
}

function DayInput({
  id,
  value,
  onChange,
  today,
}: {
  id: string;
  value: string;
  onChange: (value: Json | undefined) => void;
  today: string;
}) {
  const [typed, setTyped] = useState(value);
  const day = parseDay(typed, today);
  const names = '日一二三四五六';
  return (
    <span className="day-input">
      <Input
        id={id}
        value={typed}
        style={{ width: 160 }}
        inputMode="numeric"
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseDay(event.target.value, today) ?? (event.target.value === '' ? undefined : event.target.value));
        }}
      />
      <Button
        type="link"
        size="small"
        onClick={() => {
          setTyped(today);
          onChange(today);
        }}
      >
        今天
      </Button>
      {day && (
        <span className="meta">{`${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 星期${names[new Date(`${day}T00:00:00Z`).getUTCDay()]}`}</span>
      )}
    </span>
  );
}

function MoneyInput({
  id,
  value,
  onChange,
}: {
  id: string;
  value: number | undefined;
  onChange: (value: Json | undefined) => void;
}) {
  const [typed, setTyped] = useState(value === undefined ? '' : yuanText(value));
  const fen = parseYuan(typed);
  return (
    <span>
      <Input
        id={id}
        value={typed}
        suffix="元"
        style={{ width: 200, textAlign: 'right' }}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseYuan(event.target.value) ?? (event.target.value === '' ? undefined : event.target.value));
        }}
      />
      {typed !== '' && (
        <span className="meta">{fen === undefined ? ' 请写成 50000、5万 或者 80.50' : ` ${yuanText(fen)}元`}</span>
      )}
    </span>
  );
}

function OrganizationInput({
  id,
  value,
  onChange,
  name,
}: {
  id: string;
  value: string;
  onChange: (value: Json | undefined) => void;
  name: string | undefined;
}) {
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['orgs', q],
    queryFn: () => get<OrgRow[]>(`/organizations?q=${encodeURIComponent(q)}`),
    placeholderData: (before) => before,
  });
  const options = (data ?? []).map((org) => ({ value: org.id, label: org.name }));
  if (value && !options.some((one) => one.value === value)) options.unshift({ value, label: name ?? value });
  return (
    <Select
      id={id}
      value={value || null}
      style={{ width: 420, maxWidth: '100%' }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      notFoundContent="没有找到这个机构，请换一个词"
    />
  );
}

function PersonsInput({
  id,
  value,
  onChange,
  post,
  org,
}: {
  id: string;
  value: string[];
  onChange: (value: Json | undefined) => void;
  post: string;
  org: string;
}) {
  const { data } = useQuery({
    queryKey: ['people', post, org],
    queryFn: () => get<PersonRow[]>(`/people?post=${post}&org=${encodeURIComponent(org)}`),
  });
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      style={{ width: 420, maxWidth: '100%' }}
      options={(data ?? []).map((person) => ({
        value: person.id,
        label: `${person.name} ｜ ${person.postName} ｜ 在办${person.open}`,
      }))}
      onChange={(chosen) => onChange(chosen)}
      notFoundContent="这个岗位没有在任人员"
    />
  );
}

function MatterInput({
  id,
  value,
  onChange,
  line,
}: {
  id: string;
  value: string;
  onChange: (value: Json | undefined) => void;
  line: string;
}) {
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['pick', line, q],
    queryFn: () => get<MatterList>(`/matters?line=${line}&limit=20&q=${encodeURIComponent(q)}`),
    placeholderData: (before) => before,
  });
  const options = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.number ?? row.receipt} ${row.title}`,
  }));
  return (
    <Select
      id={id}
      value={value || null}
      style={{ width: 520, maxWidth: '100%' }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      notFoundContent="没有找到，试试案号或者当事人"
    />
  );
}

function ListInput({
  spec,
  value,
  onChange,
  place,
  path,
}: {
  spec: Extract<FieldSpec, { kind: 'list' }>;
  value: JsonObject[];
  onChange: (value: Json | undefined) => void;
  place: FormPlace;
  path: string;
}) {
  const replace = (index: number, item: JsonObject) => onChange(value.map((one, at) => (at === index ? item : one)));
  const move = (index: number, by: number) => {
    const next = [...value];
    const [item] = next.splice(index, 1);
    next.splice(index + by, 0, item!);
    onChange(next);
  };
  return (
    <div className="list-input">
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity before they are recorded
        <fieldset key={index}>
          <legend>{`${spec.itemName}${index + 1}`}</legend>
          <FormFields
            fields={spec.of}
            values={item}
            onChange={(next) => replace(index, next)}
            place={place}
            path={`${path}.${index}.`}
          />
          <div className="row-actions">
            {index > 0 && (
              <Button size="small" onClick={() => move(index, -1)}>
                上移
              </Button>
            )}
            {index < value.length - 1 && (
              <Button size="small" onClick={() => move(index, 1)}>
                下移
              </Button>
            )}
            <Button
              size="small"
              danger
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >{`删去${spec.itemName}${index + 1}`}</Button>
          </div>
        </fieldset>
      ))}
      {(spec.max === undefined || value.length < spec.max) && (
        <Button onClick={() => onChange([...value, {}])}>{`增加${spec.itemName}`}</Button>
      )}
    </div>
  );
}
