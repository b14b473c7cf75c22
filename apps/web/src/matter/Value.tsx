import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, type Fields, holds, isBlank, isSealed } from '@fadu/procedure';
import { Button, Input, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, post } from '../api/client.js';
import { yuanText } from '../form/values.js';

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
      return <time dateTime={String(value)}>{String(value)}</time>;
    case 'money':
      return <span className="num">{`${yuanText(value as number).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}元`}</span>;
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
        <>
          {(value as string[]).map((id) => (
            <a key={id} href={`/api/files/${id}`} target="_blank" rel="noreferrer">
              {names[id] ?? '附件'}　
            </a>
          ))}
        </>
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
        />
      );
    case 'list':
      return (
        <ol className="items">
          {(value as JsonObject[]).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: recorded items are only ever appended
            <li key={index}>
              <Values
                fields={spec.of}
                data={item}
                names={names}
                matter={matter}
                path={`${path}.${index}.`}
                around={{}}
              />
            </li>
          ))}
        </ol>
      );
    default:
      return <span className="prose">{String(value)}</span>;
  }
}

export function Values({
  fields,
  data,
  names,
  matter,
  path = '',
  around,
}: {
  fields: Fields;
  data: JsonObject;
  names: Readonly<Record<string, string>>;
  matter: string;
  path?: string;
  around: JsonObject;
}) {
  const filled = Object.entries(fields).filter(
    ([key, spec]) =>
      !isBlank(data[key]) && data[key] !== false && (!spec.when || holds(spec.when, { ...around, ...data })),
  );
  return (
    <dl className="values">
      {filled.map(([key, spec]) => (
        <div
          key={key}
          className={
            spec.kind === 'list' || spec.kind === 'group' || (spec.kind === 'text' && spec.multiline) ? 'wide' : ''
          }
        >
          <dt>{spec.label}</dt>
          <dd>
            <Value spec={spec} value={data[key]!} names={names} matter={matter} path={path + key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Masked({ mask, label, matter, path }: { mask: string; label: string; matter: string; path: string }) {
  const [plain, setPlain] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  useEffect(() => {
    if (plain === null) return;
    const timer = setTimeout(() => setPlain(null), 60_000);
    return () => clearTimeout(timer);
  }, [plain]);
  if (plain !== null)
    return (
      <span>
        {plain}{' '}
        <span className="meta" role="status">
          本次查看已记录
        </span>
      </span>
    );
  const reveal = async () => {
    try {
      setPlain((await post<{ value: string }>(`/matters/${matter}/reveal`, { path, reason })).value);
    } catch (error) {
      setFault(error instanceof ApiError ? error.problem.title : '没有取到。');
    }
  };
  return (
    <span>
      <span className="nb">{mask}</span>{' '}
      <Popover
        trigger="click"
        title={`查看完整的${label}`}
        content={
          <div style={{ width: 260 }}>
            <label htmlFor={`why-${path}`}>查看的理由</label>
            <Input id={`why-${path}`} value={reason} onChange={(event) => setReason(event.target.value)} />
            {fault && <p className="error-text">{fault}</p>}
            <Button type="primary" disabled={reason.trim().length < 2} onClick={() => void reveal()}>
              查看，留痕
            </Button>
          </div>
        }
      >
        <Button type="link" size="small">
          查看完整信息
        </Button>
      </Popover>
    </span>
  );
}
