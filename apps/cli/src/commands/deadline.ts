import { nationalCalendar, type Suspension } from '@fadu/calendar';
import {
  chineseDate,
  type JsonObject,
  type PlainDate,
  parsePlainDate,
  shortBasesText,
  shortBasisText,
} from '@fadu/kernel';
import { findClock, lines } from '@fadu/lines';
import {
  basesUnder,
  type Clock,
  type ClockCase,
  type Condition,
  countClock,
  fitsSetting,
  holds,
  type Line,
  type SettingValue,
  settingCode,
  settingSteps,
  settingsOf,
  settingsOn,
  settingsUsed,
} from '@fadu/procedure';
import { CommandError, DONE, options, print, printJson, WRONG_USAGE } from './io.js';

const wrong = (message: string): never => {
  throw new CommandError(WRONG_USAGE, message);
};

/** A due date and how it was counted, by the same definitions that run the matters. */
export async function deadline(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, {
    from: { type: 'string' },
    procedure: { type: 'string' },
    case: { type: 'string' },
    urgent: { type: 'boolean' },
    rules: { type: 'string' },
    suspend: { type: 'string', multiple: true },
    extend: { type: 'string' },
    set: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const code = positionals.join('/');
  if (values.list) return listClocks(code, values.json === true);
  const { line, clock } =
    findClock(code) ??
    wrong(
      `没有期限“${code}”。可用的：${lines.flatMap((one) => Object.keys(one.clocks).map((key) => `${one.code}/${key}`)).join('、')}`,
    );
  if (values.from === undefined) return wrong('须给出起算日：--from 2024-05-08（倒推的期限给出事项当日）。');
  const from = dayOption('--from', values.from);
  const ruleSet = ruleSetOption(values.rules, line, from);
  const chosen = caseOption(values, line, clock, code, ruleSet);
  const $setting = settingOption(values.set ?? [], line);
  const data: JsonObject = { $ruleSet: ruleSet, $setting, procedure: 'ordinary', ...chosen };
  // A period that the law of the start day does not know, or that contradicts the procedure given, is not counted.
  if (clock.when && !holds(clock.when, assume(clock.when, data)))
    return wrong(
      `“${code}”不适用：起算日${from}适用${line.ruleSets.find((one) => one.code === ruleSet)!.name}，所给情形下没有“${clock.name}”这一期限。`,
    );
  const suspensions = (values.suspend ?? []).map((text) => suspensionOption(text, from, clock, code));
  const extension = extensionOption(values.extend, clock, code, data);
  const counted = countClock({ clock, data, from, calendar: nationalCalendar, suspensions, extension });
  if (!counted.ok) return wrong(counted.error.message);
  const { nominalDue, legalDue, targetDue, provisional, opensOn } = counted.value;
  const used = settingsUsed(clock, data, { suspensions, extension });
  const settled = Object.fromEntries(used.map((key) => [key, $setting[key]!]));
  const asked = Object.fromEntries((values.set ?? []).map((text) => [/\/(\w+)=/.exec(text)?.[1] ?? '', '本次指定']));
  const explanation = [...counted.value.explanation, ...settingSteps(line, settled, asked)].map(
    ({ text, basis, note }) => `${text}${basis ? `（${shortBasisText(basis)}）` : ''}${note ? `※${note}` : ''}`,
  );
  if (opensOn !== undefined) explanation.push(`${chineseDate(opensOn)}起可以办理，此前期限没有开始`);
  if (values.json) {
    printJson({
      code,
      from,
      nominalDue,
      legalDue,
      targetDue,
      provisional,
      counted: counted.value.counted,
      explanation,
    });
    return DONE;
  }
  print(`${line.name} · ${clock.name}：${legalDue}届满${provisional ? '（暂定）' : ''}`);
  for (const text of explanation) print(`  ${text}`);
  return DONE;
}

/** Every clock of one line or of all, with what may be said about it on the command line. */
function listClocks(path: string, json: boolean): number {
  const wanted = lines.filter((line) => path === '' || line.code === path);
  if (wanted.length === 0) return wrong(`没有业务“${path}”。可用的：${lines.map((line) => line.code).join('、')}`);
  const clocks = wanted.flatMap((line) =>
    Object.entries(line.clocks as Record<string, Clock>).map(([key, clock]) => ({
      code: `${line.code}/${key}`,
      name: clock.name,
      event: clock.event,
      backward: clock.limit.direction === 'backward',
      cases: [...new Set(namedCases(clock).map((one) => one.code))],
      extend: clock.extend?.atMost ?? null,
      suspend: mayPause(clock),
      basis: shortBasisText(clock.basis),
    })),
  );
  if (json) printJson(clocks);
  else
    for (const { code, name, event, cases, extend, suspend, basis } of clocks) {
      const more = [
        ...(cases.length > 0 ? [`--case ${cases.join('|')}`] : []),
        ...(extend !== null ? [`--extend 不超过${extend}`] : []),
        ...(suspend ? ['--suspend'] : []),
      ];
      print(`${code}  ${name}，自${event}（${basis}）${more.length > 0 ? `  [${more.join(' ')}]` : ''}`);
    }
  return DONE;
}

function dayOption(name: string, text: string): PlainDate {
  return parsePlainDate(text) ?? wrong(`${name} ${text} 不是有效的日期，须写成 2024-05-08，年份在1900至2199之间。`);
}

const mayPause = (clock: Clock): boolean => clock.suspends === true || clock.excludes !== undefined;

function suspensionOption(text: string, from: PlainDate, clock: Clock, code: string): Suspension {
  if (!mayPause(clock)) return wrong(`“${code}”没有中止，也没有不计入的时间，不能给出 --suspend。`);
  const match = /^(\S+?)\.\.(\S+)$/.exec(text);
  if (!match) return wrong(`--suspend ${text} 须写成 中止日..恢复日，例如 2024-06-03..2024-07-15。`);
  const suspension = { from: dayOption('--suspend', match[1]!), to: dayOption('--suspend', match[2]!) };
  if (suspension.to < suspension.from) wrong(`--suspend ${text}：恢复日早于中止日。`);
  if (suspension.from < from) wrong(`--suspend ${text}：中止日早于起算日${from}。`);
  return suspension;
}

function extensionOption(text: string | undefined, clock: Clock, code: string, data: JsonObject): number {
  if (text === undefined) return 0;
  if (!/^\d{1,4}$/.test(text)) return wrong(`--extend ${text} 须是不小于0的整数。`);
  if (!clock.extend) return wrong(`“${code}”不能延长，不能给出 --extend。`);
  if (clock.extend.when && !holds(clock.extend.when, data))
    return wrong(
      `按所给程序“${code}”不能延长（${shortBasesText(basesUnder(clock.extend.basis, String(data.$ruleSet)))}）。`,
    );
  const amount = Number(text);
  if (amount > clock.extend.atMost)
    return wrong(
      `“${code}”最多延长${clock.extend.atMost}（${shortBasesText(basesUnder(clock.extend.basis, String(data.$ruleSet)))}）。`,
    );
  return amount;
}

/**
 * The points the law leaves open: the defaults, or as `--set calendar/clearDays=ordinary` has them. What a region has
 * settled stands in its database, which this command does not ask.
 */
function settingOption(asked: readonly string[], line: Line): Readonly<Record<string, SettingValue>> {
  const known = settingsOf(line);
  const given: Record<string, SettingValue> = {};
  for (const text of asked) {
    const [code = '', value = ''] = text.split('=') as [string?, string?];
    const key = Object.keys(known).find((one) => settingCode(line, one) === code);
    if (key === undefined)
      return wrong(
        `“${line.name}”没有设置“${code}”，可用：${Object.keys(known)
          .map((one) => settingCode(line, one))
          .join('、')}。`,
      );
    const setting = known[key]!;
    const settled = setting.kind === 'amount' ? Number(value) : value;
    if (!fitsSetting(setting, settled))
      return wrong(
        setting.kind === 'amount'
          ? `--set ${code} 须是${setting.min}至${setting.max}的整数。`
          : `--set ${code} 没有“${value}”，可用：${Object.keys(setting.options).join('、')}。`,
      );
    given[key] = settled;
  }
  return { ...settingsOn(line, undefined, '1900-01-01' as PlainDate), ...given };
}

/** The rule set asked for, else the last whose dates cover the day of the start. */
function ruleSetOption(asked: string | undefined, line: Line, day: PlainDate): string {
  if (asked !== undefined) {
    const known = line.ruleSets.map((rules) => rules.code);
    return known.includes(asked) ? asked : wrong(`没有规则“${asked}”，可用：${known.join('、')}。`);
  }
  const fitting = line.ruleSets.filter(
    (rules) => (rules.from === undefined || day >= rules.from) && (rules.until === undefined || day <= rules.until),
  );
  return (fitting.at(-1) ?? line.ruleSets[0]!).code;
}

const namedCases = (clock: Clock): (ClockCase & { readonly code: string })[] =>
  (clock.cases ?? []).flatMap((one) => (one.code === undefined ? [] : [{ ...one, code: one.code }]));

/**
 * What is assumed of the matter: the facts under which the named case of the clock holds. `--procedure P` and
 * `--urgent` are other ways to name a case. A misspelt case would silently count the ordinary limit, so it is refused.
 */
function caseOption(
  values: { readonly procedure?: string; readonly case?: string; readonly urgent?: boolean },
  line: Line,
  clock: Clock,
  code: string,
  ruleSet: string,
): JsonObject {
  const asked = [values.procedure, values.case, ...(values.urgent ? ['urgent'] : [])].filter(
    (one) => one !== undefined,
  );
  if (new Set(asked).size > 1) return wrong(`--procedure、--case、--urgent 只能给出一种，现有${asked.join('、')}。`);
  const name = asked[0];
  if (name === undefined) return {};
  const found = namedCases(clock).filter((one) => one.code === name);
  if (found.length === 0) {
    // A procedure of the line that makes no difference to this clock is no mistake.
    const spec = line.fields.procedure;
    if (name === values.procedure && spec?.kind === 'choice' && Object.hasOwn(spec.options, name))
      return { procedure: name };
    const known = [...new Set(namedCases(clock).map((one) => one.code))];
    return wrong(`“${code}”没有“${name}”这种情形${known.length > 0 ? `，可用：${known.join('、')}` : ''}。`);
  }
  const assumed = found
    .map((one) => ({ when: one.when, facts: assume(one.when, {}) }))
    .find(({ when, facts }) => holds(when, { ...facts, $ruleSet: ruleSet }));
  return assumed?.facts ?? wrong(`起算日适用的规则（${ruleSet}）没有“${name}”这种情形。`);
}

/** Facts under which a condition holds, as far as it can be made to by setting fields. */
function assume(condition: Condition, data: JsonObject): JsonObject {
  if ('all' in condition) return condition.all.reduce<JsonObject>((facts, part) => assume(part, facts), data);
  if ('any' in condition) return condition.any[0] ? assume(condition.any[0], data) : data;
  if ('given' in condition) return withValue(data, condition.given, 'given');
  if ('field' in condition && !condition.field.startsWith('$'))
    return withValue(data, condition.field, [condition.is].flat()[0]!);
  return data;
}

function withValue(data: JsonObject, path: string, value: string | number | boolean): JsonObject {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...data, [head]: value };
  const inner = data[head];
  const group = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...data, [head]: withValue(group, rest.join('.'), value) };
}
