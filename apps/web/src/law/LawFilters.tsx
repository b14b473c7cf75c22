import type { LawValidity } from '@fadu/wire';
import { KIND_NAMES, VALIDITY_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { DayInput } from '../form/DayInput.js';
import { grouped } from '../words.js';
import { facetsQuery, type LawSearchFilter } from './queries.js';

/** Beside those in force. */
const STATES: readonly LawValidity[] = ['notYetEffective', 'superseded', 'repealed', 'lapsed'];

/** What a search, or the list without words, is narrowed to. They act at once and stand below as what can be taken away. */
export function LawFilters({
  search,
  today,
  change,
}: {
  search: LawSearchFilter;
  today: string;
  change: (part: LawSearchFilter) => void;
}) {
  const { data: facets } = useQuery(facetsQuery);
  const regionName = facets?.regions.find(({ region }) => region === search.region)?.name ?? search.region;
  return (
    <>
      <div className="filters open">
        <Select
          aria-label="类别"
          value={search.kind ?? ''}
          style={{ width: 200 }}
          onChange={(kind) => change({ kind })}
          options={[
            { value: '', label: '类别：全部' },
            ...(facets?.kinds ?? []).map(({ kind, laws }) => ({
              value: kind,
              label: `${KIND_NAMES[kind] ?? kind} ${grouped(laws)}部`,
            })),
          ]}
        />
        <Select
          aria-label="适用区域"
          value={search.region ?? ''}
          style={{ width: 200 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(region) => change({ region })}
          options={[
            { value: '', label: '适用区域：全部' },
            ...(facets?.regions ?? []).map(({ region, name, laws }) => ({
              value: region,
              label: `${name} ${grouped(laws)}部`,
            })),
          ]}
        />
        <Input.Search
          aria-label="制定机关"
          placeholder="制定机关"
          key={`maker ${search.maker ?? ''}`}
          defaultValue={search.maker ?? ''}
          style={{ width: 180 }}
          allowClear
          onSearch={(maker) => change({ maker: maker.trim().length >= 2 ? maker.trim() : undefined })}
        />
        <Select
          aria-label="时效"
          value={search.state ?? ''}
          style={{ width: 160 }}
          onChange={(state) => change({ state, all: undefined })}
          options={[
            { value: '', label: '时效：现行有效' },
            ...STATES.map((value) => ({ value, label: `时效：${VALIDITY_NAMES[value]}` })),
          ]}
        />
        <span className="check">
          <label htmlFor="law-standing-on">在这一天</label>{' '}
          <DayInput
            id="law-standing-on"
            aria={{}}
            value={search.on ?? ''}
            today={today}
            past={false}
            onChange={(day) => {
              if (day === undefined || (typeof day === 'string' && /^[12]\d{3}-\d{2}-\d{2}$/.test(day)))
                change({ on: day, all: undefined });
            }}
          />
        </span>
        <label className="check">
          <input
            type="checkbox"
            checked={search.all === '1'}
            onChange={(event) =>
              change({ all: event.target.checked ? '1' : undefined, on: undefined, state: undefined })
            }
          />
          也找已修改、已废止的文本
        </label>
      </div>
      {(search.kind || search.region || search.all || search.maker || search.state || search.on) && (
        <ul className="filter-chips" aria-label="已选的筛选">
          {search.kind && (
            <Chip name={KIND_NAMES[search.kind] ?? search.kind} off={() => change({ kind: undefined })} />
          )}
          {search.region && <Chip name={regionName!} off={() => change({ region: undefined })} />}
          {search.maker && <Chip name={`制定机关：${search.maker}`} off={() => change({ maker: undefined })} />}
          {search.state && (
            <Chip
              name={VALIDITY_NAMES[search.state as LawValidity] ?? search.state}
              off={() => change({ state: undefined })}
            />
          )}
          {search.on && <Chip name={`在${search.on}`} off={() => change({ on: undefined })} />}
          {search.all && <Chip name="含不再有效的文本" off={() => change({ all: undefined })} />}
        </ul>
      )}
    </>
  );
}

function Chip({ name, off }: { name: string; off: () => void }) {
  return (
    <li>
      <button type="button" className="button" onClick={off}>
        {name} <span aria-hidden="true">×</span>
        <span className="sr">去掉</span>
      </button>
    </li>
  );
}
