import {
  amountText,
  type CountingMethods,
  DEFAULT_METHODS,
  type Deadline,
  type Suspension,
  type Unit,
} from '@fadu/calendar';
import { type JsonObject, type LegalBasis, type PlainDate, statute } from '@fadu/kernel';
import { fieldsOf, holds, isBlank, valueAt } from './condition.js';
import type { Clock, Line } from './line.js';

export type SettingValue = string | number;

interface SettingBase {
  readonly name: string;
  /** What the law leaves open, in one sentence without a full stop. */
  readonly question: string;
  readonly basis: LegalBasis | readonly LegalBasis[];
}

/**
 * A point the law leaves open, settled by a value that a region may change from a day on. Whatever rests on it is shown
 * with ※. Clocks, conditions and papers read it as `$setting.key`, guards as `facts.settings`.
 */
export type Setting = SettingBase &
  (
    | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>>; readonly default: string }
    /** Whole units of a period, both bounds inclusive. */
    | {
        readonly kind: 'amount';
        readonly unit: Unit;
        readonly min: number;
        readonly max: number;
        readonly default: number;
      }
  );

export const choiceSetting = <const O extends Readonly<Record<string, string>>>(
  name: string,
  options: O,
  otherwise: keyof O & string,
  more: Omit<SettingBase, 'name'>,
) => ({ kind: 'choice', name, options, default: otherwise, ...more }) as const satisfies Setting;

export const amountSetting = (
  name: string,
  unit: Unit,
  otherwise: number,
  more: Omit<SettingBase, 'name'> & { readonly min?: number; readonly max: number },
) => ({ kind: 'amount', name, unit, default: otherwise, min: 1, ...more }) as const satisfies Setting;

const MF = statute('中华人民共和国民法典');

/** Points of counting that are the same question in every line. */
export const countingSettings = {
  clearDays: choiceSetting(
    '倒推期限（若干日前）怎么计算',
    { between: '通知之日与该日之间须有足额日数，两头都不计', ordinary: '该日不计，向前第若干日即为最迟日' },
    DEFAULT_METHODS.clearDays,
    { question: '法律只规定“若干日前”，没有规定通知之日是否计算在内', basis: MF(201, 1) },
  ),
  suspensionDays: choiceSetting(
    '中止、恢复当日是否计入',
    {
      from: '中止当日不计入，恢复当日计入',
      to: '中止当日计入，恢复当日不计入',
      both: '两日都不计入',
      neither: '两日都计入',
    },
    DEFAULT_METHODS.suspensionDays,
    { question: '法律规定中止期间不计入期限，没有规定中止当日和恢复当日是否计入', basis: MF(201, 1) },
  ),
  extendFrom: choiceSetting(
    '延长的期间从哪一日接着计算',
    { nominal: '从顺延前的名义届满日接着计算', legal: '从顺延后的届满日接着计算' },
    DEFAULT_METHODS.extendFrom,
    { question: '法律规定可以延长，没有规定从顺延前还是顺延后的届满日接着计算', basis: MF(203, 1) },
  ),
} as const satisfies Record<keyof CountingMethods, Setting>;

/** All settings a line may read, by key. */
export const settingsOf = (line: Pick<Line, 'settings'>): Readonly<Record<string, Setting>> => ({
  ...countingSettings,
  ...line.settings,
});

/** The name of a setting across lines: `calendar/clearDays` for those of counting, else `line/key`. */
export const settingCode = (line: Pick<Line, 'code'>, key: string): string =>
  `${Object.hasOwn(countingSettings, key) ? 'calendar' : line.code}/${key}`;

/** What a region has settled for a day; undefined: nothing, the default holds. */
export type SettingLookup = (code: string, on: PlainDate) => SettingValue | undefined;

export const fitsSetting = (setting: Setting, value: unknown): value is SettingValue =>
  setting.kind === 'choice'
    ? typeof value === 'string' && Object.hasOwn(setting.options, value)
    : Number.isSafeInteger(value) && (value as number) >= setting.min && (value as number) <= setting.max;

/** Every setting of the line with its value on a day. A value that the definition no longer knows gives way to the default. */
export const settingsOn = (
  line: Pick<Line, 'code' | 'settings'>,
  lookup: SettingLookup | undefined,
  on: PlainDate,
): Readonly<Record<string, SettingValue>> => {
  const values: Record<string, SettingValue> = {};
  for (const { key, code, setting } of namedIn(line)) {
    const value = lookup?.(code, on);
    values[key] = fitsSetting(setting, value) ? value : setting.default;
  }
  return values;
};

const named = new WeakMap<object, readonly { key: string; code: string; setting: Setting }[]>();

/** The settings of a line with their names; told once for each line, since every step asks for all of them. */
function namedIn(line: Pick<Line, 'code' | 'settings'>) {
  let known = named.get(line);
  if (!known) {
    known = Object.entries(settingsOf(line)).map(([key, setting]) => ({ key, code: settingCode(line, key), setting }));
    named.set(line, known);
  }
  return known;
}

/** A value as people read it: the words of a choice, 30日. */
export const settingText = (setting: Setting, value: SettingValue): string =>
  setting.kind === 'choice'
    ? (setting.options[String(value)] ?? String(value))
    : amountText(Number(value), setting.unit);

/** The amount an official settled; read by guards. @throws Error when the line has no such setting: a fault of the definition. */
export function amountOf(settings: Readonly<Record<string, SettingValue>>, key: string): number {
  const value = settings[key];
  if (typeof value !== 'number') throw new Error(`no amount ${key} among the settings`);
  return value;
}

const PREFIX = '$setting.';
export const settingOfField = (field: string): string | undefined =>
  field.startsWith(PREFIX) ? field.slice(PREFIX.length) : undefined;

/** What the counting of a clock so far rests on: keys of settings, none twice. */
export function settingsUsed(
  clock: Clock,
  data: JsonObject,
  state: { readonly suspensions: readonly Suspension[]; readonly extension: number },
): string[] {
  if (clock.until && !isBlank(valueAt(data, clock.until))) return [];
  const conditions = [clock.when, ...(clock.cases ?? []).map((one) => one.when)];
  return [
    ...new Set([
      ...(clock.amountFrom ? [clock.amountFrom] : []),
      ...conditions.flatMap((one) => (one ? fieldsOf(one) : [])).flatMap((field) => settingOfField(field) ?? []),
      ...(clock.restsOn ?? []).flatMap(({ setting, when }) => (!when || holds(when, data) ? [setting] : [])),
      ...(clock.limit.direction === 'backward' ? ['clearDays'] : []),
      ...(state.suspensions.length > 0 ? ['suspensionDays'] : []),
      ...(state.extension > 0 ? ['extendFrom'] : []),
    ]),
  ];
}

/** The methods of counting among settings. */
export const methodsIn = (data: JsonObject): Partial<CountingMethods> =>
  (data.$setting as Partial<CountingMethods> | undefined) ?? {};

/**
 * One sentence for each setting used: its value, and who settled it (`平台默认` where nobody did).
 * @param decidedBy words for who settled a value, by key.
 */
export const settingSteps = (
  line: Pick<Line, 'settings'>,
  used: Readonly<Record<string, SettingValue>>,
  decidedBy: Readonly<Record<string, string>> = {},
): Deadline['explanation'] =>
  Object.entries(used).flatMap(([key, value]) => {
    const setting = settingsOf(line)[key];
    if (!setting) return [];
    const who = decidedBy[key] ?? (value === setting.default ? '平台默认' : '本地另行规定');
    const bases = [setting.basis].flat() as LegalBasis[];
    return [
      {
        text: `设置：${setting.name}——${settingText(setting, value)}（${who}）`,
        note: setting.question,
        ...(bases[0] && { basis: bases[0] }),
      },
    ];
  });
