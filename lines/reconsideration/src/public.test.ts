import { type Condition, holds } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { publicView } from './public.js';

const told = (data: Parameters<typeof holds>[1]): string[] =>
  publicView.remedy.steps
    .filter((step) => !('when' in step) || holds(step.when as Condition, data))
    .map(({ text }) => text)
    .filter((text) => text.startsWith('告谁'));

describe('the way to court names the defendant that the decision makes', () => {
  it.each([
    [{ outcome: 'UPHOLD' }, '共同被告'],
    [{ outcome: 'DISMISS_REQUEST' }, '共同被告'],
    [{ outcome: 'REVOKE_PART' }, '共同被告'],
    [{ outcome: 'CONFIRM_ILLEGAL', outcomeGround: 'slightProcedure' }, '共同被告'],
    [{ outcome: 'CONFIRM_ILLEGAL', outcomeGround: 'actChanged' }, '复议机关是被告'],
    [{ outcome: 'REVOKE', outcomeGround: 'procedure' }, '复议机关是被告'],
    [{ outcome: 'REFUSE' }, '可以起诉复议机关'],
    [{ outcome: 'DISMISS_APPLICATION' }, '可以起诉复议机关'],
  ])('%j', (data, words) => {
    expect(told(data)).toHaveLength(1);
    expect(told(data)[0]).toContain(words);
  });

  it('a mediation letter is not sued over', () => {
    expect(holds(publicView.remedy.when, { outcome: 'MEDIATION' })).toBe(false);
    expect(holds(publicView.remedy.when, { outcome: 'UPHOLD' })).toBe(true);
  });
});
