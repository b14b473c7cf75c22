/** @jsxImportSource preact */
import type { OrgRow } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { ApiError, get } from '../api.js';
import { type FieldProps, labelOf, Notes } from './Field.js';
import { fieldId, useForm } from './form.js';
import { valueIn } from './values.js';

const SHOWN = 12;

/** An organization by its name: type some of its letters, look it up, choose. */
export function OrganizationField({ path, spec }: FieldProps) {
  const { values, names, faults, set, name } = useForm();
  const value = valueIn(values, path);
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const [text, type] = useState('');
  const [found, show] = useState<{ rows: OrgRow[]; asked: string } | undefined>();
  const [problem, say] = useState('');
  const fault = faults.get(path.join('.'));
  const id = fieldId(path);
  const find = async () => {
    say('');
    if (text.trim() === '') return say('请先写机关名称，写其中几个字也行。');
    try {
      show({
        rows: await get<OrgRow[]>(`/public/organizations?q=${encodeURIComponent(text.trim())}`),
        asked: text.trim(),
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say(error.problem.title);
    }
  };
  if (chosen)
    return (
      <div class="field">
        <p class="label">{spec.label}</p>
        <p class="chosen">
          <span>{names[chosen] ?? chosen}</span>
          <button type="button" class="plain" onClick={() => set(path, '')}>
            重选<span class="spoken">{spec.label}</span>
          </button>
        </p>
        <Notes path={path} spec={spec} />
      </div>
    );
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={id}>{labelOf(spec)}</label>
      <Notes path={path} spec={spec} />
      <span class="find">
        <input
          id={id}
          type="text"
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that picks a candidate of the input method is not Enter.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            void find();
          }}
          {...(fault && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
        />
        <button type="button" class="secondary" onClick={() => void find()}>
          查找
        </button>
      </span>
      <p role="status" class="hint">
        {problem ||
          (found &&
            (found.rows.length === 0
              ? `没有找到“${found.asked}”。可以只写其中几个字，例如“市场监督”；仍找不到的，拨打12348。`
              : found.rows.length > SHOWN
                ? `找到${found.rows.length}个，先列${SHOWN}个。加上市、县名字会更准。`
                : `找到${found.rows.length}个，请选一个。`))}
      </p>
      {found && found.rows.length > 0 && (
        <fieldset class="found">
          <legend class="spoken">{spec.label}</legend>
          {found.rows.slice(0, SHOWN).map((row) => (
            <label key={row.id} class="option">
              <input
                type="radio"
                name={`${id}-found`}
                onChange={() => {
                  name(row.id, row.name);
                  set(path, row.id);
                  show(undefined);
                }}
              />
              <span>{row.name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
