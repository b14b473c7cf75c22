import { walk } from '@fadu/procedure/testing';
import { describe, expect, it } from 'vitest';
import { litigation } from './index.js';
import { heard, judgment, notice } from './walks.fixture.js';

describe('settings of the response to suits', () => {
  it('headAlert: the head is alerted after five days where so settled, on a Wednesday that does not roll', () => {
    const walker = walk(litigation);
    walker.take('2024-09-20', 'register', notice, { settings: { 'litigation/headAlert': 5 } });
    // Copy received on Friday 20 September 2024.
    expect(walker.matter!.clocks['head-alert']).toMatchObject({ legalDue: '2024-09-25', settings: { headAlert: 5 } });
  });

  it('codeWithin: served on Thursday 12 December, the fourth working day is late by default, not with five', () => {
    const codes = (settings: Record<string, number>) =>
      heard()
        .take('2024-12-18', 'judge', judgment('REVOKE'), { settings })
        .notes.map((one) => one.code);
    expect(codes({})).toContain('litigation.coded_late');
    expect(codes({ 'litigation/codeWithin': 5 })).not.toContain('litigation.coded_late');
  });
});
