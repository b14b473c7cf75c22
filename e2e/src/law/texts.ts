import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_LAW, SAMPLE_LAW_LATEST, SAMPLE_LAW_REVISED, sampleLocal } from '@fadu/server/sample-laws';

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
  put('first/法律/样例管理法(2010-03-01).md', SAMPLE_LAW);
  put('first/地方性法规/吉林/白城市样例条例(2012-03-01).md', sampleLocal(2012, '第二条'));
  put('first/法律/行政复议法(2023-09-01).md', BASIS);
  put('second/法律/样例管理法(2020-05-06).md', SAMPLE_LAW_REVISED);
  put('third/法律/样例管理法(2024-05-06).md', SAMPLE_LAW_LATEST);
  return { first: join(root, 'first'), second: join(root, 'second'), third: join(root, 'third') };
}
