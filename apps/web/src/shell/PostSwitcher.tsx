import type { Me } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { post } from '../api/client.js';

const COOKIE = 'fadu-post';

/** Works in one post from now on, or in all of them; kept in a cookie, so that downloads go by it too. */
function chooseActing(key: string | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in the browsers of these offices
  document.cookie = `${COOKIE}=${encodeURIComponent(key ?? '')}; path=/; SameSite=Strict; max-age=${key ? 12 * 3600 : 0}`;
}

const postKey = (one: Me['held'][number]): string => `${one.post}:${one.org}`;

const withOrg = (me: Me): boolean => new Set(me.held.map((one) => one.org)).size > 1;

/** 李样例 ｜ 承办人: who acts and as what, always in sight; rights come from posts. */
export function PostSwitcher({ me, onHelp }: { me: Me; onHelp: () => void }) {
  const [open, setOpen] = useState(false);
  const postWords =
    me.acting === null && me.held.length > 1
      ? `${me.posts[0]?.postName}等${me.held.length}个岗位`
      : (me.posts[0]?.postName ?? '没有岗位');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="post-menu">
          <PostChoice me={me} />
          <ul className="plain-list">
            <li>
              <a href="/portal/" target="_blank" rel="noreferrer">
                公众端
              </a>
            </li>
            <li>
              <Button
                type="link"
                onClick={() => {
                  setOpen(false);
                  onHelp();
                }}
              >
                快捷键（F1）
              </Button>
            </li>
            <li>
              <SignOut />
            </li>
          </ul>
        </div>
      }
    >
      <button type="button" className="who">
        {me.person.name}
        <span className="who-post"> ｜ {postWords}</span> <span aria-hidden="true">▾</span>
      </button>
    </Popover>
  );
}

/** The posts a person holds today, as a choice. */
export function PostChoice({ me }: { me: Me }) {
  const client = useQueryClient();
  const choose = async (key: string | null) => {
    chooseActing(key);
    await client.invalidateQueries();
  };
  const label = (one: Me['held'][number]) => (withOrg(me) ? `${one.orgName}·${one.postName}` : one.postName);
  if (me.held.length < 2)
    return (
      <p>
        {me.held[0] ? `${me.held[0].orgName}·${me.held[0].postName}` : '今日没有任何岗位，请联系本单位系统管理员。'}
      </p>
    );
  return (
    <fieldset className="post-choice">
      <legend>办理岗位</legend>
      <label>
        <input type="radio" name="post" checked={me.acting === null} onChange={() => void choose(null)} />
        全部岗位
      </label>
      {me.held.map((one) => (
        <label key={postKey(one)}>
          <input
            type="radio"
            name="post"
            checked={me.acting === postKey(one)}
            onChange={() => void choose(postKey(one))}
          />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}

export function SignOut() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      type="link"
      disabled={busy}
      onClick={async () => {
        setBusy(true);
        await post('/auth/sign-out', {}).catch(() => undefined);
        chooseActing(null);
        client.clear();
        location.assign('/');
      }}
    >
      {busy ? '正在退出…' : '退出登录'}
    </Button>
  );
}
