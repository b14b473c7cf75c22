import type { ReturnStatus } from '@fadu/wire';
import { expect, it } from 'vitest';
import { countsOf, standing } from './standing.js';

const unit = (more: Partial<ReturnStatus>): ReturnStatus => ({
  unit: 'u',
  name: '样例局',
  matter: 'm',
  stateName: '填报中',
  dueOn: '2024-10-06',
  submittedOn: null,
  remindedOn: null,
  remindedWho: [],
  late: false,
  filled: 2,
  asked: 20,
  mayRemind: true,
  ...more,
});

it('says where a unit stands, and by how many days it is late', () => {
  expect(standing(unit({ late: true }), '2024-10-09')).toBe('逾期3日，填报中');
  expect(standing(unit({ filled: 0 }), '2024-10-05')).toBe('没有开始填');
  expect(standing(unit({ matter: null, stateName: null, dueOn: null }), '2024-10-09')).toBe('没有布置');
});

it('adds up to all units', () => {
  const units = [
    unit({ late: true }),
    unit({ stateName: '已审定' }),
    unit({ stateName: '已审定' }),
    unit({ matter: null, stateName: null }),
  ];
  expect(countsOf(units)).toBe('布置了3个单位：逾期1，已审定2；没有布置的1个。');
});
