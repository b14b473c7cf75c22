/** @jsxImportSource preact */
import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, isBlank, printValue } from '@fadu/procedure';
import type { VNode } from 'preact';
import { applicable, itemsOf } from '../form/values.js';

interface AnswersProps {
  readonly fields: Fields;
  /** Values as they are sent. */
  readonly values: JsonObject;
  readonly around: JsonObject;
  readonly names: Readonly<Record<string, string>>;
}

/** Every answer with its question; items of a list one after the other, groups open. */
export function Answers({ fields, values, around, names }: AnswersProps) {
  const rows = applicable(fields, values, around).flatMap(([key, spec]) =>
    rowsOf(spec, values[key], names, around, key),
  );
  return rows.length === 0 ? <p class="hint">没有填</p> : <dl class="answers">{rows}</dl>;
}

function rowsOf(
  spec: FieldSpec,
  value: Json | undefined,
  names: Readonly<Record<string, string>>,
  around: JsonObject,
  path: string,
): VNode[] {
  if (spec.kind === 'group')
    return applicable(spec.of, (value ?? {}) as JsonObject, around).flatMap(([key, part]) =>
      rowsOf(part, ((value ?? {}) as JsonObject)[key], names, around, `${path}.${key}`),
    );
  if (spec.kind === 'list' && !isBlank(value))
    return itemsOf(value).flatMap((item, index) => [
      <div class="item-head" key={`${path}.${index}`}>
        <dt>{`${spec.itemName}${index + 1}`}</dt>
        <dd />
      </div>,
      ...applicable(spec.of, item, around).flatMap(([key, part]) =>
        rowsOf(part, item[key], names, around, `${path}.${index}.${key}`),
      ),
    ]);
  const text = printValue(spec, value, (id) => names[id] ?? id);
  // What may be left out and was left out needs no row.
  if (text === '' && spec.optional) return [];
  return [
    <div key={path}>
      <dt>{spec.label}</dt>
      <dd>{text === '' ? (spec.kind === 'bool' ? '否' : '没有填') : text}</dd>
    </div>,
  ];
}
