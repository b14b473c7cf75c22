import type { Json } from '@fadu/kernel';
import { codesOf, type Walker } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { reconsideration as line } from './line.js';
import { accepted, copySent, drafted, heard, received, replied, served } from './walks.fixture.js';

const right = (field: string, value: Json) => ({ values: { [field]: value }, reason: '登记有误' });
const refusal = (walker: Walker, field: string, value: Json, on = '2024-05-20') => {
  const declined = walker.decline(on, 'correct', right(field, value));
  return [...declined.faults, ...declined.refusals, ...declined.needsReason][0]!.message;
};
const put = (walker: Walker, field: string, value: Json, on = '2024-05-20') =>
  walker.take(on, 'correct', right(field, value)).events[0]!;

describe('更正记录', () => {
  it('the copy is not received before it was sent, nor sent before acceptance, nor answered before it was received', () => {
    const walker = replied();
    expect(refusal(walker, 'copyReceivedOn', '2024-03-07')).toBe(
      '不能更正：收到日2024年3月7日早于发送日2024年3月8日。答复期限自收到之日起计算（《行政复议法》第四十八条、第五十四条第一款）。可以核对送达回证，或者先更正发送日。',
    );
    expect(refusal(walker, 'copyReceivedOn', '2024-03-19')).toContain('答复日2024年3月18日早于被申请人收到副本日');
    expect(refusal(walker, 'copySentOn', '2024-03-05')).toContain('发送日2024年3月5日早于受理日2024年3月6日');
    expect(refusal(walker, 'copySentOn', '2024-03-12')).toContain('收到日2024年3月11日早于发送日2024年3月12日');
    expect(refusal(walker, 'copyReceivedOn', '2024-05-21')).toBe('被申请人收到副本日不能晚于今天。');
    put(walker, 'copyReceivedOn', '2024-03-08');
    expect(walker.matter!.clocks.reply).toMatchObject({ startedOn: '2024-03-08', legalDue: '2024-03-22' });
  });

  it('the sending and the receipt of the copy, both registered too early, are put right together', () => {
    const walker = replied();
    const values = { copySentOn: '2024-03-12', copyReceivedOn: '2024-03-13' };
    walker.take('2024-05-20', 'correct', { values, reason: '登记有误' });
    expect(walker.matter!.clocks.reply).toMatchObject({ startedOn: '2024-03-13', legalDue: '2024-03-27' });
  });

  it('the day of receipt is judged as when it was registered, and moves what counts from it', () => {
    const walker = received();
    expect(refusal(walker, 'receivedOn', '2024-02-01', '2024-03-05')).toContain('次序不能颠倒');
    // Sixty days from 02-05 end on Sunday 04-07, which was worked: a day later a reason is asked.
    const late = received({ received: '2024-04-03' });
    expect(refusal(late, 'receivedOn', '2024-04-08', '2024-04-08')).toContain('最晚应在2024年4月7日提出');
    put(walker, 'receivedOn', '2024-03-01', '2024-03-05');
    expect(walker.matter!.clocks.review).toMatchObject({ startedOn: '2024-03-01', legalDue: '2024-03-08' });
  });

  it('deemed acceptance follows the day of receipt, with the period to decide', () => {
    // Sheet P3.g 2: received 2024-02-07, deemed accepted 2024-02-20, to be decided by 2024-04-22.
    const walker = received({ received: '2024-02-08' });
    walker.take('2024-02-22', 'deemedAccept', {}, { actor: { kind: 'clock' } });
    expect(walker.matter!.data.acceptedOn).toBe('2024-02-21');
    const event = put(walker, 'receivedOn', '2024-02-07', '2024-02-23');
    expect(event).toMatchObject({
      corrects: ['receivedOn'],
      set: { receivedOn: '2024-02-07', acceptedOn: '2024-02-20' },
    });
    expect(walker.matter!.clocks.decide).toMatchObject({ startedOn: '2024-02-20', legalDue: '2024-04-22' });
  });

  it('the days of a suspension move the period to decide', () => {
    // Sheet P3.g 8: accepted 2024-05-08, suspended 06-03, resumed 07-15: 2024-08-19.
    const late = {
      received: '2024-05-07',
      accepted: '2024-05-08',
      act: { servedOn: '2024-04-01', knewOn: '2024-04-01' },
    };
    const walker = accepted(late);
    walker.take('2024-06-04', 'suspend', { suspensionGround: 'otherCase', suspendedOn: '2024-06-04' });
    walker.take('2024-07-15', 'resume', { resumedOn: '2024-07-15' });
    expect(refusal(walker, 'resumedOn', '2024-06-03', '2024-07-16')).toContain('恢复日2024年6月3日早于中止日');
    expect(refusal(walker, 'suspendedOn', '2024-05-07', '2024-07-16')).toContain('中止日2024年5月7日早于受理日');
    put(walker, 'suspendedOn', '2024-06-03', '2024-07-16');
    expect(walker.matter!.clocks.decide).toMatchObject({ nominalDue: '2024-08-18', legalDue: '2024-08-19' });
  });

  it('a decision is not served before it was made, and what was put right stays under its own rules', () => {
    const walker = served();
    expect(refusal(walker, 'servedOn', '2024-04-12')).toContain('送达日2024年4月12日早于决定日2024年4月15日');
    expect(refusal(walker, 'decidedOn', '2024-04-18')).toContain('送达日2024年4月17日早于决定日2024年4月18日');
    expect(refusal(walker, 'acceptedOn', '2024-03-01')).toContain('受理日2024年3月1日早于收到日2024年3月4日');
    put(walker, 'servedOn', '2024-04-18');
    expect(walker.matter!.clocks.sue).toMatchObject({ startedOn: '2024-04-18', legalDue: '2024-05-06' });
    expect(refusal(walker, 'handlers', ['p1'])).toContain('不得少于2名');
    expect(refusal(walker, 'outcomeGround', 'content')).toContain('不能更正：');
  });

  it('each order of days is judged by the step that records the later one', () => {
    const codes = (walker: Walker, on: string, action: string, input = {}) =>
      codesOf(walker.decline(on, action, input));
    const wrong = ['reconsideration.date_order'];
    const replyText = { replyText: '事实清楚。', replyBasis: '《行政处罚法》', replyEvidence: [] };
    expect(codes(copySent(), '2024-03-18', 'recordReply', { ...replyText, repliedOn: '2024-03-10' })).toEqual(wrong);
    expect(codes(received(), '2024-03-06', 'askCorrection', { issuedOn: '2024-03-01', items: '身份证明' })).toEqual(
      wrong,
    );
    const opinion = { party: '赵样例', how: 'phone', on: '2024-03-05', record: '坚持请求。' };
    expect(codes(replied(), '2024-03-20', 'hearOpinions', opinion)).toEqual(wrong);
    expect(
      codes(heard(), '2024-03-25', 'suspend', { suspensionGround: 'otherCase', suspendedOn: '2024-03-05' }),
    ).toEqual(wrong);
    expect(
      codes(served(), '2024-05-10', 'recordPerformance', { performedOn: '2024-04-12', performance: '已退款。' }),
    ).toEqual(wrong);
    expect(codes(served(), '2024-05-10', 'recordSuit', { suedOn: '2024-04-14' })).toEqual(wrong);
    expect(
      codes(drafted(), '2024-04-12', 'mediate', { mediation: { agreement: '减轻处罚。', signedOn: '2024-03-05' } }),
    ).toEqual(wrong);
  });

  it('a second notice to correct runs from its own service, not from that of the first', () => {
    const walker = received();
    const served = (on: string) => ({ correctionReceivedOn: on, serving: 'direct', servingProof: ['slip'] });
    walker.take('2024-03-05', 'askCorrection', { issuedOn: '2024-03-05', items: '身份证明' });
    walker.take('2024-03-06', 'serveCorrection', served('2024-03-06'));
    walker.take('2024-03-08', 'correctAtDesk', { correctedOn: '2024-03-08', correctionText: '已补交。' });
    const again = { issuedOn: '2024-03-12', items: '授权委托书', newDefect: true, newDefectReason: '补交后才看得出' };
    walker.take('2024-03-12', 'askCorrection', again);
    expect(walker.matter!.data.correctionReceivedOn).toBeNull();
    expect(walker.decline('2024-04-30', 'abandon').refusals[0]!.message).toContain('没有登记补正通知的送达日');
    walker.take('2024-04-30', 'serveCorrection', served('2024-04-29'));
    expect(walker.matter!.clocks.correction).toMatchObject({ startedOn: '2024-04-29', legalDue: '2024-05-15' });
  });

  it('every guard of order is held against a correction', () => {
    const guards = Object.values(line.actions).flatMap((action) => action.guards ?? []);
    const ordering = guards.filter(({ code }) => /_order$/.test(code));
    expect(ordering.length).toBeGreaterThan(30);
    expect(ordering.every(({ order }) => order === true)).toBe(true);
  });
});
