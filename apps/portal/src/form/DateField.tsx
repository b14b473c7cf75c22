/** @jsxImportSource preact */
import { chineseDate, chineseWeekday, type PlainDate, parsePlainDate } from '@fadu/kernel';
import { type FieldProps, Fieldset } from './Field.js';
import { fieldId, useForm } from './form.js';
import { isoOf, valueIn } from './values.js';

const PARTS = ['年', '月', '日'] as const;

/** Three number fields in the order of the calendar; the cursor never jumps by itself. */
export function DateField({ path, spec }: FieldProps) {
  const { values, set } = useForm();
  const value = valueIn(values, path);
  return (
    <Fieldset path={path} spec={spec}>
      <DateParts
        id={fieldId(path)}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => set(path, text)}
      />
    </Fieldset>
  );
}

export function DateParts({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  /** `2024-8-16`, parts possibly empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const parts = value.split('-');
  const date: PlainDate | undefined = parsePlainDate(isoOf(value));
  const change = (index: number, text: string) => {
    const next = PARTS.map((_, at) => (at === index ? text.replaceAll(/\D/g, '') : (parts[at] ?? '')));
    onChange(next.every((part) => part === '') ? '' : next.join('-'));
  };
  return (
    <>
      <span class="date">
        {PARTS.map((unit, index) => (
          <label key={unit}>
            <input
              id={index === 0 ? `${id}-year` : undefined}
              type="text"
              inputMode="numeric"
              maxLength={index === 0 ? 4 : 2}
              value={
                parts[index] === undefined ? '' : index === 0 ? parts[index] : parts[index].replace(/^0(?=\d)/, '')
              }
              onInput={(event) => change(index, event.currentTarget.value)}
            />
            <span>{unit}</span>
          </label>
        ))}
      </span>
      {date && (
        <p class="hint">
          {chineseDate(date)}，{chineseWeekday(date)}
        </p>
      )}
    </>
  );
}
