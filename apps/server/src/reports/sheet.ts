import exceljs from 'exceljs';
import type { BuiltReport } from './model.js';
import { inUnit } from './sentence.js';

const STATE = { live: '与数据一致', stale: '定稿后有变动', overridden: '改写' } as const;
const SOURCE = { records: '记录', returns: '填报', override: '改写' } as const;

/** The figures of the report with definition and source, and on a second sheet what nobody has. */
export async function reportSheet(report: BuiltReport): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const view = { views: [{ state: 'frozen' as const, ySplit: 1 }] };
  const figures = book.addWorksheet('数据', view);
  figures.columns = [
    { header: '章', width: 26 },
    { header: '指标编码', width: 34 },
    { header: '指标', width: 26 },
    { header: '数值', width: 14 },
    { header: '单位', width: 8 },
    { header: '分子', width: 10 },
    { header: '分母', width: 10 },
    { header: '上年', width: 14 },
    { header: '报告所写', width: 44 },
    { header: '状态', width: 14 },
    { header: '来源', width: 8 },
    { header: '依据', width: 40 },
    { header: '统计口径', width: 50 },
    { header: '分母口径', width: 30 },
    { header: '平台现在的数', width: 44 },
  ];
  for (const { title, sentences } of report.chapters)
    for (const { code, name, text, state, settled, said, now } of sentences)
      figures.addRow([
        title,
        code,
        name,
        inUnit(said, settled.unit),
        settled.unit,
        settled.numerator,
        settled.denominator,
        settled.before,
        text,
        STATE[state],
        SOURCE[settled.source],
        settled.origin,
        settled.counted,
        settled.base,
        now?.text,
      ]);
  const gaps = book.addWorksheet('没有的数', view);
  gaps.columns = [
    { header: '指标编码', width: 34 },
    { header: '指标', width: 30 },
    { header: '原因', width: 14 },
    { header: '未报单位', width: 60 },
  ];
  for (const { code, name, why, waiting } of report.gaps) gaps.addRow([code, name, why, waiting.join('、')]);
  for (const sheet of book.worksheets) sheet.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
