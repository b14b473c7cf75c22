import { RATE_OF } from '@fadu/indicator';
import { chineseDate, type PlainDate } from '@fadu/kernel';
import type { Collected } from '@fadu/wire';
import type { Asked } from '../indicators/figure.js';
import type { OpenAmendment } from './amendments.js';

/** At most so many are told one by one. */
const MOST = 5;

/**
 * What is about to change a figure that returns give: one of those it was taken from is being put right, or does not hold yet
 * what a unit below has put right. `places`: also the figures of the places below, each with its own returns.
 */
export async function amendmentNotes(
  { client, scope, returns, definition, period, org, platform }: Asked,
  collected: Collected | undefined,
  places = false,
): Promise<string[]> {
  const open = await returns.amendments(scope, period);
  if (open.length === 0) return [];
  const from = new Set(collected?.from.map(({ matter }) => matter));
  const within = (unit: string) => `${platform.directory.findOrg(unit)?.path ?? ''}.`.startsWith(`${org.path}.`);
  // A rate moves with the counts it is made of.
  const { numerator = null, denominator = null } = Object.hasOwn(RATE_OF, definition.code)
    ? RATE_OF[definition.code]!
    : {};
  const made = [numerator, denominator];
  const touching = open.filter((one) => {
    const own = from.has(one.matter) || (places && within(one.unit));
    // Approved it is in what it was taken from already; what stands above does not hold it.
    const above = one.above.some(({ matter, unit }) => from.has(matter) || (places && within(unit)));
    const told = one.changes.some(({ code }) => code === definition.code || made.includes(code));
    if (one.stage === 'begun' || one.stage === 'asked') return own;
    return told && (above || (one.stage === 'sent' && own));
  });
  const { rows } = await client.query<{ id: string }>('select id from matter where id = any($1)', [
    touching.map(({ matter }) => matter),
  ]);
  const seen = new Set(rows.map(({ id }) => id));
  const notes = touching.map((one) =>
    noteOf(one, [definition.code, ...made], platform.directory.nameOf, seen.has(one.matter)),
  );
  return notes.length > MOST ? [...notes.slice(0, MOST), `另有${notes.length - MOST}处更正。`] : notes;
}

/** `all`: also the numbers and the reason, which are told to who may read the return itself. */
function noteOf(
  one: OpenAmendment,
  codes: readonly (string | null)[],
  nameOf: (id: string) => string,
  all: boolean,
): string {
  const { unit, to, stage, on, reason, changes } = one;
  const told = changes.filter(({ code }) => codes.includes(code));
  const change = told.map((one) => `${one.code === codes[0] ? '' : one.name}${changeWords(one)}`).join('，');
  const words = all && told.length > 0 ? `，${change}` : '';
  const day = chineseDate(on as PlainDate);
  const why = !all || reason === '' ? '' : `理由：${reason.replace(/[。；]$/, '')}。`;
  switch (stage) {
    case 'begun':
      return `${nameOf(unit)}${day}起更正已审定的填报，审定以前仍用原数。${why}`;
    case 'asked':
      return `${nameOf(to)}${day}要求${nameOf(unit)}更正已审定的填报，审定以前仍用原数。${why}`;
    case 'sent':
      return `${nameOf(unit)}${day}报送更正${words}，等待${nameOf(to)}审定，现在仍用原数。${why}`;
    case 'approved':
      return `${nameOf(unit)}的更正${day}已审定${words}，${nameOf(one.above[0]!.unit)}的填报还没有计入。${why}`;
  }
}

export const changeWords = ({ was, is, difference }: OpenAmendment['changes'][number]): string =>
  was === null
    ? `增报${is ?? ''}`
    : is === null
      ? `撤下${was}`
      : `由${was}改为${is}${difference === null ? '' : `（${difference}）`}`;
