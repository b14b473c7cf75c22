import type { Me } from '@fadu/wire';
import { useEffect, useState } from 'react';
import { momentWords } from '../words.js';

/** Printed only: platform, page and number above; who prints, in which post, when, and the address below. */
export function PrintFoot({ me, name }: { me: Me; name: string }) {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const update = () => setAt(new Date());
    addEventListener('beforeprint', update);
    return () => removeEventListener('beforeprint', update);
  }, []);
  return (
    <div className="print-foot" aria-hidden="true">
      法度·{name}　打印人 {me.person.name}（{me.posts[0]?.postName ?? ''}）　{momentWords(at.toISOString())}　
      {location.host}
      {location.pathname}
    </div>
  );
}
