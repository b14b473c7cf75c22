import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiError, get, post } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { SignIn } from '../pages/SignIn.js';

/** Top bar with place, search, the kind of day and the post; side bar with the work; the page. */
export function Shell() {
  const { data: me, error, isPending } = useQuery(meQuery);
  if (error instanceof ApiError && error.status === 401) return <SignIn />;
  if (error)
    return (
      <main className="page">
        <h1>法度</h1>
        <p className="error-text" role="alert">
          {error.message}
        </p>
      </main>
    );
  if (isPending || !me)
    return (
      <main className="page">
        <p>正在打开…</p>
      </main>
    );
  const post0 = me.posts[0];
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top">
        <strong className="brand">法度</strong>
        <span className="place">{post0?.orgName ?? ''}</span>
        <Search />
        <span className="day-mark">{`${Number(me.today.slice(5, 7))}月${Number(me.today.slice(8))}日 ${me.dayKind}`}</span>
        <span className="who" title={me.posts.map((one) => `${one.orgName}·${one.postName}`).join('\n')}>
          {me.person.name}
          {post0 && (
            <span className="meta">
              {' '}
              ｜ {post0.postName}
              {me.posts.length > 1 ? `等${me.posts.length}个岗位` : ''}
            </span>
          )}
        </span>
        <SignOut />
      </header>
      <nav className="side" aria-label="主导航">
        <Link to="/todo">待办</Link>
        {me.lines.map((line) => (
          <Link key={line.code} to="/lines/$line" params={{ line: line.code }}>
            {line.name}
          </Link>
        ))}
        {me.lines[0] && (
          <Link to="/dashboards/$line" params={{ line: me.lines[0].code }}>
            看板
          </Link>
        )}
        <a href="/portal/" target="_blank" rel="noreferrer">
          公众端
        </a>
      </nav>
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function SignOut() {
  const client = useQueryClient();
  return (
    <Button
      type="text"
      onClick={async () => {
        await post('/auth/sign-out', {});
        client.clear();
        location.assign('/');
      }}
    >
      退出
    </Button>
  );
}

/** Ctrl+K: a number opens its matter, anything else searches the lists. */
function Search() {
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [note, setNote] = useState('');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.ctrlKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        input.current?.focus();
      }
      if (event.altKey && event.key.toLowerCase() === 't') void navigate({ to: '/todo' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate]);
  const search = async (text: string) => {
    const wanted = text.trim();
    if (wanted === '') return;
    try {
      const found = await get<{ id: string }>(`/no/${encodeURIComponent(wanted)}`);
      setNote('');
      await navigate({ to: '/matters/$id', params: { id: found.id } });
    } catch {
      const line = /^\/lines\/([\w-]+)/.exec(path)?.[1];
      setNote('');
      if (line) await navigate({ to: '/lines/$line', params: { line }, search: { q: wanted } });
      else await navigate({ to: '/todo', search: { view: 'all', q: wanted } });
    }
  };
  return (
    <search className="search">
      <Input.Search
        ref={input}
        aria-label="搜索案号、当事人、文书号（Ctrl+K）"
        placeholder="案号、当事人、文书号"
        onSearch={(text) => void search(text)}
        allowClear
      />
      {note && <span role="status">{note}</span>}
    </search>
  );
}
