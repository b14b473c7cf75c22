import type { Json } from '@fadu/kernel';
import type { MatterList, OrgRow, PersonRow } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';

interface Picker {
  readonly id: string;
  readonly aria: object;
  readonly onChange: (value: Json | undefined) => void;
}

export function OrganizationInput({
  id,
  aria,
  value,
  onChange,
  name,
}: Picker & { value: string; name: string | undefined }) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['orgs', q],
    queryFn: () => get<OrgRow[]>(`/organizations?q=${encodeURIComponent(q)}`),
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  const known = useQuery({
    queryKey: ['orgs', value],
    queryFn: () => get<OrgRow[]>(`/organizations?q=${encodeURIComponent(value)}`),
    enabled: value !== '' && name === undefined,
    staleTime: 300_000,
  });
  const options = (data ?? []).map((org) => ({ value: org.id, label: org.name }));
  const own = name ?? known.data?.find((org) => org.id === value)?.name;
  if (value && !options.some((one) => one.value === value)) options.unshift({ value, label: own ?? '正在取名称' });
  return (
    <Select
      id={id}
      {...aria}
      value={value || null}
      style={{ width: 420, maxWidth: '100%' }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      allowClear={{ label: '清除' }}
      notFoundContent={isFetching ? '正在找' : '没有找到这个机构，请换一个词'}
    />
  );
}

/** People are chosen by post, with what they have in hand. */
export function PersonsInput({
  id,
  aria,
  value,
  onChange,
  post,
  org,
  max,
}: Picker & { value: string[]; post: string; org: string; max: number | undefined }) {
  const { data } = useQuery({
    queryKey: ['people', post, org],
    queryFn: () => get<PersonRow[]>(`/people?post=${post}&org=${encodeURIComponent(org)}`),
    enabled: org !== '',
  });
  return (
    <Select
      id={id}
      {...aria}
      mode="multiple"
      value={value}
      {...(max !== undefined && { maxCount: max })}
      style={{ width: 420, maxWidth: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? []).map((person) => ({
        value: person.id,
        label: `${person.name} ｜ ${person.postName} ｜ 在办${person.open}`,
      }))}
      onChange={(chosen) => onChange(chosen)}
      notFoundContent={data ? '这个岗位没有在任人员' : '正在取人员'}
    />
  );
}

export function MatterInput({ id, aria, value, onChange, line }: Picker & { value: string; line: string }) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['pick', line, q],
    queryFn: () => get<MatterList>(`/matters?line=${line}&limit=20&q=${encodeURIComponent(q)}`),
    placeholderData: (before) => before,
  });
  const options = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.number ?? `收件${row.receipt}`} ${row.title}`,
  }));
  if (value && !options.some((one) => one.value === value)) options.unshift({ value, label: '已选的案件' });
  return (
    <Select
      id={id}
      {...aria}
      value={value || null}
      style={{ width: 520, maxWidth: '100%' }}
      allowClear={{ label: '清除' }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      notFoundContent={isFetching ? '正在找' : '没有找到，试试案号或者当事人'}
    />
  );
}
