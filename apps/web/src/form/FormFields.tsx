import type { Json, JsonObject } from '@fadu/kernel';
import { basesOf, type FieldSpec, type Fields, isFree } from '@fadu/procedure';
import { Bases } from '../matter/basis.js';
import { FieldInput } from './FieldInput.js';
import { shown } from './values.js';

/** Where a form stands: what the matter holds, names of ids, today, and what is wrong. */
export interface FormPlace {
  readonly around: JsonObject;
  readonly names: Readonly<Record<string, string>>;
  readonly organ: string;
  readonly today: string;
  /** Chooses the law that stands beside a field. */
  readonly ruleSet: string;
  readonly faults: Readonly<Record<string, string>>;
}

export const fieldId = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** A choice of few is a row of radio buttons, of many a box that opens. */
export const RADIO_LIMIT = 5;

const isGroup = (spec: FieldSpec): boolean =>
  ['choices', 'group', 'list', 'files'].includes(spec.kind) ||
  (spec.kind === 'choice' && Object.keys(spec.options).length <= RADIO_LIMIT);

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
        const id = fieldId(path + key);
        const fault = place.faults[path + key];
        const group = isGroup(spec);
        const bases = spec.basis ? basesOf(spec.basis, place.ruleSet) : [];
        const basis = bases.length > 0 && (
          <span className="field-basis">
            <Bases bases={bases} short />
          </span>
        );
        const label = (
          <>
            {spec.label}
            {isFree(spec) && spec.kind !== 'bool' ? <span className="optional">（选填）</span> : null}
          </>
        );
        return (
          <div
            key={key}
            className={`field${fault ? ' wrong' : ''}${spec.kind === 'group' ? ' field-group' : ''}`}
            {...(group && { role: 'group', 'aria-labelledby': `${id}-label`, id: `${id}-group`, tabIndex: -1 })}
          >
            {spec.kind !== 'bool' && (
              <div className="field-head">
                {group ? (
                  <span className="label" id={`${id}-label`}>
                    {label}
                  </span>
                ) : (
                  <label className="label" htmlFor={id}>
                    {label}
                  </label>
                )}
                {basis}
              </div>
            )}
            {spec.hint && spec.kind !== 'bool' && (
              <p className="hint" id={`${id}-hint`}>
                {spec.hint}
              </p>
            )}
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
              described={[spec.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined}
            />
            {spec.kind === 'bool' && basis}
            {spec.hint && spec.kind === 'bool' && <p className="hint">{spec.hint}</p>}
          </div>
        );
      })}
    </>
  );
}
