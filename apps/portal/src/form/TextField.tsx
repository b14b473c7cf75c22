/** @jsxImportSource preact */
import type { FieldSpec } from '@fadu/procedure';
import { described, type FieldProps, labelOf, Notes } from './Field.js';
import { fieldId, useForm } from './form.js';
import { valueIn } from './values.js';

/** Width of the box says how much is expected. */
const WIDTHS: Partial<Record<FieldSpec['kind'], string>> = {
  integer: 'w-short',
  money: 'w-half',
  phone: 'w-half',
  personName: 'w-half',
};

/** Which keys the device shows, and what it may offer to fill in. */
function helpOf(spec: FieldSpec): {
  readonly inputMode?: 'tel' | 'numeric' | 'decimal';
  readonly autoComplete?: 'off' | 'tel';
  readonly spellcheck?: boolean;
} {
  switch (spec.kind) {
    case 'phone':
      return { inputMode: 'tel', autoComplete: 'tel' };
    case 'integer':
      return { inputMode: 'numeric' };
    case 'money':
      return { inputMode: 'decimal' };
    case 'idNumber':
    case 'creditCode':
      return { spellcheck: false, autoComplete: 'off' };
    default:
      return {};
  }
}

export function TextField({ path, spec }: FieldProps) {
  const { values, faults, set } = useForm();
  const fault = faults.get(path.join('.'));
  const id = fieldId(path);
  const value = valueIn(values, path);
  const text = value === undefined || value === null ? '' : String(value);
  const unit = spec.kind === 'money' ? '元' : spec.kind === 'integer' ? spec.unit : undefined;
  const multiline = spec.kind === 'text' && spec.multiline;
  const left = spec.kind === 'text' ? spec.max - [...text].length : Number.POSITIVE_INFINITY;
  const shared = { id, value: text, ...described(path, spec, fault), ...helpOf(spec) };
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={id}>{labelOf(spec)}</label>
      <Notes path={path} spec={spec} />
      {multiline ? (
        <textarea {...shared} rows={spec.max > 500 ? 7 : 3} onInput={(event) => set(path, event.currentTarget.value)} />
      ) : (
        <span class="with-unit">
          <input
            type="text"
            {...shared}
            class={WIDTHS[spec.kind] ?? ''}
            onInput={(event) => set(path, event.currentTarget.value)}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
      {spec.kind === 'text' && left < Math.max(20, spec.max / 5) && (
        <p class="hint">{left >= 0 ? `还可以写${left}字` : `多了${-left}字`}</p>
      )}
    </div>
  );
}
