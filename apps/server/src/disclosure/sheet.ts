import type { DisclosureStatus, DisclosureView } from '@fadu/wire';
import exceljs from 'exceljs';

const STATUS_WORDS: Readonly<Record<DisclosureStatus, string>> = {
  onTime: '按时公开',
  late: '逾期公开',
  pending: '未公开（未到期）',
  overdue: '逾期未公开',
  ended: '不适用',
};

/** The register as a table. */
export async function disclosureSheet({ rows, year }: DisclosureView): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(`${year}年度`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: '单位', width: 34 },
    { header: '层级', width: 8 },
    { header: '状态', width: 16 },
    { header: '公开日', width: 12 },
    { header: '公开载体', width: 16 },
    { header: '网址或者报刊', width: 48 },
    { header: '摘要（SM3）', width: 40 },
    { header: '登记', width: 14 },
    { header: '平台编制进度', width: 14 },
    { header: '提醒次数', width: 10 },
    { header: '说明', width: 30 },
  ];
  for (const row of rows)
    sheet.addRow([
      row.name,
      row.level,
      STATUS_WORDS[row.status],
      row.publishedOn,
      row.place,
      row.address,
      row.digest,
      row.source === 'platform' ? '平台公开' : row.enteredBy,
      row.progress,
      row.reminded,
      row.note,
    ]);
  sheet.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
