import { addDays, type JsonObject, plainDate, weekday } from '@fadu/kernel';
import { checkDefinition } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { DISCLOSURE } from './disclosure.js';
import { annualReport } from './index.js';

const opening: JsonObject = { unit: 'gov', year: 2023, openedOn: '2024-01-08' };
const texts = [
  { chapter: 'duty', text: '听取汇报两次。' },
  { chapter: 'problems', text: '基层力量不足。' },
  { chapter: 'next', text: '充实基层力量。' },
];
const frozen: JsonObject = {
  texts,
  textVersion: 2,
  chapters: [{ title: '一、依法化解行政争议和矛盾纠纷', text: '受理行政复议案件60件。' }],
  figures: [
    {
      code: 'reconsideration.accepted',
      name: '受理行政复议案件数',
      written: '受理行政复议案件60件',
      value: '60',
      source: 'records',
      counted: '期内受理的案件',
      origin: '记录60条',
    },
  ],
  digest: 'a'.repeat(64),
  frozenBy: ['p1'],
};
/** The platform, at the request of the writer. */
const platform = { actor: { kind: 'message', from: 'm1' } } as const;

function written() {
  const walker = walk(annualReport);
  walker.take('2024-01-08', 'begin', opening);
  return walker;
}
function approved() {
  const walker = written();
  walker.take('2024-02-20', 'freeze', frozen, platform);
  walker.take('2024-02-22', 'review', { lawful: true, secrecy: true });
  walker.take('2024-02-26', 'endorse');
  return walker;
}

it('is a sound definition', () => expect(checkDefinition(annualReport)).toEqual([]));

describe('the annual report', () => {
  it('is written, frozen, checked, approved and published in time', () => {
    const walker = approved();
    walker.take('2024-03-12', 'publish', { publishedOn: '2024-03-12', address: 'https://example.invalid/2023' });
    expect(walker.matter).toMatchObject({ state: 'published', clocks: { publish: { outcome: 'met' } } });
    expect(JSON.stringify(walker.events)).toContain('受理行政复议案件60件');
    expect(walker.events.at(-1)!.documents).toMatchObject([{ template: 'report' }]);
  });

  it('goes back to the writer, and what was frozen has to be frozen again', () => {
    const walker = approved();
    walker.take('2024-02-27', 'revise', { returnReason: '第六章数据口径须说明。' });
    expect(walker.matter).toMatchObject({ state: 'writing' });
    expect(walker.matter!.data.digest ?? null).toBeNull();
    expect(walker.matter!.data.secrecy).toBe(false);
  });

  it('has no figures typed by hand', () =>
    expect(codesOf(written().decline('2024-02-20', 'freeze', frozen))).toEqual(['engine.not_yours']));

  it('is not frozen without what a report must contain', () => {
    const walker = walk(annualReport);
    walker.take('2024-01-08', 'begin', opening);
    expect(codesOf(walker.decline('2024-02-20', 'freeze', { ...frozen, texts: texts.slice(0, 1) }, platform))).toEqual([
      'report.chapters',
    ]);
  });

  it.each([[{ lawful: true, secrecy: false }], [{ lawful: false, secrecy: true }]])(
    'does not pass a check that failed: %o',
    (input) => {
      const walker = written();
      walker.take('2024-02-20', 'freeze', frozen, platform);
      expect(codesOf(walker.decline('2024-02-22', 'review', input))).toEqual(['report.not_checked']);
    },
  );

  it('changes a figure only with an indicator and a reason', () => {
    const walker = written();
    const override = (code: string) => ({ overrides: [{ code, value: '61', reason: '含并案一件。' }] });
    expect(codesOf(walker.decline('2024-02-02', 'override', override('no.such')))).toEqual(['report.override_code']);
    walker.take('2024-02-02', 'override', override('reconsideration.accepted'));
    walker.take('2024-02-03', 'restore');
    expect(walker.matter!.data.overrides ?? null).toBeNull();
  });

  it('asks why it is late', () => {
    const late = { publishedOn: '2024-04-01', address: 'https://example.invalid/2023' };
    expect(
      approved()
        .decline('2024-04-01', 'publish', late)
        .needsReason.map((one) => one.code),
    ).toEqual(['report.late']);
    const walker = approved();
    walker.take('2024-04-01', 'publish', late, { reasons: { 'report.late': '等待数据核实。' } });
    expect(walker.matter!.clocks.publish).toMatchObject({ outcome: 'late' });
  });

  it('is one a year', () => {
    const same = [{ id: 'm9', line: 'report', number: null, state: 'writing', data: {} }];
    expect(codesOf(walk(annualReport).decline('2024-01-08', 'begin', opening, { related: { same } }))).toEqual([
      'report.another',
    ]);
  });

  it('has the last day of the law, which nobody enters, also when it is begun too late', () => {
    const walker = walk(annualReport);
    walker.take('2024-05-06', 'begin', { ...opening, openedOn: '2024-05-06' });
    expect(walker.matter).toMatchObject({
      data: { endedOn: '2023-12-31', dueOn: addDays(DISCLOSURE.before(2023), -1) },
      clocks: { publish: { startedOn: '2023-12-31', legalDue: '2024-03-31' } },
    });
    // A Sunday: the day before the first of April does not move.
    expect(weekday(plainDate('2024-03-31'))).toBe(0);
  });

  it('is not begun before its year', () =>
    expect(walk(annualReport).decline('2024-01-08', 'begin', { ...opening, year: 2025 }).refusals).toMatchObject([
      { code: 'report.future', message: '2025年度还没有开始，不能编制。请核对年度。' },
    ]));

  it('is settled when the year is over, not on its last day', () => {
    const walker = walk(annualReport);
    walker.take('2023-12-01', 'begin', { ...opening, openedOn: '2023-12-01' });
    expect(codesOf(walker.decline('2023-12-31', 'freeze', frozen, platform))).toEqual(['report.year_open']);
    walker.take('2024-01-01', 'freeze', frozen, platform);
  });

  it.each([
    [{ publishedOn: '2024-02-25' }, 'report.order'],
    [{ address: 'www.example.invalid' }, 'report.address'],
    [{ address: 'javascript:alert(1)' }, 'report.address'],
  ])('is not published like this: %o', (input, code) => {
    const told = { publishedOn: '2024-03-12', address: 'https://example.invalid/2023', ...input };
    expect(codesOf(approved().decline('2024-03-12', 'publish', told))).toEqual([code]);
  });

  it('has no refusal beyond those reached here', () =>
    expect(guardCodes(annualReport)).toEqual(
      [
        'address',
        'another',
        'chapters',
        'erratum_order',
        'erratum_unknown',
        'future',
        'late',
        'not_checked',
        'order',
        'override_code',
        'year_open',
      ].map((code) => `report.${code}`),
    ));

  describe('once it is published', () => {
    const published = () => {
      const walker = approved();
      walker.take('2024-03-12', 'publish', { publishedOn: '2024-03-12', address: 'https://example.invalid/2023' });
      return walker;
    };
    const writer = {
      kind: 'official',
      person: 'p2',
      name: '康试例',
      posts: [{ post: 'reportWriter', org: 'gov' }],
    } as const;
    const wrong = { on: '2024-05-10', was: '受理行政复议案件60件', now: '受理行政复议案件61件', reason: '漏计一件。' };

    it('is put right beside what was published, with a paper, after approval', () => {
      const walker = published();
      walker.take('2024-05-10', 'correctPublished', wrong, { actor: writer });
      expect(walker.matter!.pending).toMatchObject({ action: 'correctPublished' });
      expect(walker.matter!.data.errata ?? []).toEqual([]);
      walker.take('2024-05-11', 'approve', {});
      expect(walker.matter).toMatchObject({ state: 'published', data: { errata: [wrong] } });
      expect(walker.matter!.data.chapters).toEqual(frozen.chapters);
      expect(walker.events.at(-1)!.documents).toMatchObject([{ template: 'erratum' }]);
    });

    it.each([
      [{ was: '受理行政复议案件59件' }, 'report.erratum_unknown'],
      [{ now: '受理行政复议案件60件' }, 'report.erratum_unknown'],
      [{ on: '2024-03-11' }, 'report.erratum_order'],
    ])('is not put right like this: %o', (input, code) =>
      expect(codesOf(published().decline('2024-05-10', 'correctPublished', { ...wrong, ...input }))).toEqual([code]),
    );

    it('is not put right before', () =>
      expect(codesOf(approved().decline('2024-05-10', 'correctPublished', wrong))).toEqual(['engine.wrong_state']));
  });
});
