import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { OrganizationInput } from '../form/pickers.js';
import type { FigureSearch } from './queries.js';
import { PARTS, PLANS, splitPeriod, yearsUpTo } from './words.js';

/** Organization, period and whether those below are in; all of it stands in the address. */
export function FigureScope({
  search,
  org,
  today,
  onChange,
  places = true,
  children,
}: {
  search: FigureSearch;
  /** The organization in use, also when the address names none. */
  org: { readonly id: string; readonly name: string } | undefined;
  today: string;
  onChange: (part: FigureSearch) => void;
  /** Whether those below may be left out. */
  places?: boolean;
  children?: ReactNode;
}) {
  const { year, rest, day } = splitPeriod(search.period ?? today.slice(0, 4));
  const years = yearsUpTo(today);
  const plans = PLANS.filter(({ value }) => value.slice(0, 4) <= today);
  return (
    <div className="filters open">
      <OrganizationInput
        id="figure-org"
        aria={{ 'aria-label': '机构' }}
        value={org?.id ?? ''}
        name={org?.name}
        onChange={(chosen) => onChange(typeof chosen === 'string' ? { org: chosen } : { org: '' })}
      />
      {places && (
        <Select
          aria-label="范围"
          value={search.own ?? ''}
          style={{ width: 120 }}
          onChange={(own) => onChange({ own })}
          options={[
            { value: '', label: '连同下级' },
            { value: '1', label: '只算本级' },
          ]}
        />
      )}
      <Select
        aria-label="年份"
        value={year}
        style={{ width: 150 }}
        popupMatchSelectWidth={false}
        onChange={(chosen) =>
          onChange({
            period: chosen.includes('..') ? chosen : `${chosen}${day === undefined ? (rest ?? '') : day.slice(4)}`,
          })
        }
        options={[
          ...years.map((one) => ({ value: one, label: `${one}年` })),
          ...plans,
          ...([...years, ...plans.map(({ value }) => value)].includes(year)
            ? []
            : [{ value: year, label: /^\d+$/.test(year) ? `${year}年` : year.replace('..', '至') }]),
        ]}
      />
      {rest !== undefined && (
        <Select
          aria-label="期间"
          value={rest}
          style={{ width: 110 }}
          onChange={(chosen) =>
            onChange({
              period: chosen === 'day' ? (today.startsWith(year) ? today : `${year}-12-31`) : `${year}${chosen}`,
            })
          }
          options={[...PARTS]}
        />
      )}
      {day !== undefined && (
        <Input
          type="date"
          aria-label="日期"
          value={day}
          max={today}
          style={{ width: 150 }}
          onChange={({ target }) => target.value !== '' && onChange({ period: target.value })}
        />
      )}
      {children}
    </div>
  );
}
