/** @jsxImportSource preact */
import type { Fields } from '@fadu/procedure';
import { type FieldProps, FieldsView, Notes } from './Field.js';
import { fieldId, useForm } from './form.js';
import { itemsOf, valueIn } from './values.js';

interface ListProps extends FieldProps {
  readonly of: Fields;
  readonly itemName: string;
  readonly min: number;
  readonly max: number;
}

/** Items one after the other, each whole on the page; the first is open when one at least is needed. */
export function ListField({ path, spec, of, itemName, min, max }: ListProps) {
  const { values, set } = useForm();
  const items = itemsOf(valueIn(values, path));
  const shown = Math.max(items.length, min);
  return (
    <section class="list" id={fieldId(path)} tabIndex={-1} aria-label={spec.label}>
      {(shown === 0 || spec.hint) && <p class="list-name">{`${spec.label}${spec.optional ? '（选填）' : ''}`}</p>}
      <Notes path={path} spec={spec} />
      {Array.from({ length: shown }, (_, index) => (
        // Items have no name of their own; their place is what they are known by.
        <fieldset class="item" key={index}>
          <legend>{shown > 1 || min === 0 ? `${itemName}${index + 1}` : itemName}</legend>
          <FieldsView fields={of} path={[...path, String(index)]} around={values} />
          {shown > min && (
            <button
              type="button"
              class="plain danger"
              onClick={() =>
                set(
                  path,
                  items.filter((__, at) => at !== index),
                )
              }
            >
              删除{itemName}
              {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      {shown < max && (
        <button
          type="button"
          class="secondary"
          onClick={() => set(path, [...items, ...Array.from({ length: shown - items.length + 1 }, () => ({}))])}
        >
          {shown === 0 ? `添加${itemName}` : `再添加${itemName}`}
        </button>
      )}
    </section>
  );
}
