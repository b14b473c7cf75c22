/**
 * What this device keeps. Storage may be switched off or full: then the page still works, and `keep` says false so that
 * the screen can say it too.
 */
function kept(of: () => Storage) {
  const memory = new Map<string, string>();
  return {
    read<T>(name: string): T | undefined {
      try {
        const text = of().getItem(`fadu.${name}`) ?? memory.get(name);
        return text === undefined ? undefined : (JSON.parse(text) as T);
      } catch {
        const text = memory.get(name);
        return text === undefined ? undefined : (JSON.parse(text) as T);
      }
    },
    keep(name: string, value: unknown): boolean {
      const text = JSON.stringify(value);
      memory.set(name, text);
      try {
        of().setItem(`fadu.${name}`, text);
        return true;
      } catch {
        return false;
      }
    },
    drop(name: string): void {
      memory.delete(name);
      try {
        of().removeItem(`fadu.${name}`);
      } catch {
        // Nothing was kept, so nothing is left.
      }
    },
    names(prefix: string): string[] {
      try {
        return Object.keys(of())
          .filter((name) => name.startsWith(`fadu.${prefix}`))
          .map((name) => name.slice('fadu.'.length));
      } catch {
        return [...memory.keys()].filter((name) => name.startsWith(prefix));
      }
    },
  };
}

/** Stays until removed: drafts, the large type. */
export const device = kept(() => localStorage);
/** Ends with the tab: the query code and what it opened. */
export const session = kept(() => sessionStorage);
