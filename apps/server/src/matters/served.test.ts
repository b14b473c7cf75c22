import { given, type Line, type MatterEvent } from '@fadu/procedure';
import { expect, it } from 'vitest';
import { cutData, cutFor, maySeeDocument, maySeeEvent } from './served.js';
import type { Viewer } from './view.js';

/** As much of a line as decides what a participant sees. */
const line = {
  participants: ['bureau'],
  served: { bureau: { when: given('sentOn'), fields: ['bureau', 'facts', 'sentOn'] } },
  documents: { notice: { toParticipant: 'bureau' }, letter: { serve: [{ to: 'bureau' }] }, minutes: {} },
  actions: { send: { publicText: '已发送' }, draft: {}, extend: { publicText: '已延长' } },
} as unknown as Line;
const record = {
  organ: 'city',
  path: 'r.city',
  data: { bureau: 'b1', facts: '……', opinionOfTheOffice: '……', sentOn: '2026-11-02' },
};
const viewer = (orgs: string[], paths: string[] = []): Viewer => ({
  actor: { kind: 'official', person: 'p1', name: '李样例', posts: [] },
  scope: { orgs, paths, matter: null },
});
const event = (change: object): MatterEvent =>
  ({
    kind: 'acted',
    action: 'send',
    actor: { kind: 'official', org: 'city' },
    documents: [],
    ...change,
  }) as unknown as MatterEvent;

it('cuts nothing for the organ and whoever stands above it', () => {
  expect(cutFor(viewer(['city']), line, record)).toBeNull();
  expect(cutFor(viewer(['province'], ['r']), line, record)).toBeNull();
});

it('does not take a path for another that only begins alike', () => {
  expect(cutFor(viewer(['b1'], ['r.cit']), line, record)).not.toBeNull();
});

it('leaves a participant the fields served on it, not what the organ thinks', () => {
  const cut = cutFor(viewer(['b1']), line, record);
  expect(Object.keys(cutData(record.data, cut))).toEqual(['bureau', 'facts', 'sentOn']);
});

it('shows a participant steps the parties are told of, and its own; not the office talking to itself', () => {
  const cut = cutFor(viewer(['b1']), line, record)!;
  expect(maySeeEvent(line, event({}), cut)).toBe(true);
  for (const kind of ['requested', 'returned', 'reassigned', 'corrected'])
    expect(maySeeEvent(line, event({ kind, action: 'extend' }), cut)).toBe(false);
  expect(maySeeEvent(line, event({ action: 'draft' }), cut)).toBe(false);
  expect(maySeeEvent(line, event({ action: 'draft', actor: { kind: 'official', org: 'b1' } }), cut)).toBe(true);
});

it('shows a participant documents given to it or served on it, and its own', () => {
  const cut = cutFor(viewer(['b1']), line, record);
  expect(maySeeDocument(line, 'notice', false, cut)).toBe(true);
  expect(maySeeDocument(line, 'letter', false, cut)).toBe(true);
  expect(maySeeDocument(line, 'minutes', false, cut)).toBe(false);
  expect(maySeeDocument(line, 'minutes', true, cut)).toBe(true);
});

it('takes each organization of a list for a participant: joint respondents see what was served on them', () => {
  const joint = {
    ...line,
    participants: ['bureau', 'others.organ'],
    served: { ...line.served, 'others.organ': { when: given('sentOn'), fields: ['others', 'facts'] } },
    documents: { ...line.documents, copy: { serve: [{ to: 'bureau' }, { to: 'others' }] } },
  } as unknown as Line;
  const others = [{ name: '样例甲局', organ: 'b2' }, { name: '不在平台上的样例乙局' }];
  const cut = cutFor(viewer(['b2']), joint, { ...record, data: { ...record.data, others } });
  expect(cut).toMatchObject({ orgs: ['b2'], participants: ['others.organ'] });
  expect(Object.keys(cutData({ ...record.data, others }, cut))).toEqual(['facts', 'others']);
  expect(maySeeDocument(joint, 'copy', false, cut)).toBe(true);
  expect(maySeeDocument(joint, 'notice', false, cut)).toBe(false);
  expect(cutFor(viewer(['b3']), joint, { ...record, data: { ...record.data, others } })).toBeNull();
});
