import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { lineQuery, listQuery, meQuery } from '../api/queries.js';
import { ClockChip } from '../clock/ClockChip.js';
import { specAt } from '../form/spec-at.js';
import { StateTag } from './Todo.js';

export interface ListSearch {
  readonly q?: string;
  readonly state?: string;
  readonly due?: string;
  readonly person?: string;
  readonly organ?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
  readonly after?: string;
}

const DUE = { late: '已超期', today: '今日届满', soon: '3个工作日内', later: '以后', paused: '已中止' } as const;

/** The matters of one line: filters act at once, stand in the address, and go away one by one. */
export function MatterList() {
  const { line: code } = useParams({ strict: false }) as { line: string };
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: line } = useQuery(lineQuery(code));
  const [limit, setLimit] = useState(50);
  const { data, error, isFetching, refetch } = useQuery(listQuery({ line: code, limit: String(limit), ...search }));
  useEffect(() => {
    if (line) document.title = `${line.name}·法度`;
  }, [line]);
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '/lines/$line', params: { line: code }, search: { ...search, ...change } as ListSearch });
  if (!line) return <p>正在打开…</p>;
  const opens = me?.lines.find((one) => one.code === code)?.opens ?? [];
  const filters = Object.entries(search).filter(([key, value]) => value && key !== 'sort' && key !== 'after');
  const chipText: Record<string, (value: string) => string> = {
    q: (value) => `含“${value}”`,
    state: (value) =>
      `状态：${
        value.split(',').length > 3
          ? '在办'
          : value
              .split(',')
              .map((one) => line.states[one]?.name ?? one)
              .join('、')
      }`,
    due: (value) => `期限：${DUE[value as keyof typeof DUE] ?? value}`,
    person: () => '承办人：指定人员',
    organ: () => '机关：指定机关',
    from: (value) => `${value}起`,
    to: (value) => `至${value}`,
  };
  const numeric = (path: string) => ['money', 'integer'].includes(specAt(line.fields, path)?.kind ?? '');
  return (
    <>
      <div className="page-head">
        <h1>{line.name}</h1>
        {opens.map(({ action, name }) => (
          <Link key={action} className="button primary" to="/lines/$line/new/$action" params={{ line: code, action }}>
            {name}
          </Link>
        ))}
      </div>
      <div className="filters">
        <Input.Search
          aria-label="案号、当事人、文书号"
          placeholder="案号、当事人、文书号"
          defaultValue={search.q ?? ''}
          key={search.q ?? ''}
          style={{ width: 240 }}
          allowClear
          onSearch={(q) => go({ q: q || undefined })}
        />
        <Select
          aria-label="状态"
          value={search.state ?? ''}
          style={{ width: 160 }}
          onChange={(state) => go({ state: state || undefined })}
          options={[
            { value: '', label: '状态：全部' },
            ...Object.entries(line.states).map(([key, state]) => ({ value: key, label: state.name })),
          ]}
        />
        <Select
          aria-label="期限"
          value={search.due ?? ''}
          style={{ width: 150 }}
          onChange={(due) => go({ due: due || undefined })}
          options={[
            { value: '', label: '期限：全部' },
            ...Object.entries(DUE).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          aria-label="排序"
          value={search.sort ?? 'due'}
          style={{ width: 150 }}
          onChange={(sort) => go({ sort })}
          options={[
            { value: 'due', label: '按届满日' },
            { value: '-opened', label: '按收件，新在前' },
            { value: 'number', label: '按案号' },
          ]}
        />
        <span className="meta">
          共{data ? (data.exact ? data.total : `${(data.total / 10_000).toFixed(1)}万以上`) : ''}件{' '}
          {isFetching ? '正在更新' : ''}
        </span>
      </div>
      {filters.length > 0 && (
        <p className="chips">
          {filters.map(([key, value]) => (
            <button key={key} type="button" className="filter-chip" onClick={() => go({ [key]: undefined })}>
              {chipText[key]?.(value as string) ?? key} ×<span className="sr">移除</span>
            </button>
          ))}
          <Button
            type="link"
            size="small"
            onClick={() => void navigate({ to: '/lines/$line', params: { line: code }, search: {} })}
          >
            清除
          </Button>
        </p>
      )}
      {error && (
        <p role="alert" className="error-text">
          未能更新。
          <Button size="small" onClick={() => void refetch()}>
            重试
          </Button>
        </p>
      )}
      {data && data.rows.length === 0 && (
        <p className="empty">
          {filters.length > 0 ? '没有符合条件的案件。' : '还没有案件，或者本岗位没有可看的案件。'}
        </p>
      )}
      {data && data.rows.length > 0 && (
        <div className="table-wrap">
          <table className="list">
            <thead>
              <tr>
                <th>期限</th>
                <th>案号</th>
                <th>案由和当事人</th>
                <th>状态</th>
                {line.list.columns.map((path) => (
                  <th key={path} className={numeric(path) ? 'num' : ''}>
                    {specAt(line.fields, path)?.label ?? path}
                  </th>
                ))}
                <th>承办</th>
                <th>收件日</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <td className="nb" data-label="期限">
                    {row.clock ? (
                      <ClockChip clock={row.clock} today={me?.today ?? ''} named />
                    ) : (
                      <span className="missing">无</span>
                    )}
                  </td>
                  <td className="nb" data-label="案号">
                    {row.number ?? `收件${row.receipt}`}
                  </td>
                  <td className="title" data-label="案由">
                    <Link to="/matters/$id" params={{ id: row.id }}>
                      {row.title}
                    </Link>
                  </td>
                  <td data-label="状态">
                    <StateTag
                      name={line.states[row.state]?.name ?? row.state}
                      tone={line.states[row.state]?.tone ?? 'active'}
                    />
                  </td>
                  {line.list.columns.map((path) => (
                    <td
                      key={path}
                      className={numeric(path) ? 'num nb' : 'nb'}
                      data-label={specAt(line.fields, path)?.label}
                    >
                      {row.columns[path] || <span className="missing">未填</span>}
                    </td>
                  ))}
                  <td className="nb" data-label="承办">
                    {row.handlers.join('、') || <span className="missing">未定</span>}
                  </td>
                  <td className="nb" data-label="收件日">
                    {row.openedOn}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data?.next && limit < 200 && <Button onClick={() => setLimit(200)}>显示更多</Button>}
      {data?.next && limit >= 200 && <Button onClick={() => go({ after: data.next! })}>下一页</Button>}
      {search.after && <Button onClick={() => go({ after: undefined })}>回到第一页</Button>}
    </>
  );
}
