import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, holds, isBlank, isSealed } from '@fadu/procedure';
import { yuanText } from '../form/values.js';
import { TableScroll } from '../TableScroll.js';
import { Masked } from './Masked.js';

interface Props {
  readonly spec: FieldSpec;
  readonly value: Json;
  readonly names: Readonly<Record<string, string>>;
  readonly matter: string;
  readonly path: string;
}

/** A recorded value as people read it; sensitive ones masked, shown for a minute against a reason. */
export function Value({ spec, value, names, matter, path }: Props) {
  if (isSealed(value)) return <Masked mask={value.mask} label={spec.label} matter={matter} path={path} />;
  switch (spec.kind) {
    case 'date':
      return (
        <time dateTime={String(value)} className="nb">
          {String(value)}
        </time>
      );
    case 'money':
      return <span className="nb">{`${yuanText(value as number).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}元`}</span>;
    case 'integer':
      return (
        <span className="nb">
          {String(value)}
          {spec.unit ?? ''}
        </span>
      );
    case 'bool':
      return <>{value === true ? '是' : '否'}</>;
    case 'choice':
      return <>{spec.options[String(value)] ?? String(value)}</>;
    case 'choices':
      return <>{(value as string[]).map((one) => spec.options[one] ?? one).join('、')}</>;
    case 'organization':
    case 'matter':
      return <>{names[String(value)] ?? String(value)}</>;
    case 'persons':
      return <>{(value as string[]).map((one) => names[one] ?? one).join('、')}</>;
    case 'files':
      return (
        <ul className="plain-list">
          {(value as string[]).map((id) => (
            <li key={id}>
              <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
                {names[id] ?? '附件'}
              </a>
            </li>
          ))}
        </ul>
      );
    case 'group':
      return (
        <Values
          fields={spec.of}
          data={value as JsonObject}
          names={names}
          matter={matter}
          path={`${path}.`}
          around={{}}
          bools
        />
      );
    case 'list':
      return <Items spec={spec} items={value as JsonObject[]} names={names} matter={matter} path={path} />;
    case 'docNumber':
    case 'courtCaseNumber':
    case 'creditCode':
      return <span className="nb">{String(value)}</span>;
    default:
      return <span className="prose">{String(value)}</span>;
  }
}

/** Labels with their values, those that are filled. `bools`: also what was answered with no. */
export function Values({
  fields,
  data,
  names,
  matter,
  path = '',
  around,
  bools = false,
}: {
  fields: Fields;
  data: JsonObject;
  names: Readonly<Record<string, string>>;
  matter: string;
  path?: string;
  around: JsonObject;
  bools?: boolean;
}) {
  const filled = Object.entries(fields).filter(
    ([key, spec]) =>
      !isBlank(data[key]) && (bools || data[key] !== false) && (!spec.when || holds(spec.when, { ...around, ...data })),
  );
  if (filled.length === 0) return <p className="missing">没有填写。</p>;
  return (
    <dl className="values">
      {filled.map(([key, spec]) => (
        <div key={key} className={isWide(spec) ? 'wide' : ''}>
          <dt>{spec.label}</dt>
          <dd>
            <Value spec={spec} value={data[key]!} names={names} matter={matter} path={path + key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isWide = (spec: FieldSpec): boolean =>
  spec.kind === 'list' || spec.kind === 'group' || (spec.kind === 'text' && spec.multiline === true);

/** Items whose parts are short stand in a table with their numbers; others as numbered blocks. */
export function Items({
  spec,
  items,
  names,
  matter,
  path,
}: {
  spec: Extract<FieldSpec, { kind: 'list' }>;
  items: readonly JsonObject[];
  names: Readonly<Record<string, string>>;
  matter: string;
  path: string;
}) {
  const columns = Object.entries(spec.of).filter(([key]) =>
    items.some((item) => !isBlank(item[key]) && item[key] !== false),
  );
  const flat = columns.every(([, one]) => one.kind !== 'list' && one.kind !== 'group');
  if (flat && columns.length <= 7 && !columns.some(([, one]) => one.sensitive)) {
    return (
      <TableScroll name={spec.label}>
        <table className="plain">
          <thead>
            <tr>
              <th className="num">序号</th>
              {columns.map(([key, one]) => (
                <th key={key} className={one.kind === 'integer' || one.kind === 'money' ? 'num' : ''}>
                  {one.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: recorded items are only ever appended
              <tr key={index}>
                <td className="num">{index + 1}</td>
                {columns.map(([key, one]) => (
                  <td key={key} className={one.kind === 'integer' || one.kind === 'money' ? 'num' : ''}>
                    {isBlank(item[key]) ? (
                      <span className="missing">未填</span>
                    ) : (
                      <Value
                        spec={one}
                        value={item[key]!}
                        names={names}
                        matter={matter}
                        path={`${path}.${index}.${key}`}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    );
  }
  return (
    <ol className="items">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: recorded items are only ever appended
        <li key={index}>
          <Values fields={spec.of} data={item} names={names} matter={matter} path={`${path}.${index}.`} around={{}} />
        </li>
      ))}
    </ol>
  );
}
