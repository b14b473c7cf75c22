import { type CollectedFigure, type Period, periodName } from '@fadu/indicator';
import { dayOf } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import { type ActionView, DOMAIN_NAMES, type ReturnMatter, type ReturnView } from '@fadu/wire';
import type { Org } from '../access/directory.js';
import { actionsOf } from '../matters/action-views.js';
import { findMatter, type Platform } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { scoped } from '../storage/scoped.js';
import { comparedWith, returnForm } from './form.js';
import { isPeriod } from './status.js';
import { divisionsOf } from './sums.js';
import { fillsAt, type ReturnViewer } from './viewer.js';

/** The return of a unit and a period as this post may see it; undefined when it may not. */
export async function viewReturn(
  platform: Platform,
  viewer: ReturnViewer,
  unit: Org,
  period: Period,
): Promise<ReturnView | undefined> {
  const record = await findReturn(platform, viewer, unit.id, period);
  const within = viewer.scope.paths.some((path) => unit.path === path || unit.path.startsWith(`${path}.`));
  if (record === undefined && !within && !viewer.scope.orgs.includes(unit.id)) return undefined;
  const before = comparedWith(period, record?.data[collection.before]);
  const { rows, earlier } = await returnForm(platform, viewer.scope, unit, period, before);
  const matter = record && matterOf(platform, viewer, record);
  const sections = record?.data[collection.sections] as readonly string[] | undefined;
  const asked = (domain: string) => sections === undefined || sections.length === 0 || sections.includes(domain);
  const mayFill = matter !== undefined && matter.may.save !== null;
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
    sums: {
      units: mayFill && (await hasUnitsBelow(platform, unit.id)),
      periods: mayFill && divisionsOf(period).length > 0,
    },
  };
}

function matterOf(platform: Platform, viewer: ReturnViewer, record: MatterRecord): ReturnMatter {
  const line = getLine(collection.line);
  const { data } = record;
  const text = (field: string): string | null => (typeof data[field] === 'string' ? (data[field] as string) : null);
  const dueOn = text(collection.due) ?? '';
  const running = Object.values(record.clocks).some(
    (clock) => clock.stoppedOn === undefined || clock.stoppedOn === null,
  );
  return {
    id: record.id,
    revision: record.revision,
    stateName: line.states[record.state]?.name ?? record.state,
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
    returnReason: record.state === collection.returned ? (text('correction') ?? text('returnReason')) : null,
    note: text('note'),
    figures: (data[collection.figures] ?? []) as unknown as readonly CollectedFigure[],
    may: mayOf(actionsOf(platform, viewer, line, record).filter(({ status }) => status === 'possible')),
  };
}

function mayOf(possible: readonly Pick<ActionView, 'action' | 'name'>[]): ReturnMatter['may'] {
  const { save, submit, takeBack, check, remind } = collection;
  const one = (wanted: string) => possible.find(({ action }) => action === wanted)?.action ?? null;
  const known: readonly string[] = [save, submit, takeBack, check, remind];
  return {
    save: one(save),
    submit: one(submit),
    takeBack: one(takeBack),
    approve: one(check),
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
