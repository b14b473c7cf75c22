import type { Json, JsonObject, PlainDate } from '@fadu/kernel';
import {
  type ClockState,
  type Fields,
  fillTitle,
  holds,
  isPaused,
  isRunning,
  isSealed,
  type Line,
  type Matter,
  participantOrgs,
} from '@fadu/procedure';
import type { Directory } from '../access/directory.js';

/** A matter as the tables hold it: the fold of its events, and what lists and to-dos are found by. */
export interface MatterRecord extends Matter {
  readonly receipt: string;
  readonly path: string;
  readonly orgs: readonly string[];
  readonly title: string;
  readonly dueOn: PlainDate | null;
  readonly dueClock: string | null;
  readonly paused: boolean;
  /** `post:organization` of those who can move it now. */
  readonly waitsFor: readonly string[];
  readonly people: readonly string[];
  readonly actedBy: readonly string[];
}

/** The texts by which a matter is found: title, numbers, and what its fields hold for searching. */
export const foundBy = (
  line: Line,
  { title, number, receipt, data }: Pick<MatterRecord, 'title' | 'number' | 'receipt' | 'data'>,
): string[] => [title, number ?? '', receipt, ...searchTexts(line.fields, data)];

/** The fields of a line whose texts matters are found by, beside title and numbers. */
export const searchedFields = (line: Line): readonly string[] => searchedIn(line.fields).map(([key]) => key);

/** Everything derived from a matter; `fadu check` derives it again and compares. */
export function project(
  line: Line,
  matter: Matter,
  receipt: string,
  actedBy: readonly string[],
  directory: Directory,
): MatterRecord {
  const participants = (line.participants ?? []).flatMap((field) => {
    const served = line.served?.[field];
    if (served && !holds(served.when, matter.data)) return [];
    return participantOrgs(matter.data, field);
  });
  const title = titleOf(line, matter, directory);
  // The organ's own last day, a duty before a right; what others have to do by when is no overrun of the organ.
  const own =
    nearest(line, matter, ({ holder, expiry }) => holder === 'organ' && expiry !== 'right' && expiry !== 'wait') ??
    nearest(line, matter, ({ holder }) => holder === 'organ');
  return {
    ...matter,
    receipt,
    path: directory.getOrg(matter.organ).path,
    orgs: [...new Set([matter.organ, ...participants])],
    title,
    dueOn: own?.legalDue ?? null,
    dueClock: own?.code ?? null,
    paused: own ? isPaused(own) : false,
    waitsFor: waitsFor(line, matter),
    people: [...new Set(Object.values(matter.assignees).flat())],
    actedBy: [...new Set(actedBy)],
  };
}

export function titleOf(line: Line, matter: Matter, directory: Directory): string {
  const words = { organ: directory.getOrg(matter.organ).name, number: matter.number ?? '' };
  const title = fillTitle(line.list.title, {
    line,
    data: matter.data,
    clocks: matter.clocks,
    nameOf: directory.nameOf,
    words,
  });
  return title === '' ? line.name : title;
}

function nearest(
  line: Line,
  matter: Matter,
  wanted: (clock: Line['clocks'][string]) => boolean,
): ClockState | undefined {
  return Object.values(matter.clocks)
    .filter((clock) => isRunning(clock) && line.clocks[clock.code] !== undefined && wanted(line.clocks[clock.code]!))
    .sort((a, b) => Number(isPaused(a)) - Number(isPaused(b)) || a.legalDue.localeCompare(b.legalDue))[0];
}

/**
 * Who can move the matter: those who approve what waits; else the posts of actions that lead to another state or stop a
 * running clock. An action that merely may be taken at any time (suspension, withdrawal) is nobody's duty.
 */
function waitsFor(line: Line, matter: Matter): string[] {
  const rules = matter.pending
    ? (line.actions[matter.pending.action]?.approvedBy ?? [])
    : openIn(line, matter.state)
        .filter((action) => isDuty(action, matter))
        .flatMap((action) => action.by);
  const places = rules.flatMap((rule) => {
    if (rule === 'party' || rule === 'clock' || rule === 'message') return [];
    const [post, participant] = rule.split('@') as [string, string?];
    const orgs = participant === undefined ? [matter.organ] : participantOrgs(matter.data, participant);
    return orgs.map((org) => `${post}:${org}`);
  });
  return [...new Set(places)];
}

const open = new WeakMap<Line, Map<string, readonly Line['actions'][string][]>>();

/** Actions that start from a state; told once for each line. */
function openIn(line: Line, state: string): readonly Line['actions'][string][] {
  let byState = open.get(line);
  if (!byState) {
    byState = new Map();
    for (const action of Object.values(line.actions))
      for (const from of action.from ?? []) byState.set(from, [...(byState.get(from) ?? []), action]);
    open.set(line, byState);
  }
  return byState.get(state) ?? [];
}

export function isDuty(action: Line['actions'][string], matter: Matter): boolean {
  if (!action.from?.includes(matter.state)) return false;
  if (action.duty === false) return false;
  const data = { ...matter.data, $ruleSet: matter.ruleSet, $state: matter.state };
  if ((action.when && !holds(action.when, data)) || (action.duty && !holds(action.duty, data))) return false;
  if (action.due) return isRunning(matter.clocks[action.due]);
  if (action.duty) return true;
  // Few states: the step belongs to this stage. Many: it is open at any time and nobody's duty.
  return action.to !== undefined && action.from.length <= 3 && action.grave !== true;
}

function searchTexts(fields: Fields, data: JsonObject): string[] {
  return searchedIn(fields).flatMap(([key, spec]): string[] => {
    const value: Json | undefined = data[key];
    if (value === undefined || value === null || isSealed(value)) return [];
    if (spec.kind === 'group') return searchTexts(spec.of, value as JsonObject);
    if (spec.kind === 'list') return (value as JsonObject[]).flatMap((item) => searchTexts(spec.of, item));
    return typeof value === 'string' ? [value] : [];
  });
}

const searched = new WeakMap<Fields, [string, Fields[string]][]>();

/** The few of a line's fields by which its matters are found; told once for each definition. */
function searchedIn(fields: Fields): readonly [string, Fields[string]][] {
  const known = searched.get(fields);
  if (known) return known;
  const found = Object.entries(fields).filter(([, spec]) => {
    if (spec.kind === 'group' || spec.kind === 'list') return searchedIn(spec.of).length > 0;
    const named = spec.kind === 'docNumber' || spec.kind === 'courtCaseNumber' || spec.kind === 'creditCode';
    return spec.search || named;
  });
  searched.set(fields, found);
  return found;
}
