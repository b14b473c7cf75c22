import type { Line } from '../text/lines.js';

/**
 * Whether a line of a pasted web page is no part of the law on it: navigation, the place in the site, letter size, print
 * and share buttons, source, editor, neighbouring pages, copyright.
 *
 * A line that ends a sentence never is. Fails for a site that names these things otherwise; such lines then stand in the
 * title or as a last paragraph.
 */
export const isFurniture = (text: string): boolean =>
  text.length <= 200 && !/[。；]$/.test(text) && (OPENING.test(text) || TRAIL.test(text) || RIGHTS.test(text));

const OPENING =
  /^[【[（(]?\s*(?:首\s*页|返回|网站地图|您?(?:当前|现在)?的?(?:当前)?位置|所在位置|字\s*[号体]|浏览(?:次数|字号|量)|打\s*印|分\s*享|收\s*藏|关闭窗口|下载|扫一扫|(?:信息|文章|稿件)?来\s*源|(?:发布|更新|成文|公开)(?:时间|日期)|时\s*间[：:]|日\s*期[：:]|作者|责任编辑|编\s*辑|上一[篇页条]|下一[篇页条]|相关(?:链接|阅读|文章|新闻)|版权(?:所有|声明)|主办|承办|技术支持|联系(?:我们|电话)|网站标识码|【?大\s*中\s*小)/;
/** 首页 > 法律 > 正文, 首页 | 新闻 | 法规 */
const TRAIL = /^[^，。：]{1,12}(?:\s*[>›»|｜]+\s*[^，。：]{1,16}){2,}$/;
const RIGHTS = /(?:ICP备|公网安备|Copyright|©)/i;

/** Index of the first line that is not furniture, and of the line behind the last one that is not. */
export function withoutFurniture(source: string, lines: readonly Line[]): { from: number; to: number } {
  const idle = (line: Line): boolean => isFurniture(source.slice(line.start, Math.min(line.end, line.start + 201)));
  let from = 0;
  while (from < lines.length && idle(lines[from]!)) from++;
  let to = lines.length;
  while (to > from && idle(lines[to - 1]!)) to--;
  return { from, to };
}
