import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nationalCalendar } from '@fadu/calendar';
import { type Instant, type PlainDate, plainDate } from '@fadu/kernel';
import { afterAll, expect, it } from 'vitest';
import {
  type Context,
  checkDefinition,
  checkForm,
  decide,
  describe,
  evolve,
  fillTitle,
  formOf,
  type Line,
  type LineDescription,
  type Matter,
  mergeDocument,
  specAt,
} from './index.js';

/** The tutorial of CONTRIBUTING.md is run as it is printed there. */
const dir = mkdtempSync(join(import.meta.dirname, '.tutorial-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const official = (post: string) => ({
  kind: 'official' as const,
  person: 'p1',
  name: '李样例',
  posts: [{ post, org: 'org' }],
});
const context = (post: string, now: string): Context => ({
  now: now as Instant,
  actor: official(post),
  calendar: nationalCalendar,
  related: {},
  opening: { id: '01890000-0000-7000-8000-000000000001', region: '220800', organ: 'org' },
  organShortName: '样',
  serial: () => 1,
});

function step(
  line: Line,
  matter: Matter | undefined,
  post: string,
  action: string,
  input: Record<string, string>,
): Matter {
  const decided = decide(line, matter, { action, input }, context(post, '2024-10-09T02:00:00.000Z'));
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value.events.reduce<Matter | undefined>(evolve, matter)!;
}

it('the line of the tutorial loads, refuses, counts, numbers and waits for approval', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../CONTRIBUTING.md'), 'utf8');
  const code = /```ts tutorial\n([\s\S]*?)```/.exec(text)?.[1];
  expect(code).toBeDefined();
  const path = join(dir, 'petition.ts');
  writeFileSync(path, code!);
  const { petition } = (await import(path)) as { petition: Line };
  expect(checkDefinition(petition)).toEqual([]);
  // What the browser and the list need comes from the definition alone, as plain data.
  const described = JSON.parse(JSON.stringify(describe(petition, plainDate('2024-03-01')))) as LineDescription;
  expect(Object.keys(described.actions.register!.form)).toEqual(
    Object.keys(formOf(petition, petition.actions.register!)),
  );
  expect(checkForm(described.actions.register!.form, {}, '2024-10-09' as PlainDate).faults.length).toBeGreaterThan(0);
  const registered = step(petition, undefined, 'handler', 'register', {
    receivedOn: '2024-10-08',
    writer: '王示例',
    facts: '路灯不亮三个月',
  });
  const merge = { line: petition, data: registered.data, clocks: registered.clocks, nameOf: String, words: {} };
  expect(fillTitle(petition.list.title, merge)).not.toMatch(/[{}]/);
  for (const field of [...petition.list.columns, ...petition.list.filters])
    expect(specAt(petition.fields, field)).toBeDefined();
  for (const document of Object.values(petition.documents))
    expect(JSON.stringify(mergeDocument(document, merge))).not.toMatch(/[{]\w+[}]/);
  expect(registered.clocks.accept?.legalDue).toBe('2024-10-28');
  const thin = step(petition, undefined, 'handler', 'register', {
    receivedOn: '2024-10-08',
    writer: '王示例',
    facts: '路灯',
  });
  const refused = decide(
    petition,
    thin,
    { action: 'accept', input: {} },
    context('handler', '2024-10-09T02:00:00.000Z'),
  );
  expect(refused.ok ? [] : refused.error.refusals.map((one) => one.code)).toEqual(['petition.no_facts']);
  const accepted = step(petition, registered, 'handler', 'accept', {});
  expect([accepted.number, accepted.state, accepted.clocks.accept?.outcome]).toEqual([
    '样信〔2024〕1号',
    'accepted',
    'met',
  ]);
  const waiting = step(petition, accepted, 'handler', 'answer', { answer: '已修复' });
  expect([waiting.state, waiting.pending?.action]).toEqual(['accepted', 'answer']);
  expect(step(petition, waiting, 'sectionHead', 'approve', {}).state).toBe('answered');
  expect(step(petition, waiting, 'sectionHead', 'return', { reason: '写清时间' }).pending).toBeNull();
});
