import { nationalCalendar } from '@fadu/calendar';
import { type JsonObject, plainDate } from '@fadu/kernel';
import { checkDefinition, countClock } from '@fadu/procedure';
import { codesOf, guardCodes, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { advice } from './index.js';
import { own } from './own-indicators.js';

const letter: JsonObject = {
  issuer: 'court',
  issuerName: '白城市中级人民法院',
  letterNo: '白法建〔2024〕3号',
  kind: 'governance',
  subject: '规范执法文书送达',
  receivedOn: '2024-08-05',
  suggestions: [{ content: '完善送达程序。' }, { content: '开展培训' }],
};
const answer = (suggestion: string): JsonObject => ({
  suggestion,
  accepted: 'yes',
  measure: '修订送达规程',
  result: '已印发',
});

function assigned(more: JsonObject = {}) {
  const walker = walk(advice);
  walker.take('2024-08-06', 'register', { ...letter, ...more });
  walker.take('2024-08-07', 'assign', { assignedTo: 'bureau' });
  return walker;
}

it('is a sound definition', () => expect(checkDefinition(advice)).toEqual([]));

describe('worked dates', () => {
  it.each<[string, string, string, JsonObject?]>([
    ['governance', '2023-12-31', '2024-02-29'],
    ['public-interest', '2024-09-20', '2024-10-08', { urgent: true }],
    ['public-interest', '2024-09-20', '2024-11-20', { urgent: false }],
    ['norm', '2024-08-05', '2024-10-08'],
    ['reminder', '2024-09-27', '2024-10-12'],
  ])('%s from %s', (code, from, due, data = {}) => {
    const counted = countClock({
      clock: advice.clocks[code]!,
      data,
      from: plainDate(from),
      calendar: nationalCalendar,
    });
    expect(counted).toMatchObject({ ok: true, value: { legalDue: due } });
  });

  it.each([
    ['governance', 'governance'],
    ['norm', 'norm'],
    ['publicInterest', 'public-interest'],
    ['appearance', 'other'],
    ['social', 'other'],
  ])('a letter of kind %s runs on %s alone', (kind, clock) => {
    expect(Object.keys(assigned({ kind }).matter!.clocks)).toEqual([clock]);
  });
});

describe('a letter answered', () => {
  it('goes from receipt to the end, point by point', () => {
    const walker = assigned();
    walker.take('2024-08-20', 'proposeMeasures', {
      measures: [answer('完善送达程序'), answer('开展培训')],
      accepted: 'yes',
    });
    walker.take('2024-08-22', 'approveMeasures');
    walker.take('2024-09-02', 'remind', { remindedOn: '2024-09-02' });
    const replied = walker.take('2024-09-10', 'reply', { repliedOn: '2024-09-10', reply: '已全部采纳。' });
    expect(replied.events[0]!.documents).toEqual([{ template: 'reply', number: '白政建复〔2024〕2号' }]);
    expect(walker.matter!.clocks).toMatchObject({
      governance: { legalDue: '2024-10-08', outcome: 'met' },
      reminder: { outcome: 'met' },
    });
    walker.take('2024-09-20', 'continueMeasures', { feedback: 'further' });
    walker.take('2024-09-24', 'proposeMeasures', {
      measures: [answer('完善送达程序'), answer('开展培训')],
      accepted: 'yes',
    });
    walker.take('2024-09-25', 'approveMeasures');
    walker.take('2024-09-26', 'reply', { repliedOn: '2024-09-26', reply: '已继续整改。' });
    walker.take('2024-09-29', 'close', { feedback: 'satisfied' });
    expect(walker.matter).toMatchObject({ state: 'closed', closedOn: '2024-09-29' });
  });

  it('reply_without_measures: each suggestion needs an answer', () => {
    const walker = assigned();
    walker.take('2024-08-20', 'proposeMeasures', { measures: [answer('完善送达程序')], accepted: 'partly' });
    const declined = walker.decline('2024-08-22', 'approveMeasures');
    expect(codesOf(declined)).toEqual(['advice.reply_without_measures']);
    expect(declined.refusals[0]).toMatchObject({ facts: { suggestion: 2 } });
    const reason = { suggestion: '开展培训', accepted: 'no', reason: '本年已培训' };
    walker.take('2024-08-23', 'proposeMeasures', { measures: [answer('完善送达程序'), reason], accepted: 'partly' });
    walker.take('2024-08-26', 'approveMeasures');
  });

  it('runs to the day the letter itself names, urgent or not', () => {
    expect(assigned({ replyBy: '2024-09-01' }).matter!.clocks.governance).toMatchObject({ legalDue: '2024-09-01' });
    const urgent = assigned({ kind: 'publicInterest', urgent: true }).matter!.clocks['public-interest'];
    expect(urgent).toMatchObject({ legalDue: '2024-08-20' });
  });

  it('reminder_running: the superior hears of it seven working days after the reminder', () => {
    const walker = assigned();
    const circular = { circulatedOn: '2024-10-15', circular: '建议逾期没有回复。' };
    expect(codesOf(walker.decline('2024-10-15', 'circulate', circular))).toEqual(['engine.not_applicable']);
    walker.take('2024-10-09', 'remind', { remindedOn: '2024-10-09' });
    expect(codesOf(walker.decline('2024-10-15', 'circulate', circular))).toEqual(['advice.reminder_running']);
    walker.take('2024-10-18', 'circulate', { ...circular, circulatedOn: '2024-10-18' });
  });

  it('date_order: nothing is urged before the letter came, nor reported before it was urged', () => {
    const walker = assigned();
    expect(codesOf(walker.decline('2024-10-09', 'remind', { remindedOn: '2024-08-01' }))).toEqual([
      'advice.date_order',
    ]);
    walker.take('2024-10-09', 'remind', { remindedOn: '2024-10-09' });
    const early = { circulatedOn: '2024-10-08', circular: '建议逾期没有回复。' };
    expect(codesOf(walker.decline('2024-10-18', 'circulate', early))).toContain('advice.date_order');
  });

  it('has no refusal beyond those reached here', () =>
    expect(guardCodes(advice)).toEqual([
      'advice.date_order',
      'advice.reminder_running',
      'advice.reply_without_measures',
    ]));
});

it('shares of letters due leave out those whose period no longer applied', () => {
  for (const [code, { versions }] of Object.entries(own)) {
    const { formula } = versions[0]!;
    if (formula.kind !== 'cohort') throw new Error(`${code} is no share`);
    expect(formula.whole.where, code).toMatchObject([{ noneOf: ['void', 'waived'] }]);
  }
});
