import { parsePlainDate } from '@fadu/kernel';
import { targetsOf } from './check-states.js';
import { checkBases, checkCondition, hasField, type Report } from './check-words.js';
import { wordsForDocuments } from './decide-document.js';
import type { Action, Line, SetValue } from './line.js';
import { backFor } from './messages.js';
import { specAt } from './template.js';
import { headsOf } from './who-acts.js';

const SPECIAL_ACTORS = ['party', 'clock', 'message'];
/** Words every line has; no action may take their names. */
const GENERIC = new Set(['approve', 'return', 'reassign', 'correct', 'settle', ...wordsForDocuments]);

/** Who, from where to where, asking and setting what, with which clocks, papers and numbers: all of it exists. */
export function checkActions(line: Line, report: Report): void {
  for (const [key, action] of Object.entries(line.actions)) {
    const at = (fault: string) => report(`actions.${key}`, fault);
    if (GENERIC.has(key)) at('is a word every line has');
    checkActors(line, action, at);
    checkBases(line, action.basis, `actions.${key}`, report);
    for (const state of [...(action.from ?? []), ...targetsOf(action)])
      if (!Object.hasOwn(line.states, state)) at(`unknown state ${state}`);
    if (action.from === undefined && action.to === undefined) at('opens a matter but names no state');
    checkValues(line, key, action, report);
    if (action.opens && !backFor(line, action.opens.linkBack))
      at(`no action taken by message asks ${action.opens.linkBack}`);
    checkClockMoves(line, action, at);
    if (typeof action.clocks?.suspend === 'object')
      checkCondition(line, action.clocks.suspend, `actions.${key}`, report);
    for (const document of action.documents ?? [])
      if (!Object.hasOwn(line.documents, document)) at(`unknown document ${document}`);
    if (action.number && !Object.hasOwn(line.numbers, action.number)) at(`unknown number ${action.number}`);
    for (const guard of action.guards ?? []) {
      if (!/^[a-z-]+\.[a-z0-9_]+$/.test(guard.code)) at(`guard code ${guard.code} is not line.reason`);
      checkBases(line, guard.basis, `actions.${key} guard ${guard.code}`, report);
    }
  }
  const busy = new Set(
    Object.values(line.actions).flatMap((action) =>
      [...action.by, ...(action.approvedBy ?? [])].map((rule) => rule.split('@')[0]),
    ),
  );
  const named = JSON.stringify(line.fields);
  // Heads may always reassign.
  for (const post of Object.keys(line.posts))
    if (!busy.has(post) && !headsOf(line).includes(post) && !named.includes(`"post":"${post}"`))
      report(`posts.${post}`, 'has nothing to do');
}

function checkActors(line: Line, action: Action, at: (fault: string) => void): void {
  if (action.by.length === 0) at('nobody may take it');
  for (const rule of [...action.by, ...(action.approvedBy ?? [])]) {
    const [post, participant] = rule.split('@') as [string, string?];
    if (!SPECIAL_ACTORS.includes(post) && !Object.hasOwn(line.posts, post)) at(`unknown post ${post}`);
    if (participant && !line.participants?.includes(participant)) at(`${participant} is no participant`);
  }
}

function checkValues(line: Line, key: string, action: Action, report: Report): void {
  const place = `actions.${key}`;
  for (const field of [...(action.form ?? []), ...Object.keys(action.sets ?? {})])
    if (!hasField(line, field)) report(place, `unknown field ${field}`);
  checkCondition(line, action.when, place, report);
  if (action.duty) checkCondition(line, action.duty, place, report);
  if (action.record && line.fields[action.record]?.kind !== 'list') report(place, `${action.record} is no list`);
  for (const part of Object.keys(action.fills ?? {}))
    if (!hasField(line, `${action.record}.${part}`)) report(place, `${action.record} has no ${part}`);
  for (const [target, value] of [...Object.entries(action.sets ?? {}), ...Object.entries(action.fills ?? {})])
    checkValue(line, value, place, report, action.record, target);
  const on = action.on && (specAt(line.fields, action.on) ?? specAt(line.fields, `${action.record}.${action.on}`));
  if (action.on && (on as { kind?: string } | undefined)?.kind !== 'date') report(place, `${action.on} is no day`);
}

function checkValue(
  line: Line,
  value: SetValue,
  place: string,
  report: Report,
  record: string | undefined,
  target: string,
): void {
  const spec = specAt(line.fields, record && hasField(line, `${record}.${target}`) ? `${record}.${target}` : target);
  if (typeof value === 'string' && spec?.kind === 'choice' && !Object.hasOwn(spec.options, value))
    report(place, `${target} cannot be ${value}`);
  if (value === null || typeof value !== 'object') return;
  if (value.take === 'field' || value.take === 'map') {
    if (!hasField(line, value.field) && !(record && hasField(line, `${record}.${value.field}`)))
      report(place, `unknown field ${value.field}`);
  } else if (value.take === 'dayOfYear') {
    if (specAt(line.fields, value.field)?.kind !== 'integer') report(place, `${value.field} is no year`);
    if (parsePlainDate(`2001-${value.day}`) === undefined) report(place, `${value.day} is no day of every year`);
    if (spec?.kind !== 'date') report(place, `${target} is no day`);
  } else if (value.take === 'due') {
    if (!Object.hasOwn(line.clocks, value.clock)) report(place, `unknown clock ${value.clock}`);
  } else if (value.take === 'whether') checkCondition(line, value.condition, place, report, record);
  else if (value.take === 'case') {
    for (const one of value.cases) {
      checkCondition(line, one.when, place, report, record);
      checkValue(line, one.value, place, report, record, target);
    }
    checkValue(line, value.otherwise, place, report, record, target);
  }
}

function checkClockMoves(line: Line, action: Action, at: (fault: string) => void): void {
  const { start = [], stop = [], drop = [], waive = [], recount = [] } = action.clocks ?? {};
  const { extend, exclude, suspend, resume } = action.clocks ?? {};
  const named = [...start, ...stop, ...drop, ...waive, ...recount, extend, ...(exclude?.clocks ?? []), action.due];
  for (const code of named) if (code !== undefined && !Object.hasOwn(line.clocks, code)) at(`unknown clock ${code}`);
  for (const code of waive) if (line.clocks[code]?.expiry !== 'right') at(`clock ${code} is no right that ends unused`);
  if (extend && !line.clocks[extend]?.extend) at(`clock ${extend} cannot be extended`);
  for (const code of exclude?.clocks ?? []) if (!line.clocks[code]?.excludes) at(`clock ${code} leaves no days out`);
  for (const field of exclude ? [exclude.from, exclude.to] : [])
    if (specAt(line.fields, `${action.record}.${field}`)?.kind !== 'date' && line.fields[field]?.kind !== 'date')
      at(`${field} is no day`);
  if ((suspend || resume) && !Object.values(line.clocks).some((clock) => clock.suspends))
    at('suspends, but no clock can be suspended');
}
