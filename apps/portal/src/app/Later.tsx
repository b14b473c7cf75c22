/** @jsxImportSource preact */
import { BEFORE_RELOAD_MS, part, type WhyMissing, whyMissing } from '@fadu/client';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<P> {
  readonly page: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/** A page whose code is fetched when it is first opened: home and verification stay light. */
export function Later<P extends object>({ page, props }: LaterProps<P>) {
  const [loaded, set] = useState<{ View: ComponentType<P> } | 'waiting' | WhyMissing>('waiting');
  useEffect(() => {
    part(page).then(
      (View) => set({ View }),
      async () => {
        const why = await whyMissing();
        set(why);
        // An update took the page away while this one was open; what was typed is kept on the device.
        if (why === 'updated') setTimeout(() => location.reload(), BEFORE_RELOAD_MS);
      },
    );
  }, []);
  if (loaded === 'waiting')
    return (
      <main id="main" class="wrap">
        <p role="status">正在打开…</p>
      </main>
    );
  if (loaded === 'updated')
    return (
      <main id="main" class="wrap">
        <h1>平台已更新</h1>
        <p role="alert">正在重新打开本页。已填的内容都在本机。</p>
      </main>
    );
  if (loaded === 'again' || loaded === 'offline')
    return (
      <main id="main" class="wrap">
        <h1>没有打开</h1>
        <p role="alert">
          {loaded === 'again'
            ? '平台刚刚更新，本页还没有取到。已填的内容都在本机，请过几分钟再试。'
            : '未联网，或者网络太慢。已填的内容都在本机。'}
        </p>
        <button type="button" class="button" onClick={() => location.reload()}>
          再试一次
        </button>
      </main>
    );
  const { View } = loaded;
  return <View {...props} />;
}
