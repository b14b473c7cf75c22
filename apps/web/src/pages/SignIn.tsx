import type { Me } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { clockTime, type KeptDraft, listDrafts, watchDrafts } from '../drafts.js';
import { usePageTitle } from '../page-title.js';

/** Stands in place of the page asked for, which opens after signing in; typed work is kept. */
export function SignIn({ before }: { before: Me | null }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  usePageTitle('登录');
  const draft = useNewestDraft(before?.person.id);
  const signIn = async () => {
    if (busy) return;
    if (name.trim() === '' || password === '') {
      setFault('请填写账号和口令。');
      return;
    }
    setBusy(true);
    setFault('');
    try {
      await post('/auth/sign-in/username', { username: name.trim(), password });
      await client.resetQueries();
    } catch (error) {
      setFault(messageOf(error, '没有登录，请再试。'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in-page">
      <div className="sign-in">
        <h1>法度</h1>
        <p className="sign-in-name">法治政府建设平台</p>
        {before && (
          <p role="status" className="note">
            登录已失效，请重新登录。
            {draft ? `草稿“${draft.title}”已保存到${clockTime(draft.at)}，登录后接着办。` : ''}
          </p>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void signIn();
          }}
        >
          {fault && (
            <p className="error-box" role="alert">
              ▲ {fault}
            </p>
          )}
          <label htmlFor="name">账号</label>
          <Input
            id="name"
            autoComplete="username"
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoFocus
          />
          <label htmlFor="password">口令</label>
          <Input.Password
            id="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={busy} block>
            {busy ? '正在登录…' : '登录'}
          </Button>
        </form>
        <p className="meta">忘记口令：联系本单位系统管理员</p>
        <p className="meta">
          本平台为非涉密系统，严禁存储、处理、传输国家秘密　<a href="/portal/">公众端</a>
        </p>
      </div>
    </main>
  );
}

/** What was kept last. The form that gives way to the sign-in keeps its own only as it goes. */
function useNewestDraft(person: string | undefined): KeptDraft | undefined {
  const [newest, setNewest] = useState<KeptDraft>();
  useEffect(() => {
    if (person === undefined) return undefined;
    const read = () => setNewest(listDrafts(person)[0]);
    read();
    return watchDrafts(read);
  }, [person]);
  return newest;
}
