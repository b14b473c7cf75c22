import { COMPARISONS } from '@fadu/wire/board-words';
import { Select } from 'antd';

/** What every number of a board is set against. */
export const CompareWith = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <Select
    aria-label="对比"
    value={value}
    style={{ width: 160 }}
    onChange={onChange}
    options={Object.entries(COMPARISONS).map(([key, name]) => ({ value: key, label: `对比${name}` }))}
  />
);
