import { CATALOGUE, type CollectedFigure, type Period, parsePeriod } from '@fadu/indicator';
import type { JsonObject } from '@fadu/kernel';
import {
  type Amended,
  amendmentsIn,
  type Change,
  changesBetween,
  collection,
  figuresInForce,
  knownSince,
} from '@fadu/lines';
import { isBlank, type MatterEvent } from '@fadu/procedure';
import type { ReturnAmendment, ReturnChange } from '@fadu/wire';
import type pg from 'pg';
import { collectedText } from './collected-text.js';
import { differenceText } from './difference-text.js';

type Rows = readonly CollectedFigure[];

/** A return with its record. */
interface Return {
  readonly id: string;
  readonly unit: string;
  readonly to: string;
  readonly state: string;
  readonly data: JsonObject;
  readonly events: readonly MatterEvent[];
  /** Of each event, by its number: in the order of time over all matters. */
  readonly order: readonly string[];
}

/** An amendment that is under way, or that a return above does not hold yet. */
export interface OpenAmendment extends Omit<ReturnAmendment, 'unit'> {
  readonly unit: string;
  readonly to: string;
  /** Number of the event that brought it to its stage. */
  readonly seq: number;
  /** The rows that it changes, as they are kept. */
  readonly rows: readonly Change[];
  /** The returns above, the nearest first; of an approved amendment the nearest is the one that does not hold it. */
  readonly above: readonly { readonly matter: string; readonly unit: string }[];
}

/** By which a return is found that is being put right or has been. */
export const AMENDED = ['own', 'asked', 'approved'].map((stage) => `${collection.amendment}=${stage}`);

/**
 * Amendments of a period: those being made, those that wait for their approval, and approved
 * ones that the return above was sent up without. Where nothing is reported above, what is approved below counts at once.
 */
export async function openAmendments(client: pg.ClientBase, period: Period): Promise<readonly OpenAmendment[]> {
  const amended = await returnsWhere(client, period, AMENDED);
  const known = new Map(amended.map((one) => [one.unit, one]));
  const asked = new Set(known.keys());
  const above = async ({ to }: Return): Promise<Return[]> => {
    if (!asked.has(to)) {
      asked.add(to);
      for (const one of await returnsWhere(client, period, [`${collection.unit}=${to}`])) known.set(one.unit, one);
    }
    const next = known.get(to);
    return next === undefined || next.to === to ? [] : [next, ...(await above(next))];
  };
  const found: OpenAmendment[] = [];
  for (const one of amended) {
    const chain = await above(one);
    const { unit, to, id: matter, data } = one;
    const of = { matter, unit, to, above: chain.map(({ id, unit: organ }) => ({ matter: id, unit: organ })) };
    if (!isBlank(data[collection.inForce])) found.push({ ...of, ...underWay(one) });
    for (const amendment of notHeld(one, chain[0])) found.push({ ...of, ...approvedStage(amendment) });
  }
  return found.sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq);
}

type Stage = Pick<OpenAmendment, 'stage' | 'seq' | 'on' | 'reason' | 'rows' | 'changes'>;

function underWay({ state, data, events }: Return): Stage {
  const begun = events.findLast(({ action }) => action === collection.amend || action === collection.reopen)!;
  const sent = state === collection.submitted;
  const step = sent ? events.findLast(({ action }) => action === collection.submit)! : begun;
  return {
    stage: sent ? 'sent' : data[collection.amendment] === 'asked' ? 'asked' : 'begun',
    seq: step.seq,
    on: step.on,
    reason: String(data[collection.correction] ?? ''),
    // What is not sent up yet is nobody else's business.
    ...changed(sent ? changesBetween(figuresInForce(state, data) ?? [], rowsOf(data)) : []),
  };
}

const approvedStage = ({ seq, on, reason, was, is }: Amended): Stage => ({
  stage: 'approved',
  seq,
  on,
  reason,
  ...changed(changesBetween(was, is)),
});

const changed = (rows: readonly Change[]): Pick<Stage, 'rows' | 'changes'> => ({ rows, changes: changeTexts(rows) });

/** Approved amendments that the return above was sent up without; only what it has a number of. */
function notHeld(of: Return, above: Return | undefined): readonly Amended[] {
  const since = above && knownSince(above.events);
  if (since === undefined) return [];
  const told = new Set(rowsOf(above!.data).map(({ code }) => code));
  const held = above!.order[since - 1]!;
  return amendmentsIn(of.events).filter(
    ({ seq, was, is }) => of.order[seq - 1]! > held && changesBetween(was, is).some(({ code }) => told.has(code)),
  );
}

const rowsOf = (data: JsonObject): Rows => (data[collection.figures] ?? []) as unknown as Rows;

const entries = new Map(CATALOGUE.map((entry) => [entry.code, entry]));

/** What an amendment changes, indicator by indicator, as it reads. */
export const changeTexts = (changes: readonly Change[]): ReturnChange[] =>
  changes.flatMap(({ code, part, was: one, is: other }) => {
    const entry = entries.get(code);
    if (entry === undefined) return [];
    const text = (row: CollectedFigure | undefined): string | null => {
      if (row === undefined) return null;
      const { part: _named, ...whole } = row;
      return collectedText(entry, [whole]);
    };
    return [
      {
        code,
        name: part === undefined ? entry.name : `${entry.name}（其中${part}）`,
        was: text(one),
        is: text(other),
        difference: differenceText(one, other, entry),
      },
    ];
  });

/** Returns of a period that are found by one of these, with their record. */
async function returnsWhere(client: pg.ClientBase, period: Period, refs: readonly string[]): Promise<Return[]> {
  const { rows } = await client.query<Return & { readonly period: string }>(
    `select m.id, m.organ as unit, m.data ->> '${collection.receiver}' as to, m.state, m.data, m.data ->> '${collection.period}' as period,
       e.events, e.order
     from matter m cross join lateral (select jsonb_agg(body order by seq) as events, array_agg(id::text order by seq) as "order"
       from event where region = m.region and matter = m.id) as e
     where m.line = $1 and m.refs && $2::text[]`,
    [collection.line, refs],
  );
  return rows.filter((row) => {
    const of = parsePeriod(row.period);
    return of?.from === period.from && of.to === period.to;
  });
}
