/** What stands around a title in 《》: its end, its maker before it, the aliases declared behind it. */

/** （以下简称条例）, also behind a document number: （法释〔2008〕5号，以下简称《解释》）. */
const ALIAS =
  /\s?[（(]\s*(?:[^（）()，。；]{1,30}[，；])?\s*(?:以下|下)(?:统|简)?称(?:为)?[：:]?\s*[“"《]?([^（）()“”"《》，。；]{1,30})[”"》]?\s*[）)]/y;
/** （以下分别简称《决定》、《修正案（二）》）: one name for each title of the list before it. */
const ALIASES = /[（(]\s*以下分别简称(?:为)?((?:[《“][^《》“”。；]{1,30}[》”][、和及]{0,2}){2,9})[）)]/y;

/** The alias declared at `at` (directly behind a title) and the offset behind its bracket. */
export function aliasAt(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  ALIAS.lastIndex = at;
  const found = ALIAS.exec(text);
  return found ? { name: found[1]!.trim(), end: ALIAS.lastIndex } : undefined;
}

/** The aliases declared at `at` for the titles of the list before it, in their order. */
export function aliasesAt(text: string, at: number): readonly string[] {
  ALIASES.lastIndex = at;
  return ALIASES.exec(text)?.[1]?.match(/[^《》“”、和及]{2,30}(?=[》”])/g) ?? [];
}

/** 最高人民法院《关于…的规定》: the maker is the front of the title. */
export function makerBefore(text: string, from: number, at: number): string {
  return MAKERS.find((maker) => at - maker.length >= from && text.startsWith(maker, at - maker.length)) ?? '';
}

const MAKERS = [
  '最高人民法院、最高人民检察院',
  '最高人民法院',
  '最高人民检察院',
  '全国人民代表大会常务委员会',
  '全国人民代表大会',
  '国务院',
];

/** Offset of the 》 that closes the 《 at `at`, nested titles passed over; -1 when the line ends first. */
export function closingBracket(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let index = at; index < limit && index < at + 200; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x300a) depth++;
    else if (code === 0x300b && --depth === 0) return index;
  }
  const first = text.slice(at, Math.min(limit, at + 200)).indexOf('》');
  return first < 0 ? -1 : at + first;
}
