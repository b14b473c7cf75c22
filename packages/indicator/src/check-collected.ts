import type { CatalogueEntry } from '@fadu/catalogue';
import { type CollectedFigure, collectedValue, decimalOf, wholeOf } from './collected.js';
import { PART_OF, RATE_OF, SUM_OF } from './relations.js';
import { decimalText, type Value } from './value.js';

/** What is wrong with a return. `soft`: may be sent with a reason, which stays with the figure. */
export interface CollectedFault {
  readonly rule: 'code' | 'twice' | 'form' | 'range' | 'counts' | 'parts' | 'total' | 'jump';
  readonly severity: 'hard' | 'soft';
  readonly code: string;
  readonly message: string;
}

/** What the checks ask of the catalogue. */
type CheckedEntry = Pick<CatalogueEntry, 'name' | 'unit' | 'kind'>;

export interface CollectedReturn {
  readonly rows: readonly CollectedFigure[];
  /** Rows of the period before, where there is a return. */
  readonly before?: readonly CollectedFigure[];
  readonly entry: (code: string) => CheckedEntry | undefined;
}

type Check = (sheet: CollectedReturn) => CollectedFault[];

/** From this change against the period before a reason is asked for, in percent (setting). */
const JUMP_PERCENT = 50;
/** Smaller numbers jump by chance. */
const JUMP_FROM = 10;

const nameOf = (row: CollectedFigure, entry: CheckedEntry): string =>
  row.part === undefined ? entry.name : `${entry.name}（其中${row.part}）`;

const amountOf = (value: Value | undefined): number | undefined =>
  value?.is === 'count' ? value.count : value?.is === 'money' ? value.fen / 100 : undefined;

const known = ({ rows, entry }: CollectedReturn): { row: CollectedFigure; of: CheckedEntry }[] =>
  rows.flatMap((row) => {
    const of = entry(row.code);
    return of ? [{ row, of }] : [];
  });

/** The amount of an indicator in the return: the whole, or the sum of its parts; undefined when not stated exactly. */
function amount({ rows, entry }: CollectedReturn, code: string, exactly = true): number | undefined {
  const of = entry(code);
  const whole =
    of &&
    wholeOf(
      rows.filter((row) => row.code === code),
      of,
    );
  return whole && (!exactly || whole.approx === 'exact') ? amountOf(whole.value) : undefined;
}

const unknownCodes: Check = ({ rows, entry }) =>
  rows
    .filter((row) => entry(row.code) === undefined)
    .map(({ code }) => ({
      rule: 'code',
      severity: 'hard',
      code,
      message: `目录里没有指标 ${code}。指标编码以全国目录为准，请核对后再填。`,
    }));

const filledTwice: Check = (sheet) =>
  known(sheet)
    .filter(
      ({ row }, index, all) => all.findIndex((one) => one.row.code === row.code && one.row.part === row.part) !== index,
    )
    .map(({ row, of }) => ({
      rule: 'twice',
      severity: 'hard',
      code: row.code,
      message: `“${nameOf(row, of)}”填了两次。同一指标只填一行；是组成部分的，写明“其中”的名称。`,
    }));

/** A value where there is one, none where there is none, digits that can be counted with. */
const wrongForm: Check = (sheet) =>
  known(sheet).flatMap(({ row, of }) => {
    const name = nameOf(row, of);
    const fault = (message: string): CollectedFault[] => [{ rule: 'form', severity: 'hard', code: row.code, message }];
    const counts = row.numerator !== undefined || row.denominator !== undefined;
    if (row.kind !== 'value')
      return row.value !== undefined || counts
        ? fault(`“${name}”选了没有数，又填了数值。有数的选“有数”；没有数的清空数值，零要填0。`)
        : row.kind !== 'notReported' && row.reason === undefined
          ? fault(`“${name}”没有数，须写明原因。`)
          : [];
    if (row.value === undefined && !counts) return fault(`“${name}”没有填数值。确为零的填0；没有数的选明是哪一种。`);
    if (counts && of.unit !== '%') return fault(`“${name}”不是比率，不填分子、分母。`);
    if (counts && (row.numerator === undefined || row.denominator === undefined))
      return fault(`“${name}”的分子、分母须同时填写；只有比率的，只填数值。`);
    if (row.denominator === 0) return fault(`“${name}”的分母为零，比率无从计算，请选“不适用”并写明原因。`);
    if (row.value !== undefined && decimalOf(row.value) === undefined)
      return fault(
        `“${name}”的数值“${row.value.slice(0, 20)}${row.value.length > 20 ? '……' : ''}”无法计算。只填数字，整数部分不超过十三位，小数不超过四位。`,
      );
    const whole = of.kind === 'count' || (of.kind === 'stock' && !of.name.startsWith('每'));
    if (whole && row.value?.includes('.')) return fault(`“${name}”以“${of.unit}”计，须为整数。`);
    if (of.kind === 'money' && collectedValue(row, of) === undefined)
      return fault(`“${name}”的金额精确到分，小数不超过两位。`);
    return [];
  });

const percent = (row: CollectedFigure): number | undefined =>
  row.value === undefined || decimalOf(row.value) === undefined ? undefined : Number(row.value);

const rateOutOfRange: Check = (sheet) =>
  known(sheet).flatMap(({ row, of }) => {
    if (of.unit !== '%' || row.kind !== 'value') return [];
    const beyond =
      (percent(row) ?? 0) > 100 || (row.denominator !== undefined && (row.numerator ?? 0) > row.denominator);
    return beyond
      ? [
          {
            rule: 'range' as const,
            severity: 'hard' as const,
            code: row.code,
            message: `“${nameOf(row, of)}”超过100%。比率在0至100之间，分子是分母的一部分；请核对分子、分母。`,
          },
        ]
      : [];
  });

/** A stated rate equals its counts, given beside it or elsewhere in the return, as far as its decimals go. */
const rateAgainstCounts: Check = (sheet) =>
  known(sheet).flatMap(({ row, of }) => {
    const stated = percent(row);
    if (of.unit !== '%' || stated === undefined || row.part !== undefined) return [];
    const by = RATE_OF[row.code];
    const numerator = row.numerator ?? (by?.numerator ? amount(sheet, by.numerator) : undefined);
    const denominator = row.denominator ?? (by?.denominator ? amount(sheet, by.denominator) : undefined);
    if (numerator === undefined || denominator === undefined || denominator === 0) return [];
    const places = row.value!.split('.')[1]?.length ?? 0;
    const computed = decimalText(numerator, denominator, 100, Math.max(places, 2));
    if (Math.abs(Number(computed) - stated) <= 0.5 / 10 ** places + 1e-9) return [];
    return [
      {
        rule: 'counts',
        severity: 'hard',
        code: row.code,
        message: `“${of.name}”填${row.value}%，按${numerator}÷${denominator}计算是${computed}%。请核对；两者所指不同的，另行注明口径。`,
      },
    ];
  });

const partsBeyondWhole: Check = (sheet) => {
  const within = known(sheet).flatMap(({ row, of }) => {
    if (row.part !== undefined || of.unit === '%') return [];
    const parts = sheet.rows.filter((one) => one.code === row.code && one.part !== undefined);
    const whole = amountOf(collectedValue(row, of));
    const largest = Math.max(...parts.map((part) => amountOf(collectedValue(part, of)) ?? 0));
    return parts.length > 0 && whole !== undefined && row.approx !== 'over' && largest > whole
      ? [fault(row.code, `“${of.name}”为${whole}${of.unit}，其中一项为${largest}${of.unit}，部分大于总数。请核对。`)]
      : [];
  });
  const between = PART_OF.flatMap(([part, whole]) => {
    const [less, more] = [amount(sheet, part, false), amount(sheet, whole)];
    if (less === undefined || more === undefined || less <= more) return [];
    const [one, other] = [sheet.entry(part)!, sheet.entry(whole)!];
    return [
      fault(part, `“${one.name}”${less}${one.unit}大于“${other.name}”${more}${other.unit}，部分不能大于总数。请核对。`),
    ];
  });
  return [...within, ...between];

  function fault(code: string, message: string): CollectedFault {
    return { rule: 'parts', severity: 'hard', code, message };
  }
};

/** Parts may overlap (涉企 and 未成年人), so together they may exceed the whole; then it is said how. */
const overlappingParts: Check = (sheet) =>
  known(sheet).flatMap(({ row, of }) => {
    if (row.part !== undefined || row.reason !== undefined || row.approx === 'over' || of.unit === '%') return [];
    const parts = sheet.rows.filter((one) => one.code === row.code && one.part !== undefined);
    const whole = amountOf(collectedValue(row, of));
    const amounts = parts.map((part) => amountOf(collectedValue(part, of)) ?? 0);
    const sum = amounts.reduce((all, one) => all + one, 0);
    if (whole === undefined || parts.length < 2 || sum <= whole || amounts.some((one) => one > whole)) return [];
    return [
      {
        rule: 'parts',
        severity: 'soft',
        code: row.code,
        message: `“${of.name}”为${whole}${of.unit}，其中各项合计${sum}${of.unit}，大于总数。请核对；各项有交叉的，写明原因。`,
      },
    ];
  });

const totalsDiffer: Check = (sheet) =>
  Object.entries(SUM_OF).flatMap(([whole, parts]) => {
    const [total, amounts] = [amount(sheet, whole), parts.map((part) => amount(sheet, part))];
    if (total === undefined || amounts.some((one) => one === undefined)) return [];
    const sum = amounts.reduce<number>((all, one) => all + one!, 0);
    if (sum === total) return [];
    const of = sheet.entry(whole)!;
    return [
      {
        rule: 'total',
        severity: 'hard',
        code: whole,
        message: `“${of.name}”填${total}${of.unit}，各项相加是${sum}${of.unit}。合计须等于各项之和，请核对。`,
      },
    ];
  });

/** Not impossible, but somebody will ask: the reason is written now, by who knows it. */
const unexplainedJump: Check = (sheet) =>
  known(sheet).flatMap(({ row, of }) => {
    if (row.part !== undefined || row.reason !== undefined || sheet.before === undefined) return [];
    const now = amount(sheet, row.code, false);
    const before = amount({ ...sheet, rows: sheet.before }, row.code, false);
    if (now === undefined || before === undefined || Math.max(now, before) < JUMP_FROM) return [];
    if (before > 0 && Math.abs(now - before) * 100 < before * JUMP_PERCENT) return [];
    if (now === before) return [];
    return [
      {
        rule: 'jump',
        severity: 'soft',
        code: row.code,
        message: `“${of.name}”上期${before}${of.unit}，本期${now}${of.unit}，变动超过${JUMP_PERCENT}%。请核对；确实如此的，写明原因。`,
      },
    ];
  });

export const COLLECTED_CHECKS = {
  unknownCodes,
  filledTwice,
  wrongForm,
  rateOutOfRange,
  rateAgainstCounts,
  partsBeyondWhole,
  overlappingParts,
  totalsDiffer,
  unexplainedJump,
} as const;

/** Everything that is wrong, hard faults first. */
export const checkCollected = (sheet: CollectedReturn): CollectedFault[] =>
  Object.values(COLLECTED_CHECKS)
    .flatMap((check) => check(sheet))
    .sort((one, two) => one.severity.localeCompare(two.severity));
