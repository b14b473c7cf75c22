import { checkBases, type Report } from './check-words.js';
import { type Condition, fieldsOf } from './condition.js';
import type { Line, SetValue } from './line.js';
import { countingSettings, fitsSetting, settingOfField, settingsOf } from './setting.js';

/** Settings say what is open and on which law, their defaults are values they can have, and something rests on each. */
export function checkSettings(line: Line, report: Report): void {
  for (const [key, setting] of Object.entries(line.settings ?? {})) {
    const place = `settings.${key}`;
    if (Object.hasOwn(countingSettings, key)) report(place, 'is a setting every line has');
    if (setting.question.trim() === '') report(place, 'does not say what is open');
    if (!fitsSetting(setting, setting.default)) report(place, `cannot be ${setting.default}, its default`);
    checkBases(line, setting.basis, place, report);
    if (readersOf(line, key).length === 0) report(place, 'nothing rests on it');
  }
  for (const [code, clock] of Object.entries(line.clocks)) {
    const place = `clocks.${code}`;
    for (const { setting } of clock.restsOn ?? [])
      if (!settingsOf(line)[setting]) report(place, `unknown setting ${setting}`);
    if (clock.amountFrom === undefined) continue;
    const setting = settingsOf(line)[clock.amountFrom];
    if (setting?.kind !== 'amount') report(place, `${clock.amountFrom} is no setting with an amount`);
    else if (setting.unit !== clock.limit.unit || setting.default !== clock.limit.amount)
      report(place, `counts otherwise than the default of ${clock.amountFrom}`);
  }
  for (const [key, action] of Object.entries(line.actions)) {
    // Whether an action concerns a matter is asked without a day, so it cannot hang on a value that changes with it.
    if (read(action.when).length > 0) report(`actions.${key}`, 'concerns a matter by a setting');
    for (const name of (action.guards ?? []).flatMap((guard) => guard.settings))
      if (!settingsOf(line)[name]) report(`actions.${key}`, `unknown setting ${name}`);
  }
}

export interface SettingReader {
  readonly kind: 'clock' | 'action' | 'document';
  readonly code: string;
  readonly name: string;
}

/** What of a line rests on a setting that it names; the methods of counting also reach clocks by what happens to them. */
export function readersOf(line: Line, key: string): SettingReader[] {
  const clocks = Object.entries(line.clocks).filter(
    ([, clock]) =>
      clock.amountFrom === key ||
      clock.restsOn?.some((one) => one.setting === key) ||
      [clock.when, clock.extend?.when, ...(clock.cases ?? []).map((one) => one.when)].some((one) =>
        read(one).includes(key),
      ) ||
      (key === 'clearDays' && clock.limit.direction === 'backward') ||
      (key === 'suspensionDays' && (clock.suspends || clock.excludes !== undefined)) ||
      (key === 'extendFrom' && clock.extend !== undefined),
  );
  const actions = Object.entries(line.actions).filter(
    ([, action]) =>
      action.guards?.some((guard) => guard.settings.includes(key)) ||
      (typeof action.clocks?.suspend === 'object' && read(action.clocks.suspend).includes(key)) ||
      [...Object.values(action.sets ?? {}), ...Object.values(action.fills ?? {})].some((value) =>
        readBy(value).includes(key),
      ),
  );
  const documents = Object.entries(line.documents).filter(([, { paragraphs }]) =>
    paragraphs.some((one) => typeof one !== 'string' && 'when' in one && read(one.when).includes(key)),
  );
  const named =
    (kind: SettingReader['kind']) =>
    ([code, { name }]: readonly [string, { readonly name: string }]) => ({
      kind,
      code,
      name,
    });
  return [...clocks.map(named('clock')), ...actions.map(named('action')), ...documents.map(named('document'))];
}

const read = (condition: Condition | undefined): string[] =>
  condition ? fieldsOf(condition).flatMap((field) => settingOfField(field) ?? []) : [];

function readBy(value: SetValue): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (value.take === 'whether') return read(value.condition);
  return value.take === 'case'
    ? [...value.cases.flatMap((one) => [...read(one.when), ...readBy(one.value)]), ...readBy(value.otherwise)]
    : [];
}
