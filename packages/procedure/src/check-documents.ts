import { checkBases, checkCondition, hasField, type Report, WORDS } from './check-words.js';
import type { Line, ServiceTarget } from './line.js';
import { commonDocuments } from './service-return.js';
import { placesOf, specAt, wordsOf } from './template.js';

/** Every placeholder leads somewhere, every paper is made by some step and every number used. */
export function checkDocuments(line: Line, report: Report): void {
  const made = new Set(Object.values(line.actions).flatMap((action) => action.documents ?? []));
  const numbered = new Set(Object.values(line.actions).map((action) => action.number));
  for (const [key, document] of Object.entries(line.documents)) {
    const place = `documents.${key}`;
    numbered.add(document.number);
    if (document.number && !Object.hasOwn(line.numbers, document.number))
      report(place, `unknown number ${document.number}`);
    for (const name of wordsOf(document).flatMap(placesOf)) checkPlace(line, name, place, report);
    for (const part of document.paragraphs) {
      if (typeof part === 'string') continue;
      if ('table' in part) checkTable(line, part, place, report);
      if ('each' in part && specAt(line.fields, part.each)?.kind !== 'list') report(place, `${part.each} is no list`);
      if ('when' in part && part.when) checkCondition(line, part.when, place, report);
    }
    if (key in commonDocuments) report(place, 'is a paper every line has');
    if (document.toParticipant && !line.participants?.includes(document.toParticipant))
      report(place, `${document.toParticipant} is no participant`);
    for (const target of document.serve ?? []) checkTarget(line, target, (fault) => report(`${place}.serve`, fault));
    checkBases(line, document.basis, place, report);
    if (!made.has(key)) report(place, 'is produced by no action');
  }
  for (const [key, { template }] of Object.entries(line.numbers)) {
    if (!numbered.has(key)) report(`numbers.${key}`, 'numbers nothing');
    for (const word of ['{organ}', '{year}', '{serial}'])
      if (!template.includes(word)) report(`numbers.${key}`, `has no ${word}`);
  }
}

export function checkPlace(line: Line, name: string, place: string, report: Report): void {
  if (!WORDS.test(name)) {
    if (!hasField(line, name)) report(place, `unknown field {${name}}`);
  } else if (name.startsWith('due:') && !Object.hasOwn(line.clocks, name.slice(4)))
    report(place, `unknown clock in {${name}}`);
}

function checkTable(
  line: Line,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  place: string,
  report: Report,
): void {
  if (specAt(line.fields, table)?.kind !== 'list') report(place, `${table} is no list`);
  else
    for (const column of columns) if (!hasField(line, `${table}.${column}`)) report(place, `${table} has no ${column}`);
}

/** The recipients exist, and the action that follows asks nothing that a service does not tell. */
function checkTarget(line: Line, target: ServiceTarget, fault: (words: string) => void): void {
  if (!specAt(line.fields, target.to)) fault(`unknown field ${target.to}`);
  for (const key of target.alsoBy ?? []) if (!line.actions[key]) fault(`unknown action ${key}`);
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
