import type { SearchResult } from '@fadu/wire';
import { scoped } from '../storage/scoped.js';
import type { Platform } from './execute.js';
import { listSql, pageSql, plainNumber } from './list-query.js';
import { pageRows } from './list-rows.js';
import { recordOf } from './matter-row.js';
import type { Viewer } from './view.js';

const CODE = /^FD[-\s]?([2-9A-HJ-NP-Z]{4})[-\s]?([2-9A-HJ-NP-Z]{4})$/i;
const CREDIT_CODE = /^[0-9A-HJ-NP-RT-UW-Y]{18}$/i;
const PER_GROUP = 5;
const LATEST = '-opened';

/**
 * What was typed into the search field: a number of a matter or a document in any bracket style, a verification code, a
 * credit code (exact only), else words. Row security leaves out what the viewer may not see, counts included.
 */
export async function searchEverywhere(
  platform: Platform,
  viewer: Viewer,
  typed: string,
): Promise<Omit<SearchResult, 'clause' | 'laws'>> {
  const asked = plainNumber(typed);
  const code = CODE.exec(asked);
  const recognised = code
    ? 'code'
    : CREDIT_CODE.test(asked)
      ? 'creditCode'
      : /〔\d{4}〕|^收件|^\d{4}-[0-9A-Z]{6,12}$/i.test(asked)
        ? 'number'
        : 'words';
  const inLines = await Promise.all(
    (code ? [] : platform.lines).map(async (line) => ({
      line,
      sql: await listSql(platform, viewer, { line: line.code, q: asked, sort: LATEST }),
    })),
  );
  return scoped(platform.pool, viewer.scope, async (client) => {
    const found = code
      ? await client.query(
          'select m.id, m.title, d.name from document d join matter m on m.region = d.region and m.id = d.matter where d.code = $1 limit 1',
          [`FD-${code[1]}-${code[2]}`.toUpperCase()],
        )
      : await client.query(
          `select id, title, coalesce(number, receipt) as name from matter_seen where number = $1 or receipt = upper($2)
           union all select m.id, m.title, d.name || ' ' || d.number from document d join matter m on m.region = d.region and m.id = d.matter where d.number = $1 limit 1`,
          [asked, asked.replace(/^收件(编号)?/, '')],
        );
    const exact = found.rows[0]
      ? { id: found.rows[0].id, label: `${found.rows[0].name} ${found.rows[0].title}` }
      : null;
    const groups: SearchResult['groups'][number][] = [];
    for (const { line, sql } of inLines) {
      if (!sql.words) break;
      const page = pageSql({ sort: LATEST }, sql.values.length);
      const { rows, counted } = await pageRows(client, sql, page, PER_GROUP);
      const { code, name } = line;
      if (rows.length > 0) groups.push({ line: code, name, ...counted, rows: rows.slice(0, PER_GROUP).map(hitOf) });
    }
    return { asked, recognised, exact, groups };
  });
}

const hitOf = (row: Record<string, unknown>): SearchResult['groups'][number]['rows'][number] => {
  const { id, number, receipt, title } = recordOf(row);
  return { id, number: number ?? `收件${receipt}`, title };
};
