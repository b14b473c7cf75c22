/** @jsxImportSource preact */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<P> {
  readonly page: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/** A page whose code is fetched when it is first opened: home and verification stay light. */
export function Later<P extends object>({ page, props }: LaterProps<P>) {
  const [loaded, set] = useState<{ View: ComponentType<P> } | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    page().then(
      (View) => set({ View }),
      () => set('failed'),
    );
  }, []);
  if (loaded === 'waiting')
    return (
      <main id="main" class="wrap">
        <p role="status">正在打开…</p>
      </main>
    );
  if (loaded === 'failed')
    return (
      <main id="main" class="wrap">
        <h1>没有打开</h1>
        <p role="alert">未联网，或者网络太慢。已填的内容都在本机。</p>
        {/* Loads the whole page: it may be that a newer one has come in the meantime. */}
        <button type="button" class="button" onClick={() => location.reload()}>
          再试一次
        </button>
      </main>
    );
  const { View } = loaded;
  return <View {...props} />;
}
