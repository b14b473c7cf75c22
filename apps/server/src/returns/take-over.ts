import { CATALOGUE, type CollectedFigure, parsePeriod } from '@fadu/indicator';
import { type JsonObject, ok, type Result } from '@fadu/kernel';
import { carriedUp, collection } from '@fadu/lines';
import type { TakeOverRow } from '@fadu/wire';
import { EVERYTHING } from '../access/scope.js';
import { act, type Platform, type Unwritten } from '../matters/execute.js';
import type { MatterRecord } from '../matters/projection.js';
import { scoped } from '../storage/scoped.js';
import { type OpenAmendment, openAmendments } from './amendments.js';
import { collectedText } from './collected-text.js';
import { sumOfUnits } from './sums.js';
import type { ReturnViewer } from './viewer.js';

/** Amendments of the units that report to this return, which sees theirs: those it does not hold, and those under way. */
export async function amendmentsBelow(platform: Platform, record: MatterRecord): Promise<readonly OpenAmendment[]> {
  const period = parsePeriod(String(record.data[collection.period]))!;
  const open = await scoped(platform.pool, EVERYTHING, (client) => openAmendments(client, period));
  return open.filter(({ to, above }) => to === record.organ && (above.length === 0 || above[0]!.matter === record.id));
}

/**
 * What the approved amendments make of the rows of this return. A row that is the sum of the units is added up anew; one that
 * was typed changes by as much as those below; what does not add up is left to a person.
 */
export async function carriedRows(
  platform: Platform,
  record: MatterRecord,
  below: readonly OpenAmendment[],
): Promise<readonly TakeOverRow[]> {
  const approved = below.filter(({ stage }) => stage === 'approved');
  const changes = approved.flatMap(({ rows }) => rows);
  const codes = new Set(changes.map(({ code }) => code));
  if (codes.size === 0) return [];
  const period = parsePeriod(String(record.data[collection.period]))!;
  const sums = await sumOfUnits(platform, record.organ, period);
  const figures = (record.data[collection.figures] ?? []) as unknown as readonly CollectedFigure[];
  return CATALOGUE.filter(({ code }) => codes.has(code)).flatMap((entry): TakeOverRow[] => {
    const mine = figures.filter(({ code }) => code === entry.code);
    const [own] = mine;
    if (own === undefined) return [];
    const told = (row: CollectedFigure | null, why: string | null): TakeOverRow[] => [
      {
        code: entry.code,
        name: entry.name,
        now: collectedText(entry, mine),
        after: row && collectedText(entry, [row]),
        why,
        row,
      },
    ];
    if (mine.length > 1 || own.part !== undefined) return told(null, '本表分项填报，请逐项更正');
    if (own.origin === 'units') {
      const sum = sums.rows.find(({ code }) => code === entry.code);
      return told(sum?.row ?? null, sum?.row ? null : (sum?.why ?? '下级没有数'));
    }
    const of = changes.filter(({ code }) => code === entry.code);
    const row = of.some(({ part }) => part !== undefined) ? undefined : carriedUp(own, of, entry);
    return told(row ?? null, row === undefined ? '不能按差额加减，请自行更正' : null);
  });
}

/**
 * Puts the approved amendments below into this return and sends it up, in one act: an approved one is opened for
 * amendment, one that waits is taken back. What the platform cannot reckon stays as it was.
 */
export async function takeOver(
  platform: Platform,
  viewer: ReturnViewer,
  record: MatterRecord,
  key: string,
): Promise<Result<'done' | 'nothing', Unwritten>> {
  const below = await amendmentsBelow(platform, record);
  const rows = (await carriedRows(platform, record, below)).flatMap(({ row }) => row ?? []);
  if (rows.length === 0) return ok('nothing');
  const codes = new Set(rows.map(({ code }) => code));
  const figures = (record.data[collection.figures] ?? []) as unknown as readonly CollectedFigure[];
  const table = { [collection.figures]: [...figures.filter(({ code }) => !codes.has(code)), ...rows] };
  const steps: (readonly [action: string, input: JsonObject])[] =
    record.state === collection.approved
      ? [[collection.amend, { [collection.correction]: reasonOf(platform, below) }]]
      : record.state === collection.submitted
        ? [[collection.takeBack, {}]]
        : [];
  const input = JSON.parse(JSON.stringify(table)) as JsonObject;
  for (const [action, values] of steps) {
    const taken = await act(platform, record.id, null, {
      ...viewer,
      key: `${key}:${action}`,
      command: { action, input: values },
    });
    if (!taken.ok) return taken;
  }
  const sent = await act(platform, record.id, null, {
    ...viewer,
    key: `${key}:${collection.submit}`,
    command: { action: collection.submit, input },
  });
  if (sent.ok) return ok('done');
  // What is in the way is put right on the form: nothing is lost.
  await act(platform, record.id, null, {
    ...viewer,
    key: `${key}:${collection.save}`,
    command: { action: collection.save, input },
  });
  return sent;
}

/** Longer reasons are cut: the returns below have them in full. */
const LONGEST = 900;

function reasonOf({ directory }: Platform, below: readonly OpenAmendment[]): string {
  const words = below
    .filter(({ stage }) => stage === 'approved')
    .map(({ unit, reason }) => `${directory.nameOf(unit)}（${reason.replace(/。$/, '')}）`);
  return `计入下级更正：${words.join('；')}`.slice(0, LONGEST);
}
