import { useEffect } from 'react';

/** Names the window: 动作·案号·法度. Parts that are not known yet are left out. */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part), '法度'].join('·');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
