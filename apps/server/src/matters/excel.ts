import type { Writable } from 'node:stream';
import { dayOf } from '@fadu/kernel';
import { type Line, printValue, specAt, valueAt } from '@fadu/procedure';
import type { ListQuery } from '@fadu/wire';
import exceljs from 'exceljs';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { listSql, whereOf } from './list-query.js';
import { recordOf } from './matter-row.js';
import { cutData, cutFor } from './served.js';
import type { Viewer } from './view.js';

const BATCH = 1_000;

/**
 * The whole list as a table, written while it is read: rows of one snapshot, in the order of the last day. Sensitive
 * values stay masked, as on screen.
 */
export async function writeExcel(
  platform: Platform,
  viewer: Viewer,
  line: Line,
  query: ListQuery,
  out: Writable,
): Promise<void> {
  const sql = await listSql(platform, viewer, { ...query, line: line.code });
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = book.addWorksheet(line.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '第&P页共&N页' },
  });
  const fields = line.list.columns.map((path) => ({ path, spec: specAt(line.fields, path) }));
  sheet.columns = [
    { header: '案号', width: 24 },
    { header: '收件编号', width: 18 },
    { header: '案由和当事人', width: 48 },
    { header: '承办机关', width: 24 },
    { header: '状态', width: 10 },
    { header: '最近届满', width: 12 },
    { header: '承办', width: 16 },
    { header: '收件日', width: 12 },
    { header: '办结日', width: 12 },
    ...fields.map(({ path, spec }) => ({
      header: `${spec?.label ?? path}${spec?.kind === 'money' ? '（元）' : spec?.kind === 'integer' && spec.unit ? `（${spec.unit}）` : ''}`,
      width: spec?.kind === 'money' || spec?.kind === 'date' ? 14 : 22,
      style: spec?.kind === 'money' ? { numFmt: '#,##0.00' } : {},
    })),
  ];
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  await scoped(platform.pool, viewer.scope, async (client) => {
    await client.query(
      `declare rows no scroll cursor for select * from matter_seen where ${whereOf(sql)} order by (closed_on is not null), due_on nulls last, id`,
      [...sql.values],
    );
    for (;;) {
      const { rows } = await client.query(`fetch ${BATCH} from rows`);
      for (const row of rows) {
        const record = recordOf(row);
        const data = cutData(record.data, cutFor(viewer, line, record));
        sheet
          .addRow([
            record.number ?? '未编号',
            record.receipt,
            record.title,
            platform.directory.nameOf(record.organ),
            line.states[record.state]?.name ?? record.state,
            record.dueOn ?? '无',
            record.people.map(platform.directory.nameOf).join('、') || '未定',
            record.openedOn,
            record.closedOn ?? '在办',
            ...fields.map(({ path, spec }) => {
              const value = valueAt(data, path);
              if (value === undefined || value === null || value === '') return '缺数';
              if (spec?.kind === 'money') return Number(value) / 100;
              if (spec?.kind === 'integer') return Number(value);
              return spec?.kind === 'date' ? String(value) : printValue(spec, value, platform.directory.nameOf);
            }),
          ])
          .commit();
      }
      if (rows.length < BATCH) break;
    }
  });
  sheet.addRow([]).commit();
  sheet
    .addRow([
      `导出：${viewer.actor.kind === 'official' ? viewer.actor.name : ''}，${dayOf(platform.now())}；敏感信息已遮盖`,
    ])
    .commit();
  await book.commit();
}
