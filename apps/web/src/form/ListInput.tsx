import type { Json, JsonObject } from '@fadu/kernel';
import type { FieldSpec } from '@fadu/procedure';
import { Button } from 'antd';
import { useState } from 'react';
import { FormFields, type FormPlace } from './FormFields.js';
import { moved } from './values.js';

/** Numbered items in order: dragged by the head, or moved with 上移 and 下移. */
export function ListInput({
  spec,
  id,
  value: given,
  onChange,
  place,
  path,
}: {
  spec: Extract<FieldSpec, { kind: 'list' }>;
  id: string;
  value: JsonObject[];
  onChange: (value: Json | undefined) => void;
  place: FormPlace;
  path: string;
}) {
  // Where one is needed, its blanks are there from the start.
  const value = given.length === 0 && (spec.min ?? 0) > 0 && !spec.optional ? [{}] : given;
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const replace = (index: number, item: JsonObject) => onChange(value.map((one, at) => (at === index ? item : one)));
  const drop = (to: number) => {
    if (dragged !== null && dragged !== to) onChange(moved(value, dragged, to));
    setDragged(null);
    setOver(null);
  };
  return (
    <div className="list-input">
      {value.map((item, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; 上移 and 下移 do the same
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity before they are recorded
          key={index}
          className={`item${over === index && dragged !== null ? ' over' : ''}`}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(index);
          }}
          onDrop={() => drop(index)}
        >
          <div className="item-head">
            {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
            <span
              className={value.length > 1 ? 'item-name grip' : 'item-name'}
              draggable={value.length > 1}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', String(index));
                setDragged(index);
              }}
              onDragEnd={() => setDragged(null)}
            >
              {spec.itemName}
              {index + 1}
            </span>
            {index > 0 && (
              <Button onClick={() => onChange(moved(value, index, index - 1))}>
                上移<span className="sr">{`${spec.itemName}${index + 1}`}</span>
              </Button>
            )}
            {index < value.length - 1 && (
              <Button onClick={() => onChange(moved(value, index, index + 1))}>
                下移<span className="sr">{`${spec.itemName}${index + 1}`}</span>
              </Button>
            )}
            <Button danger onClick={() => onChange(value.filter((_, at) => at !== index))}>
              删去<span className="sr">{`${spec.itemName}${index + 1}`}</span>
            </Button>
          </div>
          <FormFields
            fields={spec.of}
            values={item}
            onChange={(next) => replace(index, next)}
            place={place}
            path={`${path}.${index}.`}
          />
        </div>
      ))}
      {(spec.max === undefined || value.length < spec.max) && (
        <Button id={id} onClick={() => onChange([...value, {}])}>{`增加${spec.itemName}`}</Button>
      )}
    </div>
  );
}
