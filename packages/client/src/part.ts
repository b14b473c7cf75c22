/** A part of the pages that is fetched when it is first needed did not come. */
export class PartMissing extends Error {}

/** Fetches a later part of the pages. @throws {PartMissing} */
export const part = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((cause: unknown) => {
    throw new PartMissing('a part of the pages did not come', { cause });
  });

/** `updated`: a reload brings it; `again`: it was just reloaded, and that did not help; `offline`: nobody answers. */
export type WhyMissing = 'updated' | 'again' | 'offline';

const RELOADED = 'fadu:reloaded';
/** A reload that does not help is not repeated within this time: no circle, but the next update finds its way. */
const ONCE_MS = 60_000;

/**
 * Why a part did not come. Where the platform answers, an update has taken the old part away while the page was open.
 * `updated` is said once: who hears it reloads. Where the browser keeps nothing it is never said, since a reload would
 * lose what was typed, and nothing would end the circle.
 */
export async function whyMissing(now = Date.now()): Promise<WhyMissing> {
  const answers = await fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!answers) return 'offline';
  try {
    if (now - Number(sessionStorage.getItem(RELOADED) ?? 0) < ONCE_MS) return 'again';
    sessionStorage.setItem(RELOADED, String(now));
    return 'updated';
  } catch {
    return 'again';
  }
}

/** Time to read why the page reloads, in milliseconds. */
export const BEFORE_RELOAD_MS = 1_500;
