import { fail, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import type { DescribeBody, FigureBody, FigureStepBody } from '@fadu/wire';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { pageAt } from './read-waiting.js';
import { bodyOfRow, FIGURE_COLUMNS, type FigureRow, knownIndicator } from './rows.js';

/** Who works at the desk. */
export interface Reader {
  readonly person: string;
  readonly post: string;
  readonly scope: Scope;
}

/** `gone`: nothing there in this scope. `moved`: somebody was quicker; a sentence for people. */
export type StepFailure =
  | { readonly kind: 'gone' }
  | { readonly kind: 'moved'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Outcome<T> = Result<T, StepFailure>;

interface File {
  readonly region: string;
  readonly id: string;
  readonly state: string;
  readonly body: string | null;
  readonly pages: number[] | null;
}

const refused = (code: string, message: string): { ok: false; error: StepFailure } =>
  fail({ kind: 'refused', refusal: refusal(`reading.${code}`, message) });

async function fileOf(client: pg.ClientBase, id: string): Promise<Outcome<File>> {
  const { rows } = await client.query<File>('select region, id, state, body, pages from reading_file where id = $1', [
    id,
  ]);
  const file = rows[0];
  if (!file) return fail({ kind: 'gone' });
  if (file.state !== 'read') return refused('not_read', '不能核对：这个文件还没有读完。读完后再核对。');
  return ok(file);
}

interface Written {
  readonly n: number | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly note?: string | null | undefined;
}

const record = (client: pg.ClientBase, platform: Platform, reader: Reader, file: File, step: Written) =>
  client.query(
    `insert into reading_step (region, file, n, kind, person, post, at, before, after, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      file.region,
      file.id,
      step.n,
      step.kind,
      reader.person,
      reader.post,
      platform.now(),
      step.before === null ? null : JSON.stringify(step.before),
      step.after === null ? null : JSON.stringify(step.after),
      step.note ?? null,
    ],
  );

/** Confirms, rejects, takes up again or corrects a figure; what stood before stays in the record. */
export const takeStep = (
  platform: Platform,
  reader: Reader,
  id: string,
  n: number,
  step: FigureStepBody,
): Promise<Outcome<true>> =>
  scoped(platform.pool, reader.scope, async (client): Promise<Outcome<true>> => {
    const file = await fileOf(client, id);
    if (!file.ok) return file;
    const { rows } = await client.query<FigureRow>(
      `select ${FIGURE_COLUMNS} from reading_figure where file = $1 and n = $2 for update`,
      [id, n],
    );
    const row = rows[0];
    if (!row) return fail({ kind: 'gone' });
    if (row.revision !== step.revision) return fail(await moved(platform, client, id, n));
    const before = bodyOfRow(row);
    const after = step.step === 'correct' ? step.figure : before;
    if (step.step === 'correct') {
      const wrong = await faultOf(client, file.value, n, step.figure);
      if (wrong) return wrong;
    }
    const state = STATE_AFTER[step.step];
    await write(client, file.value, n, state, after);
    const note = 'note' in step ? step.note : null;
    await record(client, platform, reader, file.value, {
      n,
      kind: step.step,
      before: { state: row.state, ...before },
      after: { state, ...after },
      note,
    });
    return ok(true);
  });

const STATE_AFTER = { confirm: 'confirmed', correct: 'confirmed', reject: 'rejected', reopen: 'open' } as const;

const write = (client: pg.ClientBase, file: File, n: number, state: string, figure: FigureBody) => {
  const { start, end, role, indicator, ...body } = figure;
  return client.query(
    `update reading_figure set state = $4, start = $5, stop = $6, page = $7, role = $8, indicator = $9, body = $10, revision = revision + 1
     where region = $1 and file = $2 and n = $3`,
    [
      file.region,
      file.id,
      n,
      state,
      start,
      end,
      pageAt(file.pages ?? [], start),
      role,
      indicator,
      JSON.stringify(body),
    ],
  );
};

/** Adds a figure that the reader left out. @returns its number; the same key gives the same. */
export const addFigure = (
  platform: Platform,
  reader: Reader,
  id: string,
  { key, figure, note }: { readonly key: string; readonly figure: FigureBody; readonly note?: string | undefined },
): Promise<Outcome<number>> =>
  scoped(platform.pool, reader.scope, async (client): Promise<Outcome<number>> => {
    const file = await fileOf(client, id);
    if (!file.ok) return file;
    const wrong = await faultOf(client, file.value, null, figure);
    if (wrong) return wrong;
    // One at a time, so that each gets a number of its own.
    await client.query('select 1 from reading_file where id = $1 for update', [id]);
    const there = await client.query<{ n: number }>('select n from reading_figure where file = $1 and key = $2', [
      id,
      key,
    ]);
    if (there.rows[0]) return ok(there.rows[0].n);
    const { start, end, role, indicator, ...body } = figure;
    const { rows } = await client.query<{ n: number }>(
      `insert into reading_figure (region, file, n, state, start, stop, page, role, indicator, body, added_by, key)
       select $1, $2, coalesce(max(n) + 1, 0), 'confirmed', $3, $4, $5, $6, $7, $8, $9, $10 from reading_figure where file = $2
       returning n`,
      [
        file.value.region,
        id,
        start,
        end,
        pageAt(file.value.pages ?? [], start),
        role,
        indicator,
        JSON.stringify(body),
        reader.person,
        key,
      ],
    );
    const { n } = rows[0]!;
    await record(client, platform, reader, file.value, { n, kind: 'add', before: null, after: figure, note });
    return ok(n);
  });

/** Confirms all open figures that are at least so sure, each on the record. @returns how many. */
export const confirmSure = (platform: Platform, reader: Reader, id: string, least: number): Promise<Outcome<number>> =>
  scoped(platform.pool, reader.scope, async (client): Promise<Outcome<number>> => {
    const file = await fileOf(client, id);
    if (!file.ok) return file;
    const { rowCount } = await client.query(
      `with sure as (
         update reading_figure set state = 'confirmed', revision = revision + 1
         where file = $2 and state = 'open' and confidence >= $6::real returning n)
       insert into reading_step (region, file, n, kind, person, post, at, before, after, note)
       select $1, $2, n, 'confirm', $3, $4, $5, '{"state": "open"}', '{"state": "confirmed"}', $7 from sure`,
      [
        file.value.region,
        id,
        reader.person,
        reader.post,
        platform.now(),
        least,
        `成批确认：把握不低于${least.toFixed(2)}`,
      ],
    );
    return ok(rowCount ?? 0);
  });

/** Says whose report it is, of which year, and where it was published. */
export const describeAs = (
  platform: Platform,
  reader: Reader,
  id: string,
  { revision, ...said }: DescribeBody,
): Promise<Outcome<true>> =>
  scoped(platform.pool, reader.scope, async (client): Promise<Outcome<true>> => {
    const file = await fileOf(client, id);
    if (!file.ok) return file;
    const { rows } = await client.query<DescribeBody>(
      `select title, publisher, place, level, within, year, url, published_on::text as "publishedOn", revision
       from reading_file where id = $1 for update`,
      [id],
    );
    const { revision: now, ...before } = rows[0]!;
    if (now !== revision) return fail(await moved(platform, client, id, null));
    const publisherOrg = [...platform.directory.allOrgs()].find(({ name }) => name === said.publisher)?.id ?? null;
    await client.query(
      `update reading_file set title = $2, publisher = $3, publisher_org = $4, place = $5, level = $6, within = $7, year = $8, url = $9,
         published_on = $10, revision = revision + 1 where id = $1`,
      [
        id,
        said.title,
        said.publisher,
        publisherOrg,
        said.place,
        said.level,
        said.within,
        said.year,
        said.url,
        said.publishedOn,
      ],
    );
    await record(client, platform, reader, file.value, { n: null, kind: 'describe', before, after: said });
    return ok(true);
  });

async function moved(platform: Platform, client: pg.ClientBase, id: string, n: number | null): Promise<StepFailure> {
  const { rows } = await client.query<{ person: string; at: Date }>(
    'select person, at from reading_step where file = $1 and n is not distinct from $2 order by seq desc limit 1',
    [id, n],
  );
  const last = rows[0];
  const who = last ? platform.directory.nameOf(last.person) : '另一人';
  const at = last ? `已于${chinaTime(last.at)}` : '刚刚';
  return {
    kind: 'moved',
    message: `${who}${at}改过${n === null ? '报告登记' : '这个数'}，没有保存。请看过现在的内容再改。`,
  };
}

/** 10:12 in China. */
const chinaTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

/** What is wrong with a figure as a person says it; undefined when nothing is. */
async function faultOf(
  client: pg.ClientBase,
  { body, id }: File,
  n: number | null,
  figure: FigureBody,
): Promise<{ ok: false; error: StepFailure } | undefined> {
  const text = body ?? '';
  if (figure.end <= figure.start || figure.end > text.length || figure.end - figure.start > 60)
    return refused('span', '不能保存：起止不在原文里，或者超过60个字。请在原文中重新选取这个数。');
  if (figure.valueTo !== null && figure.valueTo < figure.value)
    return refused('range', '不能保存：范围的上限小于下限。请核对两个数值。');
  if (figure.role !== 'change' && figure.polarity !== null)
    return refused('polarity', '不能保存：只有变化才有升降。请改角色，或者清除升降。');
  if (figure.indicator !== null && !knownIndicator(figure.indicator))
    return refused('indicator', `不能保存：没有指标${figure.indicator}。请从全国目录里选。`);
  const others = [figure.of, figure.refersTo].filter((other) => other !== null);
  if (others.some((other) => other === n))
    return refused('self', '不能保存：一个数不能修饰自己，也不能是自己的一部分。请选另一个数。');
  if (others.length > 0) {
    const { rows } = await client.query('select n from reading_figure where file = $1 and n = any($2)', [id, others]);
    if (rows.length < new Set(others).size)
      return refused('other', '不能保存：所指的另一个数不在这份报告里。请重新选。');
  }
  return undefined;
}
