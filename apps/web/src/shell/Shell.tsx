import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { keepInStep } from '../drafts-sync.js';
import { SignIn } from '../pages/SignIn.js';
import { Trouble, Waiting } from '../Trouble.js';
import { navOf, PhoneBar, SideNav } from './Nav.js';
import { Offline } from './Offline.js';
import { PostSwitcher } from './PostSwitcher.js';
import { Search } from './Search.js';
import { ShortcutHelp } from './ShortcutHelp.js';
import { useShortcuts } from './shortcuts.js';

/** Top bar with place, search, the kind of day and the post; side bar with the work; the page. */
export function Shell() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const [help, setHelp] = useState(false);
  const person = me?.person.id;
  useEffect(() => (person === undefined ? undefined : keepInStep(person)), [person]);
  useShortcuts(me ? navOf(me) : [], () => setHelp(true));
  // Whoever was signed in before keeps the address and the drafts.
  if (error instanceof ApiError && error.status === 401) return <SignIn before={me ?? null} />;
  if (error && !me)
    return (
      <main className="page">
        <h1>法度</h1>
        <Trouble error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (!me)
    return (
      <main className="page">
        <Waiting what="打开工作台" />
      </main>
    );
  const place = me.posts[0];
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top">
        <strong className="brand">法度</strong>
        <span className="place">{place?.orgName ?? '没有岗位'}</span>
        <Search me={me} />
        <span className="day-mark">{`${Number(me.today.slice(5, 7))}月${Number(me.today.slice(8))}日 ${me.dayKind}`}</span>
        <PostSwitcher me={me} onHelp={() => setHelp(true)} />
      </header>
      <SideNav me={me} />
      <main id="main" className="page" tabIndex={-1}>
        <Offline />
        <Outlet />
      </main>
      <PhoneBar me={me} />
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
