import { type ReportStatement, writeStatement } from '@fadu/figures';
import { MISSING_WORDS, parsePeriod, type Value } from '@fadu/indicator';
import { fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import {
  CHAPTERS,
  codesOf,
  formulas,
  ON_ACCEPTED_CASES,
  REQUIRED_CHAPTERS,
  reporting,
  speaksForGovernment,
} from '@fadu/lines';
import type { IndicatorFigure, ReportErratum } from '@fadu/wire';
import type pg from 'pg';
import type { Scope } from '../access/scope.js';
import { indicatorFigures } from '../indicators/figure.js';
import type { Platform } from '../matters/execute.js';
import { roundedCodes } from '../returns/lookup.js';
import { snapshot } from '../storage/scoped.js';
import { type Arrangement, arranged } from './arrange.js';
import type { BuiltReport, ReportChapter, ReportGap, ReportSentence } from './model.js';
import { movementOf, statementOf } from './sentence.js';
import { digestOf, settledNow, settledThen, valueAs, valueThen } from './settled.js';
import { arrangementOf, latestTexts } from './studio/desk.js';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}

/** What was settled in the matter of the report, and the words: as recorded, or as they are while it is written. */
interface Draft {
  readonly id: string;
  readonly state: string;
  readonly data: JsonObject;
  readonly texts: ReadonlyMap<string, string>;
  readonly textVersion: number;
  readonly arrangementOf: (chapter: string) => Arrangement | undefined;
}

/**
 * The report of a unit and a year: every figure that the records or the returns give, in the order of the outline, with
 * the words a person wrote beside. What nobody has is listed, never written as zero.
 */
export async function buildReport(
  platform: Platform,
  scope: Scope,
  question: {
    readonly org: string;
    readonly year: number;
    /** These chapters only: less is asked of the records. */
    readonly chapters?: readonly string[];
    /** How the statements stand in a chapter, instead of as they are kept. */
    readonly arrangement?: Arrangement;
  },
): Promise<Result<BuiltReport, Refusal>> {
  const { org, year } = question;
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    return no('year', `不能编制${year}年度的报告：年度从2000年到2100年。可以核对年度后再办理。`);
  const found = await snapshot(platform.pool, scope, async (client) => {
    const units = await client.query<Unit>(
      'select id, name, kind, parent from org where id = $1 or name = $1 order by (id = $1) desc, valid_from desc limit 1',
      [org],
    );
    const unit = units.rows[0];
    if (unit === undefined) return undefined;
    const draft = await draftOf(client, unit.id, year);
    const rounded = await roundedCodes(client, unit.id, parsePeriod(String(year - 1))!);
    return { unit, draft, rounded };
  });
  if (found === undefined) return no('org', `没有机构“${org}”。机构按标识或者全称查找，可以核对后再填写。`);
  const { unit, draft, rounded } = found;
  const asked = CHAPTERS.filter(({ key }) => question.chapters?.includes(key) ?? true);
  const figures = await figuresFor(platform, scope, unit, year, asked.flatMap(codesOf));
  const gaps: ReportGap[] = [];
  const chapters = asked.flatMap((chapter): ReportChapter[] => {
    const { order, leftOut, movements } = question.arrangement ?? draft?.arrangementOf(chapter.key) ?? AS_OUTLINED;
    const sentences = codesOf(chapter).flatMap((code) => {
      const figure = figures.get(code)!;
      const sentence = sentenceOf(figure, draft, !rounded.has(code), movements.includes(code));
      if (sentence) return [sentence];
      gaps.push(gapOf(figure));
      return [];
    });
    const texts = (draft?.texts.get(chapter.key) ?? '').split('\n').filter((line) => line.trim() !== '');
    const written = arranged(
      sentences.filter(({ code }) => !leftOut.includes(code)),
      order,
    );
    const kept = sentences.length > 0 || texts.length > 0 || REQUIRED_CHAPTERS.includes(chapter.key);
    return kept
      ? [
          {
            key: chapter.key,
            title: chapter.title,
            sentences: written,
            leftOut: sentences.filter(({ code }) => leftOut.includes(code)),
            texts,
          },
        ]
      : [];
  });
  return ok({
    unit: { id: unit.id, name: unit.name },
    year,
    title: `${year}年度法治政府建设工作报告`,
    asOf: platform.now().toISOString(),
    settledOn: settledDigest(draft) === undefined ? null : String(draft!.data[reporting.frozenOn]),
    matter: draft?.id ?? null,
    published: draft?.state === reporting.published,
    errata: draft === undefined ? [] : errataOf(draft.data),
    open: draft?.state === reporting.writing,
    textVersion: draft?.textVersion ?? 0,
    chapters,
    gaps,
    digest:
      settledDigest(draft) ?? digestOf(chapters.flatMap(({ sentences }) => sentences.map(({ settled }) => settled))),
  });
}

async function draftOf(client: pg.PoolClient, unit: string, year: number): Promise<Draft | undefined> {
  const { rows } = await client.query<Pick<Draft, 'id' | 'state' | 'data'>>(
    'select id, state, data from matter where line = $1 and refs @> $2::text[] order by id limit 1',
    [reporting.line, [`${reporting.unit}=${unit}`, `${reporting.year}=${year}`]],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.state !== reporting.writing) {
    const texts = itemsOf(row.data, reporting.texts).map(
      ({ chapter, text }) => [String(chapter), String(text)] as const,
    );
    const order = itemsOf(row.data, reporting.figures).map(({ code }) => String(code));
    return {
      ...row,
      texts: new Map(texts),
      textVersion: Number(row.data[reporting.textVersion] ?? 0),
      arrangementOf: () => ({ order, leftOut: [], movements: [] }),
    };
  }
  const texts = await latestTexts(client, row.id);
  return {
    ...row,
    texts: new Map(texts.map(({ chapter, body }) => [chapter, body])),
    textVersion: Math.max(0, ...texts.map(({ version }) => version)),
    arrangementOf: (key) => arrangementOf(texts.find(({ chapter }) => chapter === key)),
  };
}

const AS_OUTLINED: Arrangement = { order: [], leftOut: [], movements: [] };

const no = (code: string, message: string): { ok: false; error: Refusal } => fail(refusal(`report.${code}`, message));

/** The figures of these codes; what records give is asked of the government for which the unit speaks. */
async function figuresFor(
  platform: Platform,
  scope: Scope,
  unit: Unit,
  year: number,
  asked: readonly string[],
): Promise<ReadonlyMap<string, IndicatorFigure>> {
  const government = unit.parent !== null && speaksForGovernment(unit.name) ? unit.parent : undefined;
  const ask = async (codes: readonly string[], org: string): Promise<ReadonlyMap<string, IndicatorFigure>> => {
    const found = await indicatorFigures(platform, scope, { codes, org, period: String(year) });
    if (!found.ok) throw new Error(found.error.message);
    return found.value;
  };
  const fed = government === undefined ? [] : asked.filter((code) => Object.hasOwn(formulas, code));
  const [ofRecords, ofUnit] = await Promise.all([
    ask(fed, government ?? unit.id),
    ask(
      asked.filter((code) => !fed.includes(code)),
      unit.id,
    ),
  ]);
  const missing = fed.filter((code) => ofRecords.get(code)!.value.is === 'missing');
  return new Map([...ofRecords, ...ofUnit, ...(await ask(missing, unit.id))]);
}

/** What was put right after publication, in the order in which it was. */
export const errataOf = (data: JsonObject): readonly ReportErratum[] =>
  itemsOf(data, reporting.errata).map(({ on, was, now, reason, address }) => ({
    on: String(on),
    was: String(was),
    now: String(now),
    reason: String(reason),
    address: typeof address === 'string' && address !== '' ? address : null,
  }));

const itemsOf = (data: JsonObject, field: string): readonly JsonObject[] => {
  const value = data[field];
  return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
};

/** The digest that was recorded, once the figures are settled. */
const settledDigest = (draft: Draft | undefined): string | undefined => {
  const digest = draft?.data[reporting.digest];
  return typeof digest === 'string' ? digest : undefined;
};

/** Once settled, what was settled stands: a figure that came later is not in the report, one that went stays in it. */
function sentenceOf(
  figure: IndicatorFigure,
  draft: Draft | undefined,
  comparable: boolean,
  asMovement: boolean,
): ReportSentence | undefined {
  const { code, name } = figure;
  const isSettled = settledDigest(draft) !== undefined;
  const frozen = draft && itemsOf(draft.data, reporting.figures).find((item) => item.code === code);
  if (isSettled && !frozen) return undefined;
  const changed = draft && itemsOf(draft.data, reporting.overrides).find((item) => item.code === code);
  const usual = statementNow(figure, changed && Number(changed.value), comparable);
  const movement = usual && movementOf(code, usual);
  const [told, moved] = [wordsOf(usual), wordsOf(movement)];
  // Settled words say which of the two they are.
  const moves = isSettled ? frozen!.written === moved : asMovement && moved !== undefined;
  const now = moves ? moved : told;
  const written = isSettled ? String(frozen!.written) : now;
  if (written === undefined) return undefined;
  const overridden = changed && { value: String(changed.value), reason: String(changed.reason) };
  const today = valueNow(figure);
  const current = overridden ? valueAs(figure, Number(overridden.value)) : today;
  const settled = isSettled
    ? settledThen(frozen!)
    : settledNow({ code, name, written, figure, said: current, overridden });
  const computed = wordsOf(overridden ? statementNow(figure, undefined, comparable) : usual) ?? gapOf(figure).why;
  const sentence = {
    code,
    name,
    statement: (moves ? movement : usual) ?? null,
    wordings: { usual: told ?? written, movement: moved ?? null },
    asMovement: moves,
    figure,
    text: written,
    settled,
    said: isSettled ? valueThen(figure, settled) : current,
    now: overridden || written !== now ? { value: today, text: computed } : null,
  };
  if (overridden) return { ...sentence, state: 'overridden', why: overridden.reason };
  if (written === now) return { ...sentence, state: 'live', why: null };
  return { ...sentence, state: 'stale', why: `定稿后有变动，现在是：${now ?? gapOf(figure).why}` };
}

const wordsOf = (statement: ReportStatement | undefined): string | undefined =>
  statement && writeStatement(statement).replace(/。$/, '');

/** Counted on another basis than the figure itself where the sentence names that basis. */
const valueNow = ({ code, value, also }: IndicatorFigure): Value =>
  (ON_ACCEPTED_CASES.includes(code) ? also?.value : undefined) ?? value;

/** What is to be said of a figure today; a number that a person put in its place is said of it instead. */
function statementNow(figure: IndicatorFigure, override: number | undefined, comparable: boolean) {
  // Counted on another basis than the figure of the year before: without comparison.
  const other = ON_ACCEPTED_CASES.includes(figure.code) && figure.also !== null;
  const then = comparable && !other ? figure.before.value : undefined;
  return override !== undefined && Number.isFinite(override)
    ? statementOf({ ...figure, collected: null }, valueAs(figure, override), then)
    : statementOf(figure, valueNow(figure), then);
}

const gapOf = ({ code, name, value, collected }: IndicatorFigure): ReportGap => ({
  code,
  name,
  // It has a value: what was settled before there was one does not say it.
  why: value.is === 'missing' ? MISSING_WORDS[value.why] : '定稿以后才有数',
  waiting: collected?.waiting ?? [],
});
