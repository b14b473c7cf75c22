import type { Report } from './check-words.js';
import type { Action, Line } from './line.js';

/** Every state can be reached, and from every state that is no end some step leads on. */
export function checkStates(line: Line, report: Report): void {
  const reached = reachable(line);
  for (const [key, state] of Object.entries(line.states)) {
    if (!reached.has(key)) report(`states.${key}`, 'cannot be reached');
    else if (line.kind === 'case' && state.tone !== 'ended' && !leaves(line, key))
      report(`states.${key}`, 'is a dead end');
  }
}

const leaves = (line: Line, state: string): boolean =>
  Object.values(line.actions).some(
    (action) =>
      action.from?.includes(state) === true &&
      action.to !== undefined &&
      (typeof action.to === 'object' && 'previous' in action.to ? true : targetsOf(action).some((to) => to !== state)),
  );

/** The states an action may lead to, without the way back from a suspension. */
export const targetsOf = (action: Action): string[] => {
  if (action.to === undefined || (typeof action.to === 'object' && 'previous' in action.to)) return [];
  return typeof action.to === 'string' ? [action.to] : Object.values(action.to.map);
};

function reachable(line: Line): Set<string> {
  const reached = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const action of Object.values(line.actions)) {
      const possible = action.from === undefined || action.from.some((state) => reached.has(state));
      for (const state of possible ? targetsOf(action) : []) {
        if (!reached.has(state)) {
          reached.add(state);
          grown = true;
        }
      }
    }
  }
  return reached;
}
