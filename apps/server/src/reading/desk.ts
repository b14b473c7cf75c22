import { CONFIDENT } from '@fadu/figures';
import type {
  DeskFigure,
  FigureShow,
  FigureStepped,
  MarkedFigure,
  ReadingDesk,
  ReadingPart,
  ReadingQueue,
  WordsPlace,
} from '@fadu/wire';
import type pg from 'pg';
import type { Official } from '../api/session.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { FIGURE_COLUMNS, type FigureRow, indicatorName, viewFigure } from './rows.js';
import { partsOf, placesOf } from './text.js';
import { findReport } from './view.js';

/** From here on figures may be confirmed all at once. */
const SURE = 0.9;
/** Characters told before and after a figure. */
const AROUND = { before: 30, after: 20 } as const;

/** A report as it lies on the desk, without text and figures; undefined when it is not in scope. */
export const openDesk = (platform: Platform, viewer: Official, id: string): Promise<ReadingDesk | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const report = await findReport(platform, viewer, client, id);
    if (!report) return undefined;
    const { body, pages } = (await textOf(client, id))!;
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from reading_figure where file = $1 and state = 'open' and confidence >= $2::real`,
      [id, SURE],
    );
    return {
      report,
      parts: partsOf(body),
      pages,
      confident: CONFIDENT,
      sure: { least: SURE, count: rows[0]!.count },
    };
  });

/** A part of the text, by its place from 0, with the figures in it. */
export const openPart = (
  platform: Platform,
  viewer: Official,
  id: string,
  at: number,
): Promise<ReadingPart | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const text = await textOf(client, id);
    const part = text && partsOf(text.body)[at];
    if (!part) return undefined;
    const { rows } = await client.query<FigureRow>(
      `select ${FIGURE_COLUMNS} from reading_figure where file = $1 and start >= $2 and start < $3 order by start, n`,
      [id, part.start, part.end],
    );
    return {
      ...part,
      text: text.body.slice(part.start, part.end),
      figures: rows.map((row) => markOf(row, text.body)),
    };
  });

/** Figures of a state: what waits with the least sure first, all else in the order of the text. */
export const openQueue = (
  platform: Platform,
  viewer: Official,
  id: string,
  { show, from, most }: { readonly show: FigureShow; readonly from: number; readonly most: number },
): Promise<ReadingQueue | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const text = await textOf(client, id);
    if (!text) return undefined;
    const { rows } = await client.query<FigureRow & { total: number }>(
      `select ${FIGURE_COLUMNS}, (count(*) over ())::int as total from reading_figure
       where file = $1 and ($2 = 'all' or state = $2) order by ${keysOf(show).join(', ')} offset $3 limit $4`,
      [id, show, from, most],
    );
    return {
      total: rows[0]?.total ?? 0,
      figures: rows.map((row) => {
        const { reasons, ...figure } = viewFigure(row, text.body);
        return figure;
      }),
    };
  });

/** By what figures are ordered; one that a person added is as sure as can be. */
const keysOf = (show: FigureShow): readonly string[] =>
  show === 'open' ? ['coalesce(confidence, 1)', 'start', 'n'] : ['start', 'n'];

/** One figure with the text around it, those it hangs together with, and its neighbours among those of a state. */
export const openFigure = (
  platform: Platform,
  viewer: Official,
  id: string,
  n: number,
  show: FigureShow,
): Promise<DeskFigure | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const text = await textOf(client, id);
    const row = text && (await figureRow(client, id, n));
    if (!row) return undefined;
    const figure = viewFigure(row, text.body);
    const other = async (at: number | null): Promise<MarkedFigure | null> => {
      const found = at === null ? undefined : await figureRow(client, id, at);
      return found ? markOf(found, text.body) : null;
    };
    const beside = async (step: '>' | '<', way: 'asc' | 'desc'): Promise<number | null> => {
      const keys = keysOf(show);
      // Those on the other side come after: round the end.
      const { rows } = await client.query<{ n: number }>(
        `select n from reading_figure where file = $1 and n <> $2 and ($3 = 'all' or state = $3)
         order by (${keys.join(', ')}) ${step} (select ${keys.join(', ')} from reading_figure where file = $1 and n = $2) desc,
           ${keys.map((key) => `${key} ${way}`).join(', ')} limit 1`,
        [id, n, show],
      );
      return rows[0]?.n ?? null;
    };
    return {
      figure,
      before: text.body.slice(Math.max(0, row.start - AROUND.before), row.start),
      after: text.body.slice(row.stop, row.stop + AROUND.after),
      of: await other(figure.of),
      refersTo: await other(figure.refersTo),
      next: await beside('>', 'asc'),
      previous: await beside('<', 'desc'),
    };
  });

/** One figure, with the report's counts: what a step answers, however long the report is. */
export const findFigure = (
  platform: Platform,
  viewer: Official,
  id: string,
  n: number,
): Promise<FigureStepped | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const report = await findReport(platform, viewer, client, id);
    const row = await figureRow(client, id, n);
    if (!report || !row) return undefined;
    return { report, figure: viewFigure(row, (await textOf(client, id))!.body) };
  });

/** Every place where these words stand in the text; at most twenty. */
export const findPlaces = (
  platform: Platform,
  viewer: Official,
  id: string,
  words: string,
): Promise<readonly WordsPlace[] | undefined> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const text = await textOf(client, id);
    return text && placesOf(text.body, words);
  });

async function textOf(
  client: pg.ClientBase,
  id: string,
): Promise<{ readonly body: string; readonly pages: readonly number[] } | undefined> {
  // Offsets are UTF-16 units, which only we count so.
  const { rows } = await client.query<{ body: string | null; pages: number[] | null }>(
    'select body, pages from reading_file where id = $1',
    [id],
  );
  return rows[0] && { body: rows[0].body ?? '', pages: rows[0].pages ?? [] };
}

async function figureRow(client: pg.ClientBase, id: string, n: number): Promise<FigureRow | undefined> {
  const { rows } = await client.query<FigureRow>(
    `select ${FIGURE_COLUMNS} from reading_figure where file = $1 and n = $2`,
    [id, n],
  );
  return rows[0];
}

const markOf = ({ n, start, stop, state, indicator, body }: FigureRow, text: string): MarkedFigure => ({
  n,
  start,
  end: stop,
  state,
  text: text.slice(start, stop),
  name: indicatorName(indicator) ?? body.subject,
});
