import { clockTone, type Deadline, remaining, type WorkCalendar } from '@fadu/calendar';
import { addDays, daysBetween, type JsonObject, type PlainDate } from '@fadu/kernel';
import {
  type ClockState,
  countClock,
  isPaused,
  type Line,
  limitOf,
  type Matter,
  ruleSetAt,
  type SettingValue,
  settingCode,
  settingSteps,
  settingsOf,
  settingsUsed,
  settingText,
  withText,
} from '@fadu/procedure';
import type { ClockExplanation, ClockView } from '@fadu/wire';
import { chainOf } from '../settings/settings.js';
import type { Platform } from './execute.js';

/** A clock with where it stands today. `mine`: whether the viewer sits with the one who must act. */
export function viewClock(
  line: Line,
  matter: Matter,
  state: ClockState,
  today: PlainDate,
  calendar: WorkCalendar,
  mine: (holder: string) => boolean,
): ClockView {
  const clock = line.clocks[state.code]!;
  const settled = settledFor(line, matter, state);
  const settings = settled.$setting;
  const { limit, basis } = limitOf(clock, settled);
  return {
    ...state,
    name: clock.name,
    event: clock.event,
    expiry: clock.expiry,
    holder: clock.holder,
    mine: mine(clock.holder),
    unit: limit.unit,
    basis: withText(basis),
    unverified: clock.unverified ?? null,
    rests: Object.entries(settings).flatMap(([key, value]) => {
      const setting = settingsOf(line)[key];
      if (!setting) return [];
      const { name, question } = setting;
      return [{ code: settingCode(line, key), name, question, value: settingText(setting, value) }];
    }),
    acts: (clock.onExpiry && line.actions[clock.onExpiry]?.name) || null,
    atExpiry: clock.atExpiry ?? null,
    standing: standingOf(state, limit, today, calendar),
  };
}

/**
 * What a clock is counted by: the matter's fields, the law of its start, and the settings it rests on with the values it
 * was counted with. A clock started before settings were recorded stands on the defaults.
 */
function settledFor(
  line: Line,
  matter: Matter,
  state: ClockState,
): JsonObject & { readonly $setting: Readonly<Record<string, SettingValue>> } {
  const $setting: Record<string, SettingValue> = {};
  const data = { ...matter.data, $ruleSet: ruleSetAt(line, matter, state.startedOn), $setting };
  const settings = settingsOf(line);
  for (const key of settingsUsed(line.clocks[state.code]!, data, state)) {
    const value = state.settings?.[key] ?? settings[key]?.default;
    if (value !== undefined) $setting[key] = value;
  }
  return data;
}

/** Who settled the values a clock rests on, in words, by key; those nobody settled are left out. */
export function decidersOf(
  { settings, directory }: Pick<Platform, 'settings' | 'directory'>,
  line: Line,
  matter: Matter,
  state: ClockState,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(state.settings ?? {}).flatMap(([key, value]) => {
      const code = settingCode(line, key);
      const decision = settings
        .of(code)
        .filter((one) => one.value === value && chainOf(matter.region).includes(one.region))
        .at(-1);
      return decision ? [[key, `${directory.nameOf(decision.org)}自${decision.from}起设定`] as const] : [];
    }),
  );
}

function standingOf(
  state: ClockState,
  limit: { amount: number; unit: ClockView['unit'] },
  today: PlainDate,
  calendar: WorkCalendar,
): ClockView['standing'] {
  if (state.outcome !== null) {
    const late = state.outcome === 'late' ? remaining(state, limit.unit, state.stoppedOn!, calendar).amount : 0;
    return { tone: 'done', amount: late };
  }
  if (isPaused(state)) {
    const since = state.suspensions.find((one) => one.to === undefined)!.from;
    const left = remaining({ legalDue: state.legalDue }, limit.unit, since, calendar);
    return {
      tone: 'paused',
      amount: daysBetween(since, today),
      leftAfterResume: left.state === 'normal' ? left.amount : 0,
    };
  }
  return {
    tone: clockTone(state, limit, today, calendar),
    amount: remaining(state, limit.unit, today, calendar).amount,
  };
}

/**
 * How a clock was counted, sentence by sentence and day by day.
 * @param decidedBy words for who settled a point of counting, by key.
 */
export function explainClock(
  line: Line,
  matter: Matter,
  state: ClockState,
  calendar: WorkCalendar,
  asOf: PlainDate,
  decidedBy: Readonly<Record<string, string>> = {},
): ClockExplanation {
  const settled = settledFor(line, matter, state);
  const counted = countClock({
    clock: line.clocks[state.code]!,
    data: settled,
    from: state.startedOn,
    calendar,
    suspensions: state.suspensions.map((one) => (one.to === undefined ? { ...one, to: asOf } : one)),
    extension: state.extension,
  });
  if (!counted.ok) throw new Error(`the clock ${state.code} no longer counts: ${counted.error.message}`);
  const explanation = [...counted.value.explanation, ...settingSteps(line, settled.$setting, decidedBy)];
  return explanationOf(state.code, { ...counted.value, explanation }, calendar, state.suspensions);
}

/** A counting as screens show it: its sentences, and the strip of days with the reason for each day not counted. */
export function explanationOf(
  code: string,
  value: Deadline,
  calendar: WorkCalendar,
  suspensions: ClockState['suspensions'] = [],
): ClockExplanation {
  const days: ClockExplanation['days'][number][] = [];
  const tally = new Set<string>(value.counted);
  const first = value.counted[0] ?? addDays(value.from, 1);
  const last = value.legalDue > value.nominalDue ? value.legalDue : value.nominalDue;
  for (let day = first < last ? first : last; day <= last && days.length < 800; day = addDays(day, 1)) {
    const { kind, name } = calendar.describe(day);
    const suspended =
      !tally.has(day) && suspensions.some((one) => day >= one.from && (one.to === undefined || day <= one.to));
    const why = suspended
      ? '中止'
      : kind === 'weekend'
        ? '周末'
        : kind === 'holiday'
          ? (name ?? '法定休假日')
          : kind === 'makeup'
            ? '班'
            : null;
    days.push({ date: day, counted: tally.has(day), why });
  }
  return {
    code,
    steps: value.explanation.map((step) => ({
      text: step.text,
      ...(step.basis && { basis: withText(step.basis) }),
      ...(step.note && { note: step.note }),
    })),
    days,
  };
}
