import type { Json, JsonObject } from '@fadu/kernel';
import type { Matter, MatterEvent } from './matter.js';

/**
 * The matter after one more event. Needs no definition: an event holds outcomes.
 * @throws Error when the event does not follow: a hole in the record is a fault, not an expected failure.
 */
export function evolve(matter: Matter | undefined, event: MatterEvent): Matter {
  if (event.opening) {
    if (matter) throw new Error(`matter ${matter.id} was opened twice`);
    return advance(
      {
        ...event.opening,
        number: null,
        state: event.to,
        previousState: null,
        revision: 0,
        data: {},
        clocks: {},
        assignees: {},
        pending: null,
        openedOn: event.on,
        closedOn: null,
        flags: [],
      },
      event,
    );
  }
  if (!matter) throw new Error('the first event does not open a matter');
  return advance(matter, event);
}

function advance(matter: Matter, event: MatterEvent): Matter {
  if (event.seq !== matter.revision + 1) {
    throw new Error(`event ${event.seq} does not follow revision ${matter.revision} of matter ${matter.id}`);
  }
  return {
    ...matter,
    number: event.number ?? matter.number,
    state: event.to,
    previousState: event.to === matter.state ? matter.previousState : matter.state,
    revision: event.seq,
    data: changed(matter.data, event.set, event.append),
    clocks: { ...matter.clocks, ...Object.fromEntries(event.clocks.map((clock) => [clock.code, clock])) },
    assignees: { ...matter.assignees, ...event.assign },
    pending: event.pending,
    closedOn: event.closes ? event.on : event.reopens ? null : matter.closedOn,
    flags: flagged(matter.flags, event),
  };
}

/** The flags after an event: those looked at are gone. */
function flagged(before: readonly string[], { flags, settles = [] }: MatterEvent): readonly string[] {
  if (flags.length === 0 && settles.length === 0) return before;
  return [...new Set([...before.filter((flag) => !settles.includes(flag)), ...flags])];
}

/** The fields after an event: some set, an item added to a list. A matter has many fields, so they are copied once. */
export function changed(before: JsonObject, set: JsonObject, append: MatterEvent['append']): JsonObject {
  const after: Record<string, Json> = { ...before, ...set };
  if (append) {
    const list = after[append.field];
    after[append.field] = [...(Array.isArray(list) ? (list as Json[]) : []), append.item];
  }
  return after;
}

export const replay = (events: Iterable<MatterEvent>): Matter | undefined => {
  let matter: Matter | undefined;
  for (const event of events) matter = evolve(matter, event);
  return matter;
};
