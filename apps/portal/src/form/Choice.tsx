/** @jsxImportSource preact */
import { described, type FieldProps, Fieldset, labelOf, Notes } from './Field.js';
import { fieldId, useForm } from './form.js';
import { valueIn } from './values.js';

interface ChoiceProps extends FieldProps {
  readonly options: Readonly<Record<string, string>>;
}

/** More options than these are a list to open: a phone shows no more at once. */
const SHOWN_AT_ONCE = 9;

export function Choice({ path, spec, options }: ChoiceProps) {
  const { values, faults, set } = useForm();
  const value = valueIn(values, path);
  const entries = Object.entries(options);
  const id = fieldId(path);
  if (entries.length > SHOWN_AT_ONCE) {
    const fault = faults.get(path.join('.'));
    return (
      <div class={fault ? 'field wrong' : 'field'}>
        <label for={id}>{labelOf(spec)}</label>
        <Notes path={path} spec={spec} />
        <select
          id={id}
          value={String(value ?? '')}
          onChange={(event) => set(path, event.currentTarget.value)}
          {...described(path, spec, fault)}
        >
          <option value="">请选择</option>
          {entries.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <Fieldset path={path} spec={spec}>
      {entries.map(([key, text]) => (
        <label key={key} class="option">
          <input type="radio" name={id} value={key} checked={value === key} onChange={() => set(path, key)} />
          <span>{text}</span>
        </label>
      ))}
      {spec.optional && value !== undefined && value !== '' && (
        <button type="button" class="plain" onClick={() => set(path, '')}>
          不选了
        </button>
      )}
    </Fieldset>
  );
}

export function Choices({ path, spec, options }: ChoiceProps) {
  const { values, set } = useForm();
  const value = valueIn(values, path);
  const chosen: readonly string[] = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Fieldset path={path} spec={spec}>
      <p class="hint">可以多选</p>
      {Object.entries(options).map(([key, text]) => (
        <label key={key} class="option">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={(event) =>
              set(path, event.currentTarget.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
            }
          />
          <span>{text}</span>
        </label>
      ))}
    </Fieldset>
  );
}
