import { mergeDocument } from '@fadu/procedure';
import { type Walker, walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { prelitigation } from './index.js';

const dispute = {
  source: 'court',
  court: '白城市洮北区人民法院',
  parties: [{ kind: 'citizen', name: '赵样例', address: '白城市洮北区', phone: '13800000000' }],
  agency: 'bureau',
  act: { name: '行政处罚决定' },
  registeredOn: '2024-07-01',
  basisOfSuit: 'direct',
  suitFrom: '2024-03-15',
};

function registered(settings: Record<string, string | number>): Walker {
  const walker = walk(prelitigation);
  walker.take('2024-07-01', 'register', dispute, { settings });
  return walker;
}

const notice = ({ matter }: Walker, suitPause: string) =>
  JSON.stringify(
    mergeDocument(prelitigation.documents.suitNotice!, {
      line: prelitigation,
      data: { ...matter!.data, $setting: { suitPause } },
      clocks: matter!.clocks,
      nameOf: (id) => id,
      words: { you: '你' },
    }),
  );

describe('settings of mediation before a suit', () => {
  it('mediationPeriod: thirty days by default, twenty where so settled', () => {
    expect(registered({}).matter!.clocks.mediation!.legalDue).toBe('2024-07-31');
    // 1 July + 20 = Sunday 21 July, so Monday.
    expect(registered({ 'prelit/mediationPeriod': 20 }).matter!.clocks.mediation!.legalDue).toBe('2024-07-22');
  });

  it('warningDays: both sides are warned ten days before, and the step says so from then', () => {
    const settings = { 'prelit/warningDays': 10 };
    const walker = registered(settings);
    expect(walker.matter!.clocks['sue-warning']!.legalDue).toBe('2024-09-07');
    walker.take('2024-07-02', 'assign', { mediator: ['p1'] }, { settings });
    const session = { on: '2024-09-05', attendees: '双方', content: '协商。' };
    expect(walker.take('2024-09-05', 'session', session, { settings }).notes).toEqual([]);
    expect(walker.take('2024-09-08', 'session', { ...session, on: '2024-09-08' }, { settings }).notes).toMatchObject([
      { code: 'prelit.deadline_near' },
    ]);
  });

  it('suitPause: by default the limit to sue runs on, and the paper says so', () => {
    const walker = registered({});
    expect(walker.matter!.clocks['sue-deadline']).toMatchObject({ legalDue: '2024-09-18', suspensions: [] });
    expect(notice(walker, 'runs')).toContain('起诉期限不停止计算');
  });

  it('suitPause: where it stops, the days from registration to the end of mediation are left out', () => {
    const settings = { 'prelit/suitPause': 'stops' };
    const walker = registered(settings);
    expect(walker.matter!.clocks).not.toHaveProperty('sue-warning');
    expect(notice(walker, 'stops')).toContain('起诉期限停止计算');
    walker.take(
      '2024-07-31',
      'close',
      { result: 'failed', closedOn: '2024-07-31', failure: '分歧较大。' },
      { settings },
    );
    // Six months from 15 March end nominally on 15 September; thirty days later is Tuesday 15 October.
    expect(walker.matter!.clocks['sue-deadline']).toMatchObject({
      legalDue: '2024-10-15',
      outcome: null,
      settings: { suitPause: 'stops', suspensionDays: 'from' },
    });
  });
});
