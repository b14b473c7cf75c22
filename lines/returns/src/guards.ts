import {
  CATALOGUE,
  COLLECTED_CHECKS,
  type CollectedFault,
  type CollectedFigure,
  type CollectedReturn,
  parsePeriod,
  type Summand,
  sumReturns,
} from '@fadu/indicator';
import { type Facts, guard, holds, is, isBlank } from '@fadu/procedure';
import { changesBetween, figuresInForce } from './amendments.js';
import { amends, DC24, setting } from './statutes.js';

const byCode = new Map(CATALOGUE.map((entry) => [entry.code, entry]));

const rowsOf = (data: Facts['data']): readonly CollectedFigure[] =>
  (data.figures ?? []) as unknown as readonly CollectedFigure[];

function sheetOf({ data, related }: Facts): CollectedReturn {
  const before = related.before?.find(({ state }) => state === 'approved') ?? related.before?.[0];
  return {
    rows: rowsOf(data),
    ...(before && { before: rowsOf(before.data) }),
    entry: (code) => byCode.get(code),
  };
}

/** All faults of a kind in one refusal: the first in words, the rest counted and listed. */
function objection(faults: readonly CollectedFault[]) {
  const [first] = faults;
  if (first === undefined) return undefined;
  const more = faults.length > 1 ? `另有${faults.length - 1}行有同类问题。` : '';
  return {
    message: `${first.message}${more}`,
    field: 'figures',
    facts: { codes: faults.map((fault) => fault.code).join('、') },
  };
}

const checked = (code: string, check: keyof typeof COLLECTED_CHECKS, severity: 'hard' | 'soft' = 'hard') =>
  guard(code, DC24, (facts) => objection(COLLECTED_CHECKS[check](sheetOf(facts))), severity, ['before']);

export const unknownCode = checked('returns.unknown_code', 'unknownCodes');
export const twice = checked('returns.filled_twice', 'filledTwice');
export const form = checked('returns.wrong_form', 'wrongForm');
export const range = checked('returns.rate_range', 'rateOutOfRange');
export const counts = checked('returns.rate_counts', 'rateAgainstCounts');
export const parts = checked('returns.parts_whole', 'partsBeyondWhole');
export const totals = checked('returns.totals', 'totalsDiffer');
export const overlap = checked('returns.overlap', 'overlappingParts', 'soft');
export const jump = checked('returns.jump', 'unexplainedJump', 'soft');

/** Whoever takes the trouble to put something right changes something; asked by the superior, it may stand by its figures. */
export const nothingAmended = guard('returns.nothing_amended', amends(24, 2), ({ data }) =>
  holds(is('amendment', 'own'), data) &&
  !isBlank(data.inForce) &&
  changesBetween(data.inForce as unknown as readonly CollectedFigure[], rowsOf(data)).length === 0
    ? { message: '不能报送更正：没有一项与审定的数不同。请改好要更正的项；不需要更正的，撤销更正。', field: 'figures' }
    : undefined,
);

/** A row that says it is the sum of the units below is that sum now, not the one of last week. */
export const unitsSum = guard(
  'returns.units_sum',
  DC24,
  ({ data, related }) => {
    const parts = (related.below ?? []).map(
      ({ id, state, data: below }): Summand => ({ name: id, rows: figuresInForce(state, below) ?? null }),
    );
    return objection(
      rowsOf(data).flatMap((row): CollectedFault[] => {
        const entry = byCode.get(row.code);
        if (row.origin !== 'units' || entry === undefined) return [];
        const sum = sumReturns(entry, parts, 'units').row;
        if (sum === null || changesBetween([row], [sum]).length === 0) return [];
        return [
          {
            rule: 'total',
            severity: 'hard',
            code: row.code,
            message: `“${entry.name}”注明是下级合计，填${saidOf(row)}，下级审定的数现在合计${saidOf(sum)}。请重新汇总下级，或者自行填写。`,
          },
        ];
      }),
    );
  },
  'hard',
  ['below'],
);

/** Only what was put right below may be kept out. */
export const nothingBelow = guard(
  'returns.nothing_below',
  amends(24, 2),
  ({ related }) =>
    (related.below ?? []).some(({ data }) => data.amendment === 'approved')
      ? undefined
      : { message: '不能写明不计入：下级没有审定过更正。本表的数错了，用“更正”。' },
  'hard',
  ['below'],
);

const saidOf = ({ value, numerator, denominator }: CollectedFigure): string =>
  numerator === undefined ? (value ?? '') : `${numerator}÷${denominator}`;

export const period = guard('returns.period', setting('期间的写法'), ({ data }) => {
  for (const field of ['period', 'before'] as const) {
    const text = data[field];
    if (typeof text === 'string' && parsePeriod(text) === undefined)
      return {
        message: `“${text}”不是期间。可以写2023、2023H1、2023Q2或者2023-03，请改后再填。`,
        field,
      };
  }
  return undefined;
});

export const another = guard(
  'returns.another',
  setting('同一期间一张表'),
  ({ matter, related, data }) =>
    (related.same ?? []).some(({ id }) => id !== matter?.id)
      ? {
          message: `填报单位${data.period}已经有一张填报表，同一期间只填一张。请打开原表继续填报；已审定的，由接收单位退回更正。`,
          field: 'period',
        }
      : undefined,
  'hard',
  ['same'],
);
