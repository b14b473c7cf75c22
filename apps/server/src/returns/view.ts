import { type CollectedFigure, type Period, periodName } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import { amendmentsIn, changesBetween, collection, figuresInForce, getLine, standingOf } from '@fadu/lines';
import { isBlank, type MatterEvent } from '@fadu/procedure';
import { type ActionView, DOMAIN_NAMES, type ReturnMatter, type ReturnView } from '@fadu/wire';
import type { Org } from '../access/directory.js';
import { covers } from '../indicators/counting.js';
import { actionsOf } from '../matters/action-views.js';
import { findMatter, type Platform } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { scoped } from '../storage/scoped.js';
import { changeTexts } from './amendments.js';
import { comparedWith, returnForm } from './form.js';
import { isPeriod } from './status.js';
import { divisionsOf } from './sums.js';
import { amendmentsBelow, carriedRows } from './take-over.js';
import { fillsAt, type ReturnViewer } from './viewer.js';

/** The return of a unit and a period as this post may see it; undefined when it may not. */
export async function viewReturn(
  platform: Platform,
  viewer: ReturnViewer,
  unit: Org,
  period: Period,
): Promise<ReturnView | undefined> {
  const record = await findReturn(platform, viewer, unit.id, period);
  const seesBelow = viewer.scope.orgs.includes(unit.id) || covers(viewer.scope, unit, false);
  if (record === undefined && !seesBelow) return undefined;
  const before = comparedWith(period, record?.data[collection.before]);
  const { rows, earlier } = await returnForm(platform, viewer.scope, unit, period, before);
  const matter = record && (await matterOf(platform, viewer, record));
  const sections = record?.data[collection.sections] as readonly string[] | undefined;
  const asked = (domain: string) => sections === undefined || sections.length === 0 || sections.includes(domain);
  const mayFill = matter !== undefined && matter.may.save !== null;
  const below = record === undefined ? [] : await amendmentsBelow(platform, record);
  const carried = record === undefined ? [] : await carriedRows(platform, record, below);
  const mayBegin = record === undefined && fillsAt(viewer, unit.id);
  return {
    unit: { id: unit.id, name: unit.name },
    period: { text: period.text, name: periodName(period) },
    before: { text: before.text, name: periodName(before) },
    matter: matter ?? null,
    mayBegin,
    lastTo: mayBegin ? await lastReceiver(platform, viewer, unit.id) : null,
    domains: Object.entries(DOMAIN_NAMES).flatMap(([code, name]) => (asked(code) ? [{ code, name }] : [])),
    rows: rows.filter(({ domain }) => asked(domain)),
    earlier,
    below: below.map(({ matter: of, unit: organ, stage, on, reason, changes }) => ({
      matter: of,
      unit: { id: organ, name: platform.directory.nameOf(organ) },
      stage,
      on,
      // The numbers of a return are for those whom it was sent to, and those who see all of the place.
      reason: seesBelow ? reason : '',
      changes: seesBelow ? changes : [],
    })),
    takeOver:
      carried.length === 0 || !seesBelow
        ? null
        : {
            rows: carried,
            may: fillsAt(viewer, unit.id) && carried.some(({ row }) => row !== null),
          },
    sums: {
      units: mayFill && (await hasUnitsBelow(platform, unit.id)),
      periods: mayFill && divisionsOf(period).length > 0,
    },
  };
}

async function matterOf(platform: Platform, viewer: ReturnViewer, record: MatterRecord): Promise<ReturnMatter> {
  const line = getLine(collection.line);
  const { data } = record;
  const text = (field: string): string | null => (typeof data[field] === 'string' ? (data[field] as string) : null);
  const dueOn = text(collection.due) ?? '';
  const own = fillsAt(viewer, record.organ);
  const figures = figuresFor(viewer, record);
  const running = Object.values(record.clocks).some(
    (clock) => clock.stoppedOn === undefined || clock.stoppedOn === null,
  );
  return {
    id: record.id,
    revision: record.revision,
    stateName: standingOf(record.state, data),
    tone: line.states[record.state]?.tone ?? 'idle',
    to: platform.directory.nameOf(text(collection.receiver) ?? ''),
    dueOn,
    late: running && dueOn < dayOf(platform.now()),
    remindedOn: text(collection.reminded),
    remindedBy:
      text(collection.remindedBy) === 'platform'
        ? '平台按期限'
        : platform.directory.nameOf(text(collection.receiver) ?? ''),
    reminder: text('reminder'),
    returnReason: record.state === collection.returned ? returnReason(record) : null,
    note: text('note'),
    figures,
    amending: isBlank(data[collection.inForce])
      ? null
      : {
          asked: data[collection.amendment] === 'asked',
          sent: record.state === collection.submitted,
          reason: text(collection.correction) ?? '',
          changes:
            own || record.state === collection.submitted
              ? changeTexts(changesBetween(figuresInForce(record.state, data) ?? [], figures))
              : [],
        },
    amended: isBlank(data[collection.amendedOn]) ? [] : await amendedOf(platform, viewer, record),
    may: mayOf(actionsOf(platform, viewer, line, record).filter(({ status }) => status === 'possible')),
  };
}

/** The rows of a return: what is not sent up yet is its own unit's business, others read what was approved. */
export function figuresFor(
  viewer: ReturnViewer,
  { organ, state, data }: Pick<MatterRecord, 'organ' | 'state' | 'data'>,
): readonly CollectedFigure[] {
  const all = (data[collection.figures] ?? []) as unknown as readonly CollectedFigure[];
  if (fillsAt(viewer, organ) || state === collection.submitted) return all;
  return figuresInForce(state, data) ?? all;
}

/** Sent back before it was approved, or after. */
const returnReason = ({ previousState, data }: MatterRecord): string | null => {
  const reason = previousState === collection.approved ? data[collection.correction] : data.returnReason;
  return typeof reason === 'string' ? reason : null;
};

/** Approved amendments of a return, the latest first. */
const amendedOf = (
  platform: Platform,
  viewer: ReturnViewer,
  { region, id }: MatterRecord,
): Promise<ReturnMatter['amended']> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query<{ body: MatterEvent }>(
      'select body from event where region = $1 and matter = $2 order by seq',
      [region, id],
    );
    return amendmentsIn(rows.map(({ body }) => body))
      .map(({ on, reason, was, is }) => ({ on, reason, changes: changeTexts(changesBetween(was, is)) }))
      .reverse();
  });

function mayOf(possible: readonly Pick<ActionView, 'action' | 'name'>[]): ReturnMatter['may'] {
  const { save, submit, takeBack, check, remind, amend, giveUp, settleBelow } = collection;
  const one = (wanted: string) => possible.find(({ action }) => action === wanted)?.action ?? null;
  const known: readonly string[] = [save, submit, takeBack, check, remind, amend, giveUp, settleBelow];
  return {
    save: one(save),
    submit: one(submit),
    takeBack: one(takeBack),
    approve: one(check),
    amend: one(amend),
    giveUp: one(giveUp),
    settleBelow: one(settleBelow),
    others: possible.filter(({ action }) => !known.includes(action)).map(({ action, name }) => ({ action, name })),
  };
}

/** The organization to which the unit reported last. */
const lastReceiver = (platform: Platform, viewer: ReturnViewer, unit: string): Promise<ReturnView['lastTo']> =>
  scoped(platform.pool, viewer.scope, async (client) => {
    const { rows } = await client.query<{ to: string }>(
      `select data ->> $3 as to from matter where line = $1 and refs @> $2::text[] and data ->> $3 <> '' order by opened_on desc, id desc limit 1`,
      [collection.line, [`${collection.unit}=${unit}`], collection.receiver],
    );
    return rows[0] ? { id: rows[0].to, name: platform.directory.nameOf(rows[0].to) } : null;
  });

async function findReturn(
  platform: Platform,
  viewer: ReturnViewer,
  unit: string,
  period: Period,
): Promise<MatterRecord | undefined> {
  const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
    client.query<{ id: string; period: string }>(
      `select id, data ->> $3 as period from matter where line = $1 and refs @> $2::text[] order by opened_on desc, id`,
      [collection.line, [`${collection.unit}=${unit}`], collection.period],
    ),
  );
  const row = rows.find((one) => isPeriod(one.period, period));
  return row && (await findMatter(platform, viewer.scope, row.id))?.record;
}

/** Whether anybody ever reported to this unit. */
async function hasUnitsBelow(platform: Platform, unit: string): Promise<boolean> {
  const { rows } = await scoped(platform.pool, { orgs: [unit], paths: [], matter: null }, (client) =>
    client.query<{ there: boolean }>(
      'select exists (select from matter where line = $1 and orgs @> array[$2] and data ->> $3 = $2) as there',
      [collection.line, unit, collection.receiver],
    ),
  );
  return rows[0]!.there;
}
