import type { SearchResult } from '@fadu/wire';
import { scopeArgs } from '../access/scope.js';
import { scoped } from '../storage/scoped.js';
import { COUNT_LIMIT } from './count.js';
import type { Platform } from './execute.js';
import { plainNumber } from './list-query.js';
import type { Viewer } from './view.js';
import { queryOf } from './words.js';

const CODE = /^FD[-\s]?([2-9A-HJ-NP-Z]{4})[-\s]?([2-9A-HJ-NP-Z]{4})$/i;
const CREDIT_CODE = /^[0-9A-HJ-NP-RT-UW-Y]{18}$/i;
const PER_GROUP = 5;

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
    const words = queryOf(asked);
    if (code || words === '') return { asked, recognised, exact, groups: [] };
    const condition = "words @@ to_tsquery('simple', $1) and scope && $2::text[]";
    const given = [words, scopeArgs(viewer.scope)[0]];
    const counts = await client.query(
      `select line, count(*)::int as n from (select line from matter_seen where ${condition} limit ${COUNT_LIMIT}) t group by line`,
      given,
    );
    const groups: SearchResult['groups'][number][] = [];
    for (const { code: line, name } of platform.lines) {
      const total: number | undefined = counts.rows.find((row) => row.line === line)?.n;
      if (!total) continue;
      const { rows } = await client.query(
        `select id, coalesce(number, '收件' || receipt) as number, title from matter_seen where ${condition} and line = $3
         order by (closed_on is not null), opened_on desc, id limit ${PER_GROUP}`,
        [...given, line],
      );
      groups.push({ line, name, total, rows });
    }
    return { asked, recognised, exact, groups };
  });
}
