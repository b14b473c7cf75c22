import type { OrgRow } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.js';
import { indicatorsQuery } from '../figures/queries.js';
import { PLANS, yearsUpTo } from '../figures/words.js';
import { reportsQuery } from '../reading/queries.js';
import { type CompareSearch, listOf } from './queries.js';

/** Indicators, objects and periods; every choice goes into the address at once. */
export function CompareChooser({
  search,
  today,
  onChange,
}: {
  search: CompareSearch;
  today: string;
  onChange: (next: CompareSearch) => void;
}) {
  const indicators = useQuery(indicatorsQuery);
  const periods = [
    ...yearsUpTo(today).map((year) => ({ value: year, label: `${year}年` })),
    ...yearsUpTo(today)
      .slice(0, 2)
      .flatMap((year) => [
        { value: `${year}H1`, label: `${year}年上半年` },
        { value: `${year}H2`, label: `${year}年下半年` },
      ]),
    ...PLANS.filter(({ value }) => value.slice(0, 4) <= today),
  ];
  return (
    <div className="board compare-chooser no-print">
      <p className="field">
        <label className="label" htmlFor="compare-objects">
          机构和报告
        </label>
        <Objects value={listOf(search.o)} onChange={(chosen) => onChange({ ...search, o: chosen.join(',') })} />
      </p>
      <p className="field">
        <label className="label" htmlFor="compare-periods">
          期间<span className="optional">（机构的数按期间列出，报告按它的年度）</span>
        </label>
        <Select
          id="compare-periods"
          mode="tags"
          value={[...listOf(search.p)]}
          options={periods}
          tokenSeparators={[',', '，', ' ']}
          style={{ width: '100%' }}
          onChange={(chosen: string[]) => onChange({ ...search, p: chosen.join(',') })}
        />
      </p>
      <p className="field">
        <label className="label" htmlFor="compare-indicators">
          指标<span className="optional">（不选的，列出各份报告共有最多的）</span>
        </label>
        <Select
          id="compare-indicators"
          mode="multiple"
          value={[...listOf(search.i)]}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={indicators.data ? '没有这个指标，请换一个词' : '正在取指标'}
          options={(indicators.data?.indicators ?? []).map(({ code, name, unit }) => ({
            value: code,
            label: `${name}（${unit}）`,
          }))}
          onChange={(chosen: string[]) => onChange({ ...search, i: chosen.join(',') })}
        />
      </p>
    </div>
  );
}

/** Organizations of the platform and reports that were read, found by their names. */
function Objects({ value, onChange }: { value: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const [q, setQ] = useState('');
  const reports = useQuery(reportsQuery({}));
  const orgs = useQuery({
    queryKey: ['orgs', q],
    queryFn: () => get<OrgRow[]>(`/organizations?q=${encodeURIComponent(q)}`),
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  const chosenOrgs = useQuery({
    queryKey: ['orgs', 'chosen', ...value],
    queryFn: async () => {
      const ids = value.filter((one) => !one.startsWith('f.'));
      const found = await Promise.all(ids.map((id) => get<OrgRow[]>(`/organizations?q=${encodeURIComponent(id)}`)));
      return found.flatMap((some, at) => some.find(({ id }) => id === ids[at]) ?? []);
    },
    staleTime: 300_000,
  });
  const files = (reports.data ?? []).filter(({ state }) => state === 'read');
  const matches = files.filter(({ title, name, place }) => `${title ?? name} ${place ?? ''}`.includes(q));
  const governments = (orgs.data ?? []).filter(({ kind }) => q !== '' || kind === 'government');
  const label = (one: string): string =>
    files.find(({ id }) => `f.${id}` === one)?.title ??
    chosenOrgs.data?.find(({ id }) => id === one)?.name ??
    (reports.isPending || chosenOrgs.isPending ? '正在取名称' : '没有找到');
  const options = [
    {
      label: '已读的报告',
      options: matches.map(({ id, title, name }) => ({ value: `f.${id}`, label: title ?? name })),
    },
    { label: '本平台的机构', options: governments.map(({ id, name }) => ({ value: id, label: `${name}（本平台）` })) },
  ];
  const known = new Set(options.flatMap((group) => group.options.map((one) => one.value)));
  const rest = value.filter((one) => !known.has(one)).map((one) => ({ value: one, label: label(one) }));
  return (
    <Select
      id="compare-objects"
      mode="multiple"
      value={[...value]}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={orgs.isFetching ? '正在找' : '没有找到，请换一个词'}
      options={rest.length > 0 ? [...options, { label: '已选', options: rest }] : options}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  );
}
