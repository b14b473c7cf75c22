import { nationalCalendar } from '@fadu/calendar';
import { addDays, type JsonObject, parsePlainDate, toInstant } from '@fadu/kernel';
import { lines } from '@fadu/lines';
import { type Actor, decide, type Line, type Matter } from '@fadu/procedure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/**
 * Who may take an action, said a second time and in another way: as a table made from the definition before anybody
 * asks. Each row is a post at a place; a person may act when one of the rows is one of the posts held. `postFor` of the
 * engine is not used.
 */
interface Row {
  readonly post: string;
  readonly place: 'organ' | `@${string}`;
}

function tableOf(line: Line): Map<string, readonly (Row | 'party' | 'clock' | 'message')[]> {
  const table = new Map<string, (Row | 'party' | 'clock' | 'message')[]>();
  for (const [key, action] of Object.entries(line.actions)) {
    table.set(
      key,
      action.by.map((rule) => {
        if (rule === 'party' || rule === 'clock' || rule === 'message') return rule;
        const at = rule.indexOf('@');
        return at < 0
          ? { post: rule, place: 'organ' }
          : { post: rule.slice(0, at), place: `@${rule.slice(at + 1)}` as const };
      }),
    );
  }
  return table;
}

const PLACES = ['organ', 'superior', 'otherCounty', 'participant', 'strangerAgency'] as const;
type Place = (typeof PLACES)[number];

/** Where a place of the statement is: the organ itself, or the participant named by the matter. */
const isAt = (row: Row, place: Place): boolean => (row.place === 'organ' ? place === 'organ' : place === 'participant');

interface Asked {
  readonly kind: Actor['kind'];
  readonly posts: readonly { readonly post: string; readonly place: Place }[];
  /** Of a citizen: whether the matter is theirs. */
  readonly own: boolean;
  /** Whether the person is the one assigned. */
  readonly assigned: boolean;
}

function mayTake(
  rows: readonly (Row | 'party' | 'clock' | 'message')[],
  actor: Asked,
  assignedPosts: ReadonlySet<string>,
): boolean {
  return rows.some((row) => {
    if (typeof row === 'string') return actor.kind === row && (row !== 'party' || actor.own);
    if (actor.kind !== 'official') return false;
    const holds = actor.posts.some((held) => held.post === row.post && isAt(row, held.place));
    return holds && (row.place !== 'organ' || !assignedPosts.has(row.post) || actor.assigned);
  });
}

const NOT_YOURS = 'engine.not_yours';
const now = toInstant(new Date('2026-11-25T02:00:00Z'));
const today = parsePlainDate('2026-11-25')!;

function matterOf(line: Line, state: string, assigned: ReadonlySet<string>): Matter {
  const data: Record<string, string> = {};
  for (const field of line.participants ?? []) data[field] = 'participant';
  for (const rules of line.ruleSets) data[rules.chosenBy] = addDays(today, -3);
  return {
    id: 'm1',
    region: '990101',
    line: line.code,
    lineVersion: line.version,
    ruleSet: line.ruleSets.at(-1)!.code,
    organ: 'organ',
    number: null,
    state,
    previousState: null,
    revision: 1,
    data: data as JsonObject,
    clocks: {},
    assignees: Object.fromEntries([...assigned].map((post) => [post, ['assigned-person']])),
    pending: null,
    openedOn: addDays(today, -3),
    closedOn: null,
    flags: [],
  };
}

describe.each(lines.map((line) => [line.name, line] as const))('%s', (_, line) => {
  const table = tableOf(line);
  const posts = Object.keys(line.posts);
  const held = fc.record({ post: fc.constantFrom(...posts), place: fc.constantFrom(...PLACES) });
  const actors = fc.record({
    kind: fc.constantFrom<Actor['kind'][]>('official', 'official', 'official', 'party', 'clock', 'message'),
    posts: fc.array(held, { maxLength: 3 }),
    own: fc.boolean(),
    assigned: fc.boolean(),
  });

  const check = (key: string, asked: Asked, assigned: readonly string[], pick: number): void => {
    const action = line.actions[key]!;
    const assignedPosts = new Set(action.from === undefined ? [] : assigned);
    const state = action.from?.[pick % action.from.length];
    const matter = state === undefined ? undefined : matterOf(line, state, assignedPosts);
    const actor: Actor =
      asked.kind === 'official'
        ? {
            kind: 'official',
            person: asked.assigned ? 'assigned-person' : 'somebody',
            name: '样例',
            posts: asked.posts.map(({ post, place }) => ({ post, org: place })),
          }
        : asked.kind === 'party'
          ? { kind: 'party', ...(matter ? { matter: asked.own ? 'm1' : 'm2' } : {}) }
          : asked.kind === 'message'
            ? { kind: 'message', from: 'm9' }
            : { kind: 'clock' };
    const decided = decide(
      line,
      matter,
      // What opens a matter names its participants on the form.
      {
        action: key,
        input: matter ? {} : Object.fromEntries((line.participants ?? []).map((one) => [one, 'participant'])),
      },
      {
        now,
        actor,
        calendar: nationalCalendar,
        related: {},
        organShortName: '样',
        serial: () => 1,
        ...(matter ? {} : { opening: { id: 'm1', region: '990101', organ: 'organ' } }),
      },
    );
    const codes = decided.ok ? [] : decided.error.refusals.map((one) => one.code);
    // A condition of the matter, or the law of its day, may forbid the step to everybody; then nobody is told whose it is.
    if (codes.includes('engine.not_applicable') || codes.includes('engine.not_in_law')) return;
    const own = { ...asked, own: asked.own || matter === undefined };
    expect(!codes.includes(NOT_YOURS), `${key} by ${JSON.stringify(actor)}`).toBe(
      mayTake(table.get(key)!, own, assignedPosts),
    );
  };

  it('lets act exactly those whom the statement names: every action × post × place', () => {
    for (const key of table.keys())
      for (const post of posts)
        for (const place of PLACES)
          check(key, { kind: 'official', posts: [{ post, place }], own: false, assigned: false }, [], 0);
    for (const key of table.keys())
      for (const kind of ['party', 'clock', 'message'] as const)
        for (const own of [true, false]) check(key, { kind, posts: [], own, assigned: false }, [], 0);
  });

  it('does so too for people with several posts, in any state, where others were assigned', () => {
    fc.assert(fc.property(fc.constantFrom(...table.keys()), actors, fc.subarray(posts), fc.nat(), check), {
      numRuns: 300,
    });
  });

  it('covers every action: each may be taken by somebody of the statement', () => {
    for (const [key, rows] of table) expect(rows.length, key).toBeGreaterThan(0);
  });
});
