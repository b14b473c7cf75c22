import type { Json, JsonObject } from '@fadu/kernel';
import type { Fields } from '@fadu/procedure';
import { FieldInput } from './FieldInput.js';
import { shown } from './values.js';

/** Where a form stands: what the matter holds, names of ids, today, and what is wrong. */
export interface FormPlace {
  readonly around: JsonObject;
  readonly names: Readonly<Record<string, string>>;
  readonly organ: string;
  readonly today: string;
  readonly faults: Readonly<Record<string, string>>;
}

/** Label above, hint under it, the fault at the field; fields that do not apply are not there. */
export function FormFields({
  fields,
  values,
  onChange,
  place,
  path = '',
}: {
  fields: Fields;
  values: JsonObject;
  onChange: (values: JsonObject) => void;
  place: FormPlace;
  path?: string;
}) {
  const set = (key: string, value: Json | undefined) => {
    const next: Record<string, Json> = { ...values };
    if (value === undefined) delete next[key];
    else next[key] = value;
    onChange(next);
  };
  return (
    <>
      {shown(fields, values, place.around).map(([key, spec]) => {
        const id = `f-${path}${key}`.replaceAll('.', '-');
        const fault = place.faults[path + key];
        return (
          <div key={key} className={fault ? 'field wrong' : 'field'}>
            <label htmlFor={id}>
              {spec.label}
              {spec.optional && spec.kind !== 'bool' ? <span className="meta">（选填）</span> : null}
            </label>
            {spec.hint && <p className="hint">{spec.hint}</p>}
            {fault && (
              <p className="error-text" id={`${id}-fault`}>
                {fault}
              </p>
            )}
            <FieldInput
              spec={spec}
              id={id}
              value={values[key]}
              onChange={(value) => set(key, value)}
              place={place}
              path={path + key}
            />
          </div>
        );
      })}
    </>
  );
}
