import { lines } from '@fadu/lines';
import type { Actor, Line, MatterEvent } from '@fadu/procedure';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { act } from '../matters/execute.js';
import { write } from '../matters/write.js';
import { freshKey, populate, raise, type Stage } from '../testing/stage.js';
import { EVERYTHING, type Scope } from './scope.js';

/**
 * Every action of every real line, by people with any post at any place, through `act` and row security. Who may is said
 * here a second time, from the definition's table: a post named plainly is at the organ, `post@field` at the participant.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await raise({ lines });
  await populate(stage);
});
afterAll(() => stage.close());

const PLACES = ['east', 'eastbureau', 'west', 'westbureau', 'city'] as const;
const ORGAN = 'east';
const AGENCY = 'eastbureau';

let made = 0;
/** A matter of the county of the east, in any state, as if it had come there; the agency of the east takes part. */
async function matterIn(line: Line, state: string): Promise<string> {
  const id = `01890000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const data = Object.fromEntries((line.participants ?? []).map((field) => [field, AGENCY]));
  const event = {
    seq: 1,
    at: stage.platform.now().toISOString(),
    on: '2024-10-09',
    actor: { kind: 'clock' },
    kind: 'opened',
    action: 'test',
    from: null,
    to: state,
    set: data,
    append: null,
    clocks: [],
    documents: [],
    number: null,
    pending: null,
    assign: {},
    reasons: {},
    flags: [],
    opening: {
      id,
      region: '990101',
      line: line.code,
      lineVersion: line.version,
      ruleSet: line.ruleSets.at(-1)!.code,
      organ: ORGAN,
    },
    closes: false,
    messages: [],
  } as unknown as MatterEvent;
  const request = {
    actor: { kind: 'clock' as const },
    scope: { ...EVERYTHING, matter: id },
    key: freshKey(),
    command: { action: 'test', input: {} },
  };
  const written = await write(
    stage.platform.pool,
    { platform: stage.platform, line, before: undefined, request, print: 'test' },
    [event],
  );
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return id;
}

interface Held {
  readonly post: string;
  readonly org: (typeof PLACES)[number];
  readonly above: boolean;
}

const scopeOf = (held: readonly Held[]): Scope => ({
  orgs: held.map((one) => one.org),
  paths: held.flatMap((one) => (one.above ? [stage.platform.directory.getOrg(one.org).path] : [])),
  matter: null,
});

/** Whether the matter is there at all for these posts; an agency from whom it is kept back as yet does not see it. */
async function isThere(held: readonly Held[], id: string): Promise<boolean> {
  const [row] = await stage.asSuperuser<{ orgs: string[] }>('select orgs from matter where id = $1', [id]);
  return held.some((one) => row!.orgs.includes(one.org) || (one.above && (one.org === 'east' || one.org === 'city')));
}

const mayTake = (line: Line, key: string, held: readonly Held[]): boolean =>
  line.actions[key]!.by.some((rule) => {
    const [post, field] = rule.split('@') as [string, string?];
    return held.some((one) => one.post === post && one.org === (field === undefined ? ORGAN : AGENCY));
  });

it('is allowed or refused exactly as the definition says, and not found where the matter is not seen', async () => {
  const cases = lines.flatMap((line) =>
    Object.entries(line.actions).flatMap(([key, action]) => (action.from ?? []).map((state) => ({ line, key, state }))),
  );
  const heldBy = (line: Line) =>
    fc.array(
      fc.record({
        post: fc.constantFrom(...Object.keys(line.posts)),
        org: fc.constantFrom(...PLACES),
        above: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    );
  const asked = fc.constantFrom(...cases).chain((one) => heldBy(one.line).map((held) => ({ ...one, held })));
  const seen = { missing: 0, refused: 0, allowed: 0 };
  await fc.assert(
    fc.asyncProperty(asked, async ({ line, key, state, held }) => {
      const id = await matterIn(line, state);
      const there = await isThere(held, id);
      const actor: Actor = { kind: 'official', person: 'somebody', name: '样例', posts: held };
      const result = await act(stage.platform, id, 1, {
        actor,
        scope: scopeOf(held),
        key: freshKey(),
        command: { action: key, input: {} },
      });
      const kind = result.ok ? 'ok' : result.error.kind;
      const codes =
        !result.ok && result.error.kind === 'declined' ? result.error.decline.refusals.map((one) => one.code) : [];
      if (!there) {
        seen.missing += 1;
        expect(kind, `${line.code}.${key}`).toBe('not-found');
        return;
      }
      expect(kind).not.toBe('not-found');
      if (codes.includes('engine.not_applicable') || codes.includes('engine.not_in_law')) return;
      const may = mayTake(line, key, held);
      seen[may ? 'allowed' : 'refused'] += 1;
      expect(codes.includes('engine.not_yours'), `${line.code}.${key} in ${state} by ${JSON.stringify(held)}`).toBe(
        !may,
      );
      if (!may) expect(result.ok).toBe(false);
    }),
    { numRuns: 250 },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(5);
});
