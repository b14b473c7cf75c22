import { fromFieldsOf } from './clock-rules.js';
import { fieldsOf } from './condition.js';
import { wordsForDocuments } from './decide-document.js';
import { basesOf } from './describe.js';
import type { Action, DocumentTemplate, Line, ServiceTarget, SetValue } from './line.js';
import { commonDocuments } from './service-return.js';
import { placesOf, specAt } from './template.js';

const SPECIAL_ACTORS = ['party', 'clock', 'message'];
/** Words every line has; no action may take their names. */
const GENERIC = new Set(['approve', 'return', 'reassign', 'correct', ...wordsForDocuments]);
/** Words of a template that are no fields. */
const WORDS = /^(organ|number|docNumber|today|receipt|you|sign|due:.+)$/;

/**
 * What is wrong with a definition, each as one sentence with its place; empty when it may be loaded. Finds what types
 * cannot: unreachable states, actions nobody may take, clocks never started, names that lead nowhere.
 */
export function checkDefinition(line: Line): string[] {
  const faults: string[] = [];
  const at = (place: string, fault: string) => faults.push(`${line.code} ${place}: ${fault}`);
  const hasField = (path: string) => path.startsWith('$') || specAt(line.fields, path) !== undefined;
  const states = Object.keys(line.states);
  const started = new Set<string>();
  const usedDocuments = new Set<string>();

  for (const [key, action] of Object.entries(line.actions)) {
    const place = `actions.${key}`;
    if (GENERIC.has(key)) at(place, 'is a word every line has');
    if (action.by.length === 0) at(place, 'nobody may take it');
    if (basesOf(action.basis).length === 0) at(place, 'has no legal basis');
    for (const rule of [...action.by, ...(action.approvedBy ?? [])]) {
      const [post, participant] = rule.split('@') as [string, string?];
      if (!SPECIAL_ACTORS.includes(post) && !(post in line.posts)) at(place, `unknown post ${post}`);
      if (participant && !line.participants?.includes(participant)) at(place, `${participant} is no participant`);
    }
    for (const state of [...(action.from ?? []), ...targets(action)])
      if (!(state in line.states)) at(place, `unknown state ${state}`);
    for (const field of [
      ...(action.form ?? []),
      ...Object.keys(action.sets ?? {}),
      ...(action.when ? fieldsOf(action.when) : []),
    ]) {
      if (!hasField(field)) at(place, `unknown field ${field}`);
    }
    if (action.record && line.fields[action.record]?.kind !== 'list') at(place, `${action.record} is no list`);
    for (const part of Object.keys(action.fills ?? {}))
      if (!hasField(`${action.record}.${part}`)) at(place, `${action.record} has no ${part}`);
    for (const value of [...Object.values(action.sets ?? {}), ...Object.values(action.fills ?? {})]) {
      for (const field of readBy(value))
        if (!hasField(field) && !(action.record && hasField(`${action.record}.${field}`)))
          at(place, `unknown field ${field}`);
    }
    const clocks = action.clocks ?? {};
    for (const code of clocks.start ?? []) started.add(code);
    const named = [...(clocks.start ?? []), ...(clocks.stop ?? []), ...(clocks.drop ?? []), ...(clocks.recount ?? [])];
    if (clocks.extend) named.push(clocks.extend);
    if (action.due) named.push(action.due);
    for (const code of named) if (!(code in line.clocks)) at(place, `unknown clock ${code}`);
    if (clocks.extend && !line.clocks[clocks.extend]?.extend) at(place, `clock ${clocks.extend} cannot be extended`);
    for (const document of action.documents ?? []) {
      usedDocuments.add(document);
      if (!(document in line.documents)) at(place, `unknown document ${document}`);
    }
    if (action.number && !(action.number in line.numbers)) at(place, `unknown number ${action.number}`);
  }

  for (const [code, clock] of Object.entries(line.clocks)) {
    const place = `clocks.${code}`;
    for (const field of fromFieldsOf(clock)) if (!hasField(field)) at(place, `unknown field ${field}`);
    for (const field of clock.when ? fieldsOf(clock.when) : [])
      if (!hasField(field)) at(place, `unknown field ${field}`);
    for (const one of clock.cases ?? [])
      for (const field of fieldsOf(one.when)) if (!hasField(field)) at(place, `unknown field ${field}`);
    if (clock.onExpiry && !line.actions[clock.onExpiry]?.by.includes('clock'))
      at(place, `${clock.onExpiry} is not taken by the clock`);
    if (clock.holder.startsWith('@') && !line.participants?.includes(clock.holder.slice(1)))
      at(place, `${clock.holder} is no participant`);
    if (
      !started.has(code) &&
      clock.expiry !== 'right' &&
      clock.expiry !== 'wait' &&
      clock.expiry !== 'backward' &&
      clock.holder === 'organ'
    ) {
      at(place, 'is never started');
    }
  }

  for (const [key, document] of Object.entries(line.documents)) {
    const place = `documents.${key}`;
    if (document.number && !(document.number in line.numbers)) at(place, `unknown number ${document.number}`);
    for (const name of wordsOf(document).flatMap(placesOf)) {
      if (WORDS.test(name)) {
        if (name.startsWith('due:') && !(name.slice(4) in line.clocks)) at(place, `unknown clock in {${name}}`);
      } else if (!hasField(name)) at(place, `unknown field {${name}}`);
    }
    for (const part of document.paragraphs) {
      if (typeof part !== 'string' && 'table' in part && specAt(line.fields, part.table)?.kind !== 'list')
        at(place, `${part.table} is no list`);
      if (typeof part !== 'string' && 'each' in part && specAt(line.fields, part.each)?.kind !== 'list')
        at(place, `${part.each} is no list`);
    }
    if (key in commonDocuments) at(place, 'is a paper every line has');
    for (const target of document.serve ?? []) checkServiceTarget(line, target, (fault) => at(`${place}.serve`, fault));
    if (!usedDocuments.has(key)) at(place, 'is produced by no action');
  }

  for (const name of placesOf(line.list.title))
    if (!WORDS.test(name) && !hasField(name)) at('list.title', `unknown field {${name}}`);
  for (const field of [...line.list.columns, ...line.list.filters])
    if (!hasField(field)) at('list', `unknown field ${field}`);
  for (const [field, served] of Object.entries(line.served ?? {})) {
    if (!line.participants?.includes(field)) at('served', `${field} is no participant`);
    for (const path of [...served.fields, ...fieldsOf(served.when)])
      if (!hasField(path)) at(`served.${field}`, `unknown field ${path}`);
  }
  for (const { field, shows } of line.calendar ?? []) {
    if (specAt(line.fields, field)?.kind !== 'date') at('calendar', `${field} is no day`);
    const item = field.slice(0, field.lastIndexOf('.'));
    for (const path of shows)
      if (!hasField(path.startsWith('.') ? item + path : path)) at(`calendar.${field}`, `unknown field ${path}`);
  }
  for (const field of line.participants ?? [])
    if (line.fields[field]?.kind !== 'organization') at('participants', `${field} is no organization`);
  const view = line.publicView;
  if (view) {
    if (!line.actions[view.apply]?.by.includes('party')) at('publicView.apply', 'is not open to the party');
    const asked = new Set(view.steps.flatMap((step) => step.fields));
    for (const field of asked)
      if (!line.actions[view.apply]?.form?.includes(field))
        at('publicView.steps', `${field} is not on the form of ${view.apply}`);
    for (const one of [...view.next, ...(view.duties ?? []), ...(view.remedy ? [view.remedy] : [])])
      if (one.clock && !(one.clock in line.clocks)) at('publicView', `unknown clock ${one.clock}`);
    for (const duty of view.duties ?? []) {
      if (!line.actions[duty.action]?.by.includes('party'))
        at('publicView.duties', `${duty.action} is not open to the party`);
      if (duty.shows && !hasField(duty.shows)) at('publicView.duties', `unknown field ${duty.shows}`);
      for (const state of duty.states)
        if (!line.actions[duty.action]?.from?.includes(state))
          at('publicView.duties', `${duty.action} is not possible in ${state}`);
    }
  }
  for (const state of unreachable(line, states)) at(`states.${state}`, 'cannot be reached');
  if (line.ruleSets.length === 0) at('ruleSets', 'there is none');
  return faults;
}

/** The recipients exist, and the action that follows asks nothing that a service does not tell. */
function checkServiceTarget(line: Line, target: ServiceTarget, fault: (words: string) => void): void {
  if (!specAt(line.fields, target.to)) fault(`unknown field ${target.to}`);
  if (target.takes === undefined) return;
  const action = line.actions[target.takes];
  if (!action) {
    fault(`unknown action ${target.takes}`);
    return;
  }
  const told = [action.on, ...Object.keys(target.carry ?? {})];
  for (const field of action.form ?? [])
    if (!told.includes(field) && !line.fields[field]?.optional) fault(`${target.takes} asks ${field}`);
}

/** Everything in a template that may hold placeholders. */
const wordsOf = (document: DocumentTemplate): string[] => [
  document.title,
  document.to ?? '',
  document.signer ?? '',
  ...(document.attachments ?? []),
  ...(document.copyTo ?? []),
  ...document.paragraphs.flatMap((part) => {
    if (typeof part === 'string') return [part];
    // The words of `each` name parts of an item.
    if ('each' in part) return placesOf(part.text).map((name) => `{${part.each}.${name}}`);
    if ('text' in part) return [part.text];
    if ('heading' in part) return [part.heading];
    return 'sheet' in part ? part.sheet.flat().map(([, words]) => words) : [];
  }),
];

const readBy = (value: SetValue): string[] => {
  if (value === null || typeof value !== 'object') return [];
  return value.take === 'field' ? [value.field] : value.take === 'whether' ? fieldsOf(value.condition) : [];
};

const targets = (action: Action): string[] => {
  if (action.to === undefined || (typeof action.to === 'object' && 'previous' in action.to)) return [];
  return typeof action.to === 'string' ? [action.to] : Object.values(action.to.map);
};

function unreachable(line: Line, states: readonly string[]): string[] {
  const reached = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const action of Object.values(line.actions)) {
      const possible = action.from === undefined || action.from.some((state) => reached.has(state));
      for (const state of possible ? targets(action) : []) {
        if (!reached.has(state)) {
          reached.add(state);
          grown = true;
        }
      }
    }
  }
  return states.filter((state) => !reached.has(state));
}
