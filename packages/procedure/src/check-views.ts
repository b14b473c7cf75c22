import { checkPlace } from './check-documents.js';
import { checkCondition, hasField, type Report } from './check-words.js';
import type { Line } from './line.js';
import { placesOf, specAt } from './template.js';

/** The list, the calendar and the public view name fields, steps and clocks that exist and are open to whom they say. */
export function checkViews(line: Line, report: Report): void {
  for (const name of placesOf(line.list.title)) checkPlace(line, name, 'list.title', report);
  for (const field of [...line.list.columns, ...line.list.filters])
    if (!hasField(line, field)) report('list', `unknown field ${field}`);
  for (const { field, shows } of line.calendar ?? []) {
    if (specAt(line.fields, field)?.kind !== 'date') report('calendar', `${field} is no day`);
    const item = field.slice(0, field.lastIndexOf('.'));
    for (const path of shows)
      if (!hasField(line, path.startsWith('.') ? item + path : path))
        report(`calendar.${field}`, `unknown field ${path}`);
  }
  const view = line.publicView;
  if (!view) return;
  const apply = line.actions[view.apply];
  if (!apply?.by.includes('party')) report('publicView.apply', 'is not open to the party');
  const asked = new Set(view.steps.flatMap((step) => step.fields));
  for (const field of asked)
    if (!apply?.form?.includes(field)) report('publicView.steps', `${field} is not on the form of ${view.apply}`);
  for (const field of apply?.form ?? []) {
    const spec = line.fields[field];
    if (spec && !spec.optional && spec.kind !== 'bool' && !asked.has(field))
      report('publicView.steps', `${field} is asked on no page`);
  }
  for (const post of view.receivers?.posts ?? [])
    if (!Object.hasOwn(line.posts, post)) report('publicView.receivers', `unknown post ${post}`);
  for (const field of view.shows) if (!hasField(line, field)) report('publicView.shows', `unknown field ${field}`);
  for (const one of [...view.next, ...(view.duties ?? []), ...(view.remedy ? [view.remedy] : [])])
    if (one.clock && !Object.hasOwn(line.clocks, one.clock)) report('publicView', `unknown clock ${one.clock}`);
  checkCondition(line, view.remedy?.when, 'publicView.remedy', report);
  for (const step of view.remedy?.steps ?? []) checkCondition(line, step.when, 'publicView.remedy', report);
  for (const state of view.remedy?.states ?? [])
    if (!Object.hasOwn(line.states, state)) report('publicView.remedy', `unknown state ${state}`);
  for (const duty of view.duties ?? []) {
    const action = line.actions[duty.action];
    if (!action?.by.includes('party')) report('publicView.duties', `${duty.action} is not open to the party`);
    if (duty.shows && !hasField(line, duty.shows)) report('publicView.duties', `unknown field ${duty.shows}`);
    for (const state of duty.states)
      if (!action?.from?.includes(state)) report('publicView.duties', `${duty.action} is not possible in ${state}`);
  }
}
