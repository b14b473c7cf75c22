import { checkActions } from './check-actions.js';
import { checkClocks } from './check-clocks.js';
import { checkDocuments } from './check-documents.js';
import { checkFields } from './check-fields.js';
import { checkRuleSets } from './check-rule-sets.js';
import { checkSettings } from './check-settings.js';
import { checkStates } from './check-states.js';
import { checkViews } from './check-views.js';
import { checkBasis, checkCondition, hasField, type Report } from './check-words.js';
import type { Line } from './line.js';
import { specAt } from './template.js';

/**
 * What is wrong with a definition, each as one sentence with its place; empty when it may be loaded. Finds what types
 * cannot: unreachable states, actions nobody may take, clocks never started or never stopped, papers nobody makes,
 * fields nobody fills, conditions that can never hold, names that lead nowhere.
 */
export function checkDefinition(line: Line): string[] {
  const faults: string[] = [];
  const report: Report = (place, fault) => faults.push(`${line.code} ${place}: ${fault}`);
  checkRuleSets(line, report);
  checkFields(line, report);
  checkStates(line, report);
  checkActions(line, report);
  checkClocks(line, report);
  checkDocuments(line, report);
  checkSettings(line, report);
  checkViews(line, report);
  if (line.keeper !== undefined && !Object.hasOwn(line.posts, line.keeper))
    report('keeper', `unknown post ${line.keeper}`);
  if (line.qualifications) {
    checkBasis(line.qualifications.basis, 'qualifications', report);
    if (Object.keys(line.qualifications.kinds).length === 0) report('qualifications', 'there is no kind');
    for (const post of line.qualifications.posts)
      if (!Object.hasOwn(line.posts, post)) report('qualifications', `unknown post ${post}`);
  }
  for (const [field, served] of Object.entries(line.served ?? {})) {
    if (!line.participants?.includes(field)) report('served', `${field} is no participant`);
    checkCondition(line, served.when, `served.${field}`, report);
    for (const path of served.fields) if (!hasField(line, path)) report(`served.${field}`, `unknown field ${path}`);
  }
  for (const field of line.participants ?? [])
    if (specAt(line.fields, field)?.kind !== 'organization') report('participants', `${field} is no organization`);
  const read = new Set(Object.values(line.actions).flatMap(({ guards = [] }) => guards.flatMap(({ reads }) => reads)));
  for (const name of read) if (!line.related?.[name]) report('related', `no query ${name}, though a guard reads it`);
  for (const name of Object.keys(line.related ?? {}))
    if (!read.has(name)) report(`related.${name}`, 'no guard reads it');
  for (const [name, query] of Object.entries(line.related ?? {}))
    for (const field of Object.keys(query.match))
      if (!hasField(line, field)) report(`related.${name}`, `unknown field ${field}`);
  return faults;
}
