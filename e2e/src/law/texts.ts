import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Invented texts: no such laws exist, and no such words stand in the law that is named.
const OLD = `# 中华人民共和国样例管理法
2010年3月1日第一届样例大会通过

<!-- INFO END -->
第一章 总则
第一条 为了规范样例管理，制定本法。
第二条 样例机关应当自收到申请之日起十日内答复。
第三条 违反本法第二条规定的，处警告。
第二章 附则
第四条 本法自2010年7月1日起施行。`;
const NEW = `# 中华人民共和国样例管理法
2010年3月1日第一届样例大会通过
2015年2月1日第一届样例大会修正
2020年5月6日第二届样例大会修订

<!-- INFO END -->
第一章 总则
第一条 为了规范样例管理，制定本法。
第二条 国家鼓励展示样例。展示样例应当遵守公共秩序，不得妨碍他人。
第三条 样例机关应当自收到申请之日起七日内答复，并说明理由。
第四条 有下列情形之一的，处警告：
（一）违反本法第三条规定的；
（二）伪造样例的。
第二章 附则
第五条 本法自2020年9月1日起施行。`;
const LAST = NEW.replace('2020年5月6日第二届样例大会修订', '2024年5月6日第三届样例大会修订')
  .replace('七日内', '五日内')
  .replace('2020年9月1日', '2024年9月1日');
const LOCAL = `# 白城市样例条例
2012年3月1日白城市样例大会通过

<!-- INFO END -->
第一条 根据《中华人民共和国样例管理法》第二条，制定本条例。
第二条 样例登记不收费。
第三条 本条例自2012年5月1日起施行。`;

const DIGITS = '零一二三四五六七八九';
const chinese = (n: number): string =>
  n < 10 ? DIGITS[n]! : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
/** A text under the title that a line rests on; its words are invented. */
const BASIS = `# 中华人民共和国行政复议法
2023年9月1日样例大会通过

<!-- INFO END -->
${Array.from({ length: 90 }, (_, index) => `第${chinese(index + 1)}条 这是样例条文之${chinese(index + 1)}，不是法律原文。`).join('\n')}`;

/** Folders to import one after the other: the second holds a later version. */
export function writeTexts(): { readonly first: string; readonly second: string; readonly third: string } {
  const root = mkdtempSync(join(tmpdir(), 'fadu-law-texts-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put('first/法律/样例管理法(2010-03-01).md', OLD);
  put('first/地方性法规/吉林/白城市样例条例(2012-03-01).md', LOCAL);
  put('first/法律/行政复议法(2023-09-01).md', BASIS);
  put('second/法律/样例管理法(2020-05-06).md', NEW);
  put('third/法律/样例管理法(2024-05-06).md', LAST);
  return { first: join(root, 'first'), second: join(root, 'second'), third: join(root, 'third') };
}
