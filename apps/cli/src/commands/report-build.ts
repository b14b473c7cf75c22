import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { checkFigures, readFigures } from '@fadu/figures';
import {
  type BuiltReport,
  buildReport,
  EVERYTHING,
  issuedReport,
  type Platform,
  readBack,
  renderDocx,
  reportData,
  reportDocument,
  reportPage,
  reportSheet,
  reportText,
} from '@fadu/server';
import { CommandError, DONE, options, print, printJson, REFUSED, WRONG_USAGE, warn } from './io.js';
import { withPlatform } from './platform.js';

type Writer = (report: BuiltReport, platform: Platform) => Promise<Uint8Array | string> | Uint8Array | string;

const FORMATS: Readonly<Record<string, Writer>> = {
  // The published report is the paper that was issued; before, a draft.
  '.docx': async (report, platform) =>
    (await issuedReport(platform, EVERYTHING, report)) ?? renderDocx(reportDocument(report)),
  '.html': (report, platform) => reportPage(report, platform.publicUrl),
  '.xlsx': reportSheet,
  '.json': (report) => `${JSON.stringify(reportData(report), null, 2)}\n`,
  '.txt': (report) => `${reportText(report)}\n`,
};

/** The yearly report from records and returns: fadu report build ORG YEAR --out FILE. */
export async function build(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { out: { type: 'string' }, json: { type: 'boolean' } });
  const [org, year, ...more] = positionals;
  if (org === undefined || year === undefined || more.length > 0)
    throw new CommandError(WRONG_USAGE, '须给出机构和年度。');
  if (!/^\d{4}$/.test(year)) throw new CommandError(WRONG_USAGE, `“${year}”不是年度，写四位数字，如2023。`);
  const { out } = values;
  if (out === undefined && values.json !== true)
    throw new CommandError(WRONG_USAGE, '须用 --out 写明文件，或者用 --json。');
  const write = out === undefined ? undefined : FORMATS[extname(out).toLowerCase()];
  if (out !== undefined && write === undefined)
    throw new CommandError(
      WRONG_USAGE,
      `不能写成 ${extname(out) || '没有后缀的文件'}。可以是 ${Object.keys(FORMATS).join('、')}。`,
    );
  return withPlatform(async ({ platform }) => {
    const built = await buildReport(platform, EVERYTHING, { org, year: Number(year) });
    if (!built.ok) throw new CommandError(REFUSED, built.error.message, built.error.code);
    const report = built.value;
    doubts(report);
    if (out !== undefined && write !== undefined) save(out, await write(report, platform));
    if (values.json) printJson(reportData(report));
    else summary(report, out!);
    return DONE;
  });
}

function save(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const fact =
      { ENOENT: '没有这个文件夹', EISDIR: '这是目录', EACCES: '没有写入权限', ENOSPC: '磁盘已满' }[code] ?? code;
    throw new CommandError(REFUSED, `不能写入 ${path}：${fact}。`, 'file.unwritable');
  }
}

function summary(report: BuiltReport, out: string): void {
  const figures = report.chapters.flatMap(({ sentences }) => sentences);
  const records = figures.filter(({ figure }) => figure.source === 'records').length;
  print(`${report.unit.name}${report.title}：${report.chapters.length}章，${figures.length}个数，已写入 ${out}。`);
  print(
    `  由记录计算${records}个，由填报取得${figures.length - records}个；没有数的指标${report.gaps.length}个，没有写入。`,
  );
  for (const { name, state, why } of figures) if (state !== 'live') print(`  ${name}：${why}`);
}

/** What a reader would stumble over: contradictions in the text, and words that do not give back what was meant. */
function doubts(report: BuiltReport): void {
  if (report.chapters.every(({ sentences }) => sentences.length === 0))
    warn(
      `${report.year}年没有一个指标有数：没有记录，也没有审核通过的填报。写出的只有章节，没有数字。请核对机构和年度。`,
    );
  if (report.asOf.slice(0, 10) <= `${report.year}-12-31`)
    warn(`${report.year}年度还没有结束，数据截至编成的时候，不是全年的数。`);
  const text = reportText(report);
  for (const { text: clause, written, read } of readBack(report, text))
    warn(`“${clause}”写的是 ${written}，读出来是 ${read ?? '没有数'}。请改写这一句。`);
  const findings = checkFigures([{ name: report.title, text, figures: readFigures(text) }]);
  for (const { severity, message } of findings)
    if (severity !== 'agree') warn(`${severity === 'error' ? '错误' : '存疑'}：${message}`);
}
