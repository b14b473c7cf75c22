import { describe, expect, it } from 'vitest';
import { accepted, replied } from './walks.fixture.js';

const simplified = { accept: { procedure: 'simplified', simplifiedGround: 'agreed' } };
const because = { conversionReason: '事实争议较大' };

describe('settings of reconsideration', () => {
  it('conversion: sixty days go on from the acceptance by default, and the clock says that this is open', () => {
    const walker = accepted(simplified);
    walker.take('2024-03-21', 'convert', because);
    expect(walker.matter!.clocks.decide).toMatchObject({
      startedOn: '2024-03-06',
      legalDue: '2024-05-06',
      settings: { conversion: 'continue' },
    });
  });

  it('conversion: sixty days anew from the day of conversion where so settled', () => {
    const walker = accepted(simplified);
    walker.take('2024-03-21', 'convert', because, { settings: { 'reconsideration/conversion': 'anew' } });
    expect(walker.matter!.clocks.decide).toMatchObject({
      startedOn: '2024-03-21',
      legalDue: '2024-05-20',
      settings: { conversion: 'anew' },
    });
    // Sending the copy counts from the acceptance either way.
    expect(walker.matter!.clocks['send-copy']!.startedOn).toBe('2024-03-06');
  });

  it('calendar/clearDays: a notice on the fifth working day before the hearing is in time by the ordinary method only', () => {
    // Hearing on Wednesday 27 March 2024; the five working days before it are 20, 21, 22, 25 and 26 March.
    const hearing = {
      hearingOn: '2024-03-27',
      hearingPlace: '示例听证室',
      hearingItems: '告知程序是否合法',
      hearingNoticeOn: '2024-03-20',
      hearingHost: ['p1'],
      hearingMembers: ['p2', 'p3'],
      hearingClerk: ['p4'],
    };
    const walker = () => replied({ accept: { major: true } });
    expect(walker().decline('2024-03-20', 'setHearing', hearing).refusals).toMatchObject([
      { code: 'reconsideration.hearing_notice', facts: { lastDay: '2024-03-19' } },
    ]);
    const settings = { 'calendar/clearDays': 'ordinary' };
    expect(walker().take('2024-03-20', 'setHearing', hearing, { settings }).events).toHaveLength(1);
  });
});
