import type { Writable } from 'node:stream';
import { heightOf, type Value } from '@fadu/indicator';
import type { FigureBreakdown, FigureWhy, IndicatorFigure } from '@fadu/wire';
import exceljs from 'exceljs';
import { periodWords } from './figure.js';
import { type Cells, sheetsIn } from './sheets.js';

/** A number to reckon with, in the unit that stands in the head; what is missing is a word. */
const cellOf = (value: Value, text: string, unit: string): number | string => {
  const height = heightOf(value, unit);
  return height === null ? text : Math.round(height * 100) / 100;
};

/** A figure as a workbook: what it is, over time, over organizations, and the records behind it. */
export async function writeFigureExcel(
  figure: IndicatorFigure,
  why: FigureWhy,
  { series, orgs, orgSum, orgNote }: FigureBreakdown,
  out: Writable,
): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheetOf = sheetsIn(book);
  sheetOf(
    '指标',
    [16, 80],
    ['项目', '内容'],
    [
      ['指标', figure.name],
      ['编码', figure.code],
      ['机构', `${figure.org.name}${figure.org.subtree ? '及下级' : '本级'}`],
      ['期间', periodWords(figure.period)],
      ['数值', figure.text],
      ...(figure.also === null ? [] : [[figure.also.name, figure.also.text]]),
      [`与${figure.before.name}比`, figure.before.change],
      [figure.before.name, figure.before.text],
      ['口径', why.definition],
      ['归属', why.attribution],
      ['范围', why.scope],
      ...why.formula.map(({ label, text }): Cells => [label, text]),
      ...why.excluded.map(
        ({ why: reason, count }): Cells => ['未计入', `${why.sampled === null ? '' : '约'}${count}件：${reason}`],
      ),
      ...why.notes.map((note): Cells => ['说明', note]),
      ['数据截至', figure.asOf],
    ],
  );
  if (series.length > 0)
    sheetOf(
      '分期',
      [14, 16, 16],
      ['期间', `数值（${figure.unit}）`, '分子/分母'],
      series.map(({ label, value, text, parts }) => [label, cellOf(value, text, figure.unit), parts ?? '']),
    );
  if (orgs.length > 0)
    sheetOf(
      '分机构',
      [10, 36, 16, 16, 20],
      ['名次', '机构', `数值（${figure.unit}）`, '分子/分母', '说明'],
      [
        ...orgs.map(
          ({ rank, label, value, text, parts, unranked }): Cells => [
            rank ?? '',
            label,
            cellOf(value, text, figure.unit),
            parts ?? '',
            unranked ?? '',
          ],
        ),
        ...(orgSum === null ? [] : [['', '合计', orgSum] as Cells]),
        ...(orgNote === null ? [] : [['', orgNote] as Cells]),
      ],
    );
  sheetOf(
    '明细',
    [26, 20, 48, 14, 10, 10, 14],
    ['案号', '收件编号', '案由和当事人', '归属日', '计入', '基数', '金额（元）或者日数'],
    (figure.rows ?? []).map((row) => [
      row.number ?? '未编号',
      row.receipt,
      row.title,
      row.on,
      row.counted ? '是' : '否',
      row.base ? '是' : '否',
      row.amount === null ? '' : figure.kind === 'money' ? row.amount / 100 : row.amount,
    ]),
  );
  await book.commit();
}
