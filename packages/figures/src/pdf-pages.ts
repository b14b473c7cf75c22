/**
 * The text of PDF pages without what repeats on every page: running titles, addresses, page numbers. A line at the head
 * or foot that occurs, its digits aside, on half of the pages or more is furniture; so is a page number alone.
 */
const EDGE = 2;
const PAGE_NUMBER =
  /^\s*(?:[-—－–·]\s*)?(?:第\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*页)?(?:\s*[,，]?\s*共\s*\d{1,4}\s*页)?\s*(?:[-—－–·]\s*)?$/;

const shape = (line: string): string => line.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

export const joinPages = (pages: readonly string[]): string => cleanPages(pages).join('\n');

/** The same, page by page. */
export function cleanPages(pages: readonly string[]): string[] {
  const lines = pages.map((page) => page.split('\n'));
  const seen = new Map<string, number>();
  for (const page of lines)
    for (const line of new Set(edges(page).map(shape))) seen.set(line, (seen.get(line) ?? 0) + 1);
  const often = Math.max(Math.min(pages.length, 3), 2, pages.length / 2);
  const furniture = (line: string): boolean =>
    line.trim() === '' || PAGE_NUMBER.test(line) || (seen.get(shape(line)) ?? 0) >= often;
  return lines.map((page) => {
    let first = 0;
    let last = page.length;
    while (first < last && first < EDGE && furniture(page[first]!)) first += 1;
    while (last > first && page.length - last < EDGE + 1 && furniture(page[last - 1]!)) last -= 1;
    return page.slice(first, last).map(closeUp).join('\n');
  });
}

/** 查 处 案 件 37 件: a justified line whose every gap became a space. Wide gaps part columns and stay. */
function closeUp(line: string): string {
  const gaps = line.match(/[\p{Script=Han}，。、；：％%”）\d] (?=[\p{Script=Han}，。、；：“（\d])/gu)?.length ?? 0;
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (gaps < 5 || gaps < han * 0.6 || line.includes('  ')) return line;
  return line.replace(/(?<=[^\d.,\s]) (?=\S)|(?<=[\d.,]) (?=[^\d.,\s])/g, '');
}

const edges = (page: readonly string[]): string[] => [...page.slice(0, EDGE), ...page.slice(-EDGE)];
