import type { ReturnListItem } from '@fadu/wire';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { get, newKey, upload } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import './reports.css';

const returnsQuery = queryOptions({ queryKey: ['returns'], queryFn: () => get<ReturnListItem[]>('/returns') });

/** Returns of this unit and of those that report to it; the table goes out to Excel and comes back. */
export function ReturnsPage() {
  usePageTitle('填报表');
  const { data, error, refetch } = useQuery(returnsQuery);
  return (
    <>
      <div className="page-head">
        <h1>填报表</h1>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="读取填报表" />}
      {data?.length === 0 && <p>还没有填报表。由填报人在“登记收件”中开始填报。</p>}
      {data && data.length > 0 && (
        <section className="board returns-list">
          {data.map((item) => (
            <Sheet key={item.matter} item={item} />
          ))}
        </section>
      )}
    </>
  );
}

function Sheet({ item }: { item: ReturnListItem }) {
  const { matter, unit, period, state, dueOn, late, open } = item;
  const client = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ readonly done: string } | { readonly error: unknown }>();
  const take = async (file: File) => {
    setTold(undefined);
    try {
      await upload(file, () => undefined, `/returns/${matter}/sheet?key=${newKey()}`);
      setTold({ done: '已填入表内数据，还没有报送。请打开核对后报送。' });
      await client.invalidateQueries();
    } catch (error) {
      setTold({ error });
    }
  };
  return (
    <article>
      <h2>
        <Link to="/matters/$id" params={{ id: matter }}>
          {unit}，{period}
        </Link>
      </h2>
      <p>
        {state}，报送期限{dueOn}
        {late && <strong className="error-text">，已逾期</strong>}
      </p>
      <p>
        <Button href={`/api/returns/${matter}/sheet`}>下载填报表</Button>{' '}
        {open && (
          <>
            <Button onClick={() => chosen.current?.click()}>上传填好的表</Button>
            <input
              ref={chosen}
              type="file"
              hidden
              accept=".xlsx"
              aria-label={`上传${unit}${period}填报表`}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void take(file);
                target.value = '';
              }}
            />
          </>
        )}
      </p>
      {told && ('done' in told ? <p role="status">{told.done}</p> : <Trouble error={told.error} />)}
    </article>
  );
}
