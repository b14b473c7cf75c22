import { nationalCalendar, type Suspension } from '@fadu/calendar';
import { type JsonObject, type PlainDate, parsePlainDate, shortBasisText } from '@fadu/kernel';
import { findClock, lines } from '@fadu/lines';
import { type Clock, type Condition, countClock, fieldsOf, holds, type Line } from '@fadu/procedure';
import { CommandError, DONE, options, print, printJson, WRONG_USAGE } from './io.js';

const wrong = (message: string): never => {
  throw new CommandError(WRONG_USAGE, message);
};

/** A due date and how it was counted, by the same definitions that run the matters. */
export async function deadline(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, {
    from: { type: 'string' },
    procedure: { type: 'string' },
    suspend: { type: 'string', multiple: true },
    extend: { type: 'string' },
    urgent: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const code = positionals.join('/');
  const found = findClock(code);
  if (!found)
    return wrong(
      `没有期限“${code}”。可用的：${lines.flatMap((line) => Object.keys(line.clocks).map((key) => `${line.code}/${key}`)).join('、')}`,
    );
  const { line, clock } = found;
  if (values.from === undefined) return wrong('须给出起算日：--from 2024-05-08（倒推的期限给出事项当日）。');
  const from = dayOption('--from', values.from);
  const procedure = values.urgent ? 'urgent' : values.procedure;
  checkProcedure(line, clock, code, procedure);
  const data: JsonObject = {
    $ruleSet: ruleSetOn(line, from),
    ...(procedure !== undefined && { procedure, ...(procedure === 'urgent' && { urgent: true }) }),
  };
  const suspensions = (values.suspend ?? []).map((text) => suspensionOption(text, from));
  if (suspensions.length > 0 && clock.limit.direction === 'backward') wrong(`“${clock.name}”是倒推的期限，没有中止。`);
  const extension = extensionOption(values.extend, clock, code, data);
  const counted = countClock({ clock, data, from, calendar: nationalCalendar, suspensions, extension });
  if (!counted.ok) return wrong(counted.error.message);
  const { nominalDue, legalDue, targetDue, provisional, opensOn, explanation } = counted.value;
  if (values.json) {
    printJson({
      code,
      from,
      nominalDue,
      legalDue,
      targetDue,
      provisional,
      ...(opensOn !== undefined && { opensOn }),
      counted: counted.value.counted,
      explanation: explanation.map(
        (step) =>
          `${step.text}${step.basis ? `（${shortBasisText(step.basis)}）` : ''}${step.note ? `※${step.note}` : ''}`,
      ),
    });
    return DONE;
  }
  print(
    `${line.name} · ${clock.name}：${legalDue}届满${provisional ? '（暂定）' : ''}${opensOn ? `，${opensOn}起可办` : ''}`,
  );
  for (const step of explanation)
    print(`  ${step.text}${step.basis ? `（${shortBasisText(step.basis)}）` : ''}${step.note ? ` ※${step.note}` : ''}`);
  return DONE;
}

function dayOption(name: string, text: string): PlainDate {
  return parsePlainDate(text) ?? wrong(`${name} ${text} 不是有效的日期，须写成 2024-05-08，年份在1900至2199之间。`);
}

function suspensionOption(text: string, from: PlainDate): Suspension {
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
  const amount = Number(text);
  if (amount === 0) return 0;
  if (!clock.extend) return wrong(`“${code}”不能延长，不能同时给出 --extend。`);
  if (clock.extend.when && !holds(clock.extend.when, { procedure: 'ordinary', ...data }))
    return wrong(`按所给程序“${code}”不能延长（${shortBasisText(clock.extend.basis)}）。`);
  if (amount > clock.extend.atMost)
    return wrong(`“${code}”最多延长${clock.extend.atMost}（${shortBasisText(clock.extend.basis)}）。`);
  return amount;
}

/** A procedure must be one that the clock or its line knows; a misspelt one would silently count the ordinary limit. */
function checkProcedure(line: Line, clock: Clock, code: string, procedure: string | undefined): void {
  if (procedure === undefined) return;
  const spec = line.fields.procedure;
  const known = new Set(spec?.kind === 'choice' ? Object.keys(spec.options) : []);
  const valuesOf = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(valuesOf);
    else if ('any' in condition) condition.any.forEach(valuesOf);
    else if ('not' in condition) valuesOf(condition.not);
    else if ('is' in condition && condition.field === 'procedure')
      for (const value of [condition.is].flat()) known.add(String(value));
    else if (fieldsOf(condition).includes('urgent')) known.add('urgent');
  };
  for (const one of clock.cases ?? []) valuesOf(one.when);
  if (!known.has(procedure))
    wrong(`“${code}”没有程序“${procedure}”${known.size > 0 ? `，可用：${[...known].join('、')}` : ''}。`);
}

const ruleSetOn = (line: Line, day: PlainDate): string =>
  line.ruleSets
    .filter(
      (rules) => (rules.from === undefined || day >= rules.from) && (rules.until === undefined || day <= rules.until),
    )
    .at(-1)?.code ?? line.ruleSets[0]!.code;
