import { Select } from 'antd';
import { OrganizationInput } from '../form/pickers.js';
import type { FigureSearch } from './queries.js';
import { PARTS, yearsUpTo } from './words.js';

/** Organization, period and whether those below are in; all of it stands in the address. */
export function FigureScope({
  search,
  org,
  today,
  onChange,
}: {
  search: FigureSearch;
  /** The organization in use, also when the address names none. */
  org: { readonly id: string; readonly name: string } | undefined;
  today: string;
  onChange: (part: FigureSearch) => void;
}) {
  const period = search.period ?? today.slice(0, 4);
  const [year, rest] = /^20\d\d(H[12]|Q[1-4]|-\d\d)?$/.test(period)
    ? [period.slice(0, 4), period.slice(4)]
    : [period, undefined];
  const years = yearsUpTo(today);
  return (
    <div className="filters open">
      <OrganizationInput
        id="figure-org"
        aria={{ 'aria-label': '机构' }}
        value={org?.id ?? ''}
        name={org?.name}
        onChange={(chosen) => onChange(typeof chosen === 'string' ? { org: chosen } : { org: '' })}
      />
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
      <Select
        aria-label="年份"
        value={year}
        style={{ width: 110 }}
        onChange={(chosen) => onChange({ period: `${chosen}${rest ?? ''}` })}
        options={[...new Set([...years, year])].map((one) => ({
          value: one,
          label: /^\d+$/.test(one) ? `${one}年` : one,
        }))}
      />
      {rest !== undefined && (
        <Select
          aria-label="期间"
          value={rest}
          style={{ width: 110 }}
          onChange={(chosen) => onChange({ period: `${year}${chosen}` })}
          options={[...PARTS]}
        />
      )}
    </div>
  );
}
