/** @jsxImportSource preact */
import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, isFree } from '@fadu/procedure';
import type { ComponentChildren } from 'preact';
import { Choice, Choices } from './Choice.js';
import { DateField } from './DateField.js';
import { FilesField } from './FilesField.js';
import { fieldId, useForm } from './form.js';
import { ListField } from './ListField.js';
import { OrganizationField } from './OrganizationField.js';
import { TextField } from './TextField.js';
import { applicable, valueIn } from './values.js';

export interface FieldProps {
  readonly path: readonly string[];
  readonly spec: FieldSpec;
}

/** Attributes that tie an input to its hint and its fault. */
export function described(path: readonly string[], spec: FieldSpec, fault: string | undefined) {
  const ids = [...(spec.hint ? [`${fieldId(path)}-hint`] : []), ...(fault ? [`${fieldId(path)}-fault`] : [])];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(fault && { 'aria-invalid': true as const }),
  };
}

export const labelOf = (spec: FieldSpec): string => `${spec.label}${isFree(spec) ? '（选填）' : ''}`;

/** Hint and fault of a field: the same words as in the summary. */
export function Notes({ path, spec }: FieldProps) {
  const fault = useForm().faults.get(path.join('.'));
  return (
    <>
      {spec.hint && (
        <p class="hint" id={`${fieldId(path)}-hint`}>
          {spec.hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${fieldId(path)}-fault`}>
          <span aria-hidden="true">▲ </span>
          {fault}
        </p>
      )}
    </>
  );
}

/** Several inputs under one question. */
export function Fieldset({ path, spec, children }: FieldProps & { readonly children: ComponentChildren }) {
  const fault = useForm().faults.get(path.join('.'));
  return (
    <fieldset
      class={fault ? 'field wrong' : 'field'}
      id={fieldId(path)}
      tabIndex={-1}
      {...described(path, spec, fault)}
    >
      <legend>{labelOf(spec)}</legend>
      <Notes path={path} spec={spec} />
      {children}
    </fieldset>
  );
}

/** Every field of a form that applies now. */
export function FieldsView({
  fields,
  path,
  around,
}: {
  readonly fields: Fields;
  readonly path: readonly string[];
  readonly around: JsonObject;
}) {
  const { values } = useForm();
  const here = path.length === 0 ? values : ((valueIn(values, path) as JsonObject | undefined) ?? {});
  return (
    <>
      {applicable(fields, here, around).map(([key, spec]) => (
        <FieldView key={key} path={[...path, key]} spec={spec} />
      ))}
    </>
  );
}

/** One field, drawn from its definition alone. */
function FieldView({ path, spec }: FieldProps) {
  const { values, set } = useForm();
  const value: Json | undefined = valueIn(values, path);
  switch (spec.kind) {
    case 'choice':
      return <Choice path={path} spec={spec} options={spec.options} />;
    case 'choices':
      return <Choices path={path} spec={spec} options={spec.options} />;
    case 'bool':
      return (
        <div class="field">
          <label class="option" id={fieldId(path)}>
            <input
              type="checkbox"
              checked={value === true}
              onChange={(event) => set(path, event.currentTarget.checked)}
              {...described(path, spec, undefined)}
            />
            <span>{spec.label}</span>
          </label>
          <Notes path={path} spec={spec} />
        </div>
      );
    case 'date':
      return <DateField path={path} spec={spec} />;
    case 'files':
      return <FilesField path={path} spec={spec} max={spec.max ?? 20} />;
    case 'organization':
      return <OrganizationField path={path} spec={spec} />;
    case 'group':
      return (
        <Fieldset path={path} spec={spec}>
          <FieldsView fields={spec.of} path={path} around={values} />
        </Fieldset>
      );
    case 'list':
      return (
        <ListField
          path={path}
          spec={spec}
          of={spec.of}
          itemName={spec.itemName}
          min={spec.min ?? 0}
          max={spec.max ?? 50}
        />
      );
    case 'persons':
    case 'matter':
      // Officials choose these; no form of the public asks for them.
      return null;
    case 'text':
    case 'integer':
    case 'money':
    case 'personName':
    case 'idNumber':
    case 'creditCode':
    case 'phone':
    case 'docNumber':
    case 'courtCaseNumber':
      return <TextField path={path} spec={spec} />;
  }
}
