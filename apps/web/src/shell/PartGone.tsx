import { BEFORE_RELOAD_MS, type WhyMissing, whyMissing } from '@fadu/client';
import { Button } from 'antd';
import { useEffect, useState } from 'react';

const WORDS: Readonly<Record<WhyMissing, { readonly title: string; readonly text: string }>> = {
  updated: { title: '平台已更新', text: '正在重新打开本页。已填的内容都在。' },
  again: {
    title: '没有打开',
    text: '平台已更新，本页重新打开过，还是没有取到。已填的内容都在。请过几分钟刷新；还不行的，联系本单位系统管理员。',
  },
  offline: { title: '没有打开', text: '未联网，或者平台没有应答。已填的内容都在。请恢复联网后刷新。' },
};

/** In place of a page whose code did not come: after an update the page is reloaded, once. */
export function PartGone() {
  const [why, setWhy] = useState<WhyMissing>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void whyMissing().then((found) => {
      setWhy(found);
      if (found === 'updated') timer = setTimeout(() => location.reload(), BEFORE_RELOAD_MS);
    });
    return () => clearTimeout(timer);
  }, []);
  if (why === undefined) return null;
  const { title, text } = WORDS[why];
  return (
    <main className="page">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
      {why !== 'updated' && (
        <p className="row-actions">
          <Button onClick={() => location.reload()}>刷新本页</Button> <a href="/todo">回到待办</a>
        </p>
      )}
    </main>
  );
}
