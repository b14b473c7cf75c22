/**
 * Where a report speaks of plans: figures there are targets. A plan begins at a heading (下一步, 20XX年工作安排 …) or a
 * paragraph that opens with 下一步 or with the year after the reported one, and ends at the next chapter heading.
 */
export interface Section {
  readonly start: number;
  readonly end: number;
}

const CHAPTER =
  /(?:^|\n)[ \t\u00a0　]*(?:第?[一二三四五六七八九十]{1,3}(?:[、章]|部分|篇)|[（(][一二三四五六七八九十]{1,3}[)）])[^\n。]{2,60}/g;
const PLAN =
  /下一步|下步|工作安排|工作打算|工作思路|工作计划|工作谋划|努力方向|主要打算|工作重点|今后|重点工作|工作目标|工作展望|主要安排|明年|来年|[、章)）与和及暨]\s*(?:计划|打算|安排|设想|思路|展望)$/;
const PARAGRAPH =
  /(?:^|\n)[ \t\u00a0　]*(?:下一步|下步|今后|新的一年|明年|(20\d\d)年(?=[，,是将我全拟要]|的?(?:目标|计划|工作目标|任务|打算)))/g;

/** 对照先进，仍有不足。2024年，我们将…: the plan begins within a paragraph. */
const WITHIN =
  /(?<=[。；])[ \t　]*(20\d\d)年[，,]?(?:我们|我[省市县区州局厅委镇]|全[省市县区州]上下|全[省市县区州]|[^，。；0-9]{0,8})(?:将|拟|计划|力争|要)[^。；]*[，,：:。]/g;

/** The year a report is about: the first 20XX年 that is not a date. */
export function reportYear(text: string): number | null {
  const head = text.slice(0, 4000);
  const titled = /(20\d\d)\s*年(?:度)?[^。\n]{0,14}(?:法治政府|依法行政|法治建设)/.exec(head);
  const match = titled ?? /(20\d\d)\s*年(?:度)?(?!\s*\d{1,2}\s*月)/.exec(head);
  return match === null ? null : Number(match[1]);
}

export function planSections(text: string, year: number | null): Section[] {
  const sections: Section[] = [];
  const chapters = [...text.matchAll(CHAPTER)].map((match) => ({ at: match.index, heading: match[0].trim() }));
  const top = chapters.filter(({ heading }) => /^第?[一二三四五六七八九十]{1,3}(?:[、章]|部分|篇)/.test(heading));
  const marks = top.length > 0 ? top : chapters;
  for (const [index, { at, heading }] of marks.entries()) {
    const next = year !== null && new RegExp(`${year + 1}\\s*年`).test(heading) && !/总结|完成情况|回顾/.test(heading);
    if ((PLAN.test(heading) && !/重点工作(情况|完成|开展|落实|成效)|工作重点(情况|完成)/.test(heading)) || next)
      sections.push({ start: planFrom(text, at, heading, year), end: marks[index + 1]?.at ?? text.length });
  }
  for (const match of text.matchAll(PARAGRAPH)) {
    // the year after is a plan only in the later part of a report: the year itself may be guessed wrong
    if (match[1] !== undefined && (year === null || Number(match[1]) !== year + 1 || match.index < text.length * 0.4))
      continue;
    const next = marks.find(({ at }) => at > match.index);
    let end = next?.at ?? text.length;
    if (marks.length > 0 && /一、|二、/.test(text.slice(match.index, match.index + 4))) end = match.index;
    sections.push({ start: match.index, end });
  }
  for (const match of text.matchAll(WITHIN)) {
    if (year === null || Number(match[1]) !== year + 1 || match.index < text.length * 0.5) continue;
    sections.push({ start: match.index, end: marks.find(({ at }) => at > match.index)?.at ?? text.length });
  }
  return sections;
}

/** 存在问题和下一步打算: the plan begins where it says so. */
function planFrom(text: string, at: number, heading: string, year: number | null): number {
  if (!/问题|不足|短板|差距|困难/.test(heading)) return at;
  const body = at + text.slice(at, at + 80).indexOf(heading) + heading.length;
  const start = text
    .slice(body, body + 3000)
    .search(new RegExp(`下一步|下步|下一?阶段|接下来|明年|今后|新的一年${year === null ? '' : `|${year + 1}年`}`));
  return start < 0 ? body : body + start;
}

export const inSections = (sections: readonly Section[], at: number): boolean =>
  sections.some(({ start, end }) => at >= start && at < end);
