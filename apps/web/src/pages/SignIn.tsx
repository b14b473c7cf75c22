import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, post } from '../api/client.js';

/** Stands in place of the page asked for, which opens after signing in. */
export function SignIn() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = '登录·法度';
  }, []);
  const signIn = async () => {
    if (busy) return;
    setBusy(true);
    setFault('');
    try {
      await post('/auth/sign-in/username', { username: name.trim(), password });
      await client.invalidateQueries();
    } catch (error) {
      setFault(error instanceof ApiError ? error.problem.title : '没有登录，请再试。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <h1>法度</h1>
      <p className="meta">法治政府建设平台　本平台为非涉密系统，严禁存储、处理、传输国家秘密</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        {fault && (
          <p className="error-text" role="alert">
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
    </main>
  );
}
