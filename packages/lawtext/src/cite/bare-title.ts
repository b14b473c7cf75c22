import type { TitleIndex } from './titles.js';

/** Names a text has for itself, after 本. */
const SELF_NAMES = [
  '法',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '决定',
  '解释',
  '实施细则',
  '实施办法',
  '章程',
  '通则',
  '安排',
  '补充安排',
  '补充规定',
  '补充解释',
  '意见',
  '通知',
  '标准',
  '规程',
  '批复',
  '修正案',
  '公约',
  '协定',
  '暂行条例',
  '暂行规定',
  '暂行办法',
  '实施条例',
  '办法实施细则',
  '若干规定',
  '规范',
  '守则',
  '纲要',
  '制度',
  '方案',
  '指引',
];
const SELF = new RegExp(`本(?:${[...SELF_NAMES].sort((a, b) => b.length - a.length).join('|')})(?:的)?$`);

/** Offset of 本 in 本法, 本条例 … directly before `at`. */
export function selfNameBefore(text: string, floor: number, at: number): number | undefined {
  const from = Math.max(floor, at - 8);
  const before = text.slice(from, at);
  if (!before.includes('本')) return undefined;
  const match = SELF.exec(before);
  return match && !match[0].endsWith('的') ? from + match.index : undefined;
}

const SELF_AT = new RegExp(`本(?:${[...SELF_NAMES].sort((a, b) => b.length - a.length).join('|')})`, 'y');

/** Offset behind 本法, 本条例 … at `at`, undefined when none stands there. */
export function selfNameAt(text: string, at: number): number | undefined {
  SELF_AT.lastIndex = at;
  return SELF_AT.test(text) ? SELF_AT.lastIndex : undefined;
}

export interface BareTitle {
  readonly start: number;
  readonly title: string;
}

const TITLE_END = /(法|法典|条例|规定|办法|细则|规则|解释|修正案|决定|宪章|公约|通则|总则)$/;

/** Words after which a bare title begins. The last one in the clause counts. */
const LEAD_WORDS =
  /(依照|按照|根据|依据|违反|符合|适用|参照|遵照|遵守|执行|对照|属于|具有|存在|构成|除|以及|或者|及其|和|与|及|由|对|有|按|依|于|是|为|将|在|据|因|的|了|等|违|犯|具备|当事人|人民法院|规定了|适用于|修正后|修改后|修订后|下列|关于|援引|触犯)/g;

/**
 * A title without 《》 that ends at `at`: an alias of the text, else a known name, else words in the form of a title.
 * Never reaches over punctuation. The unknown name is cut after the last lead word; it must be three characters long and
 * may not be 该法, 上述规定 or the like. Fails for unknown titles that themselves hold a lead word (和, 对 …).
 */
export function bareTitleBefore(
  text: string,
  floor: number,
  at: number,
  aliases: ReadonlyMap<string, string>,
  titles: TitleIndex,
): BareTitle | undefined {
  let from = at;
  while (from > floor && from > at - 40 && isTitleCharacter(text.charCodeAt(from - 1))) from--;
  if (from === at) return undefined;
  for (let start = from; start < at; start++) {
    const title = aliases.get(text.slice(start, at));
    if (title !== undefined) return { start, title };
  }
  const words = text.slice(from, at);
  if (!TITLE_END.test(words) && !/修正案[（(].{1,3}[）)]$/.test(words)) return undefined;
  let cut = 0;
  for (const match of words.matchAll(LEAD_WORDS)) {
    const rest = words.slice(match.index + match[0].length);
    if (rest.length >= 3) cut = match.index + match[0].length;
  }
  const name = words.slice(cut);
  for (let start = from; start < at - 1; start++) {
    const official = titles.known(text.slice(start, at));
    if (official === undefined) continue;
    // 依据调解仲裁法: the known name 仲裁法 is only the end of a longer one
    const longer = start > from + cut && name.length <= 12 ? titles.byEnding(name) : undefined;
    return longer === undefined ? { start, title: official } : { start: from + cut, title: longer };
  }
  if (
    name.length < 3 ||
    name.length > 25 ||
    /^(该|上述|前述|有关|相关|本|此|其他|上列|同)/.test(name) ||
    (/(办法|方法|规定|决定|解释|规则)$/.test(name) && name.length < 6)
  )
    return undefined;
  if (/^(司法|法律|立法)?解释$/.test(name)) return undefined;
  return { start: from + cut, title: titles.official(name) };
}

/** Han characters, brackets of a numbered name, and 、 never: a list is not one title. */
const isTitleCharacter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || code === 0xff08 || code === 0xff09 || code === 0x28 || code === 0x29;

/** 条例, 款项, 项目, 章程, 节能, 编制 …: words that only begin like a unit. */
export function isForeignWord(word: string): boolean {
  return /^(条例|条件|条约|条款|条文|条目|款项|款式|款额|项目|项下|章程|章节|节能|节目|节约|节水|节日|节点|编制|编号|编委|编办|编码|编外|编辑|编译|编写)$/.test(
    word,
  );
}
