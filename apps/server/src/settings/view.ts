import { amountText } from '@fadu/calendar';
import { addDays, dayOf, type PlainDate } from '@fadu/kernel';
import {
  basesOf,
  type Clock,
  countClock,
  countingSettings,
  type Line,
  readersOf,
  type Setting,
  type SettingValue,
  settingCode,
  settingsOn,
  settingText,
} from '@fadu/procedure';
import type { SettingDecisionView, SettingPreview, SettingView } from '@fadu/wire';
import { postNameOf } from '../access/posts.js';
import { alertDue } from '../law/alert-due.js';
import { alertSettingCode, alertSettings } from '../law/alert-settings.js';
import type { Platform } from '../matters/execute.js';
import { chainOf, type SettingDecision } from './settings.js';

interface Found {
  readonly code: string;
  readonly key: string;
  readonly setting: Setting;
  /** Undefined: a point that is not of one line: of counting, or of the law base. */
  readonly line: Line | undefined;
  readonly group: 'line' | 'calendar' | 'law';
}

/** Every setting there is: those of counting, of the lines, of the law base. */
export const allSettings = (lines: readonly Line[]): Found[] => [
  ...Object.entries(countingSettings).map(([key, setting]) => ({
    code: settingCode({ code: '' }, key),
    key,
    setting,
    line: undefined,
    group: 'calendar' as const,
  })),
  ...lines.flatMap((line) =>
    Object.entries(line.settings ?? {}).map(([key, setting]) => ({
      code: settingCode(line, key),
      key,
      setting,
      line,
      group: 'line' as const,
    })),
  ),
  ...Object.entries(alertSettings).map(([key, setting]) => ({
    code: alertSettingCode(key),
    key,
    setting,
    line: undefined,
    group: 'law' as const,
  })),
];

/** What a group that is of no one line is called. */
const GROUPS = { calendar: '期限计算', law: '法规变动' } as const;

/** What is counted by a setting: clocks and papers of lines; of the law base the last day of an alert. */
function readersIn({ key, setting, line, group }: Found, lines: readonly Line[]): SettingView['readers'] {
  if (group === 'law') return [{ kind: 'clock', code: key, name: setting.name, lineName: GROUPS.law }];
  return (line ? [line] : lines).flatMap((one) =>
    readersOf(one, key).map((reader) => ({ ...reader, lineName: one.name })),
  );
}

export function viewSetting(
  platform: Platform,
  found: Found,
  region: string,
  regionName: (code: string) => string,
): SettingView {
  const { code, setting, line, group } = found;
  const today = dayOf(platform.now());
  const view = (one: SettingDecision): SettingDecisionView => ({
    region: one.region,
    regionName: regionName(one.region),
    from: one.from,
    value: one.value,
    valueText: one.value === null ? '不再另行规定' : settingText(setting, one.value),
    reason: one.reason,
    byName: platform.directory.nameOf(one.by),
    postName: postNameOf(platform.lines, one.post),
    orgName: platform.directory.nameOf(one.org),
    at: one.at,
    leaf: one.leaf,
  });
  const levels = chainOf(region);
  const history = platform.settings
    .of(code)
    .filter((one) => levels.includes(one.region))
    .toReversed();
  const decided = platform.settings.decisionFor(region, code, today);
  const value = decided?.value ?? setting.default;
  return {
    code,
    line: line?.code ?? null,
    lineName: line?.name ?? (group === 'law' ? GROUPS.law : GROUPS.calendar),
    name: setting.name,
    question: setting.question,
    basis: basesOf(setting.basis),
    kind: setting.kind,
    options: setting.kind === 'choice' ? setting.options : null,
    unit: setting.kind === 'amount' ? amountText(0, setting.unit).slice(1) : null,
    min: setting.kind === 'amount' ? setting.min : null,
    max: setting.kind === 'amount' ? setting.max : null,
    otherwise: setting.default,
    otherwiseText: settingText(setting, setting.default),
    value,
    valueText: settingText(setting, value),
    decided: decided ? view(decided) : null,
    coming: history.filter((one) => one.from > today).map(view),
    history: history.map(view),
    readers: readersIn(found, platform.lines),
  };
}

/** Days of an assumed suspension: it begins on the fifth day and lasts ten. */
const SUSPENDED = [5, 15] as const;

/** What a value does to clocks that start on a day, beside what holds in the region on that day. */
export function previewSetting(
  platform: Platform,
  { code: setting, key, line, group, setting: of }: Found,
  region: string,
  value: SettingValue,
  on: PlainDate,
): SettingPreview {
  if (group === 'law') {
    const last = (amount: SettingValue): PlainDate => alertDue(Number(amount), null, on, platform.calendar());
    const before = platform.settings.lookupIn(region)(setting, on) ?? of.default;
    return {
      clocks: [
        {
          line: group,
          lineName: GROUPS.law,
          name: of.name,
          event: '提示',
          from: on,
          assumed: '变动已经施行',
          before: last(before),
          after: last(value),
        },
      ],
    };
  }
  const lines = line ? [line] : platform.lines;
  const clocks = lines.flatMap((one) =>
    readersOf(one, key)
      .filter((reader) => reader.kind === 'clock')
      .flatMap(({ code }) => {
        const clock: Clock = one.clocks[code]!;
        const known = { ...settingsOn(one, platform.settings.lookupIn(region), on) };
        const before = lastDay(platform, clock, key, known, on);
        const after = lastDay(platform, clock, key, { ...known, [key]: value }, on);
        if (before === undefined || after === undefined) return [];
        const assumed = assumedOf(clock, key);
        const { name, event } = clock;
        return [{ line: one.code, lineName: one.name, name, event, from: on, assumed, before, after }];
      }),
  );
  return { clocks };
}

function assumedOf(clock: Clock, key: string): string | null {
  if (key === 'suspensionDays') return `第${SUSPENDED[0]}日中止，第${SUSPENDED[1]}日恢复`;
  const most = clock.extend?.atMost;
  return key === 'extendFrom' && most !== undefined ? `延长${amountText(most, clock.limit.unit)}` : null;
}

function lastDay(
  platform: Platform,
  clock: Clock,
  key: string,
  $setting: Readonly<Record<string, SettingValue>>,
  from: PlainDate,
): PlainDate | undefined {
  const [begin, end] = SUSPENDED;
  const pausable = key === 'suspensionDays' && clock.limit.unit !== 'hour';
  const counted = countClock({
    clock,
    data: { $setting },
    from,
    calendar: platform.calendar(),
    ...(pausable && { suspensions: [{ from: addDays(from, begin), to: addDays(from, end) }] }),
    ...(key === 'extendFrom' && clock.extend && { extension: clock.extend.atMost }),
  });
  return counted.ok ? counted.value.legalDue : undefined;
}
