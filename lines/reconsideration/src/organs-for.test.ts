import type { OrgNode, OrgTree } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { organsFor } from './organs-for.js';

const orgs: (OrgNode & { parent?: string })[] = [
  { id: 'province', kind: 'government', region: '220000' },
  { id: 'city', kind: 'government', region: '220800', parent: 'province' },
  { id: 'cityBureau', kind: 'department', region: '220800', parent: 'city' },
  { id: 'unit', kind: 'unit', region: '220802', parent: 'cityBureau' },
  { id: 'district', kind: 'government', region: '220802', parent: 'city' },
  { id: 'town', kind: 'government', region: '220802100', parent: 'district' },
  { id: 'street', kind: 'street', region: '220802001', parent: 'district' },
];
const find = (id: string | undefined) => orgs.find((org) => org.id === id);
const tree: OrgTree = {
  find,
  parentOf: (id) => find(find(id)?.parent),
  governmentOf: (region) => orgs.find((org) => org.kind === 'government' && org.region === region),
};
const ids = (respondent: string, respondentKind: string) => organsFor({ respondent, respondentKind }, tree).ids;

describe('who decides (行政复议法第二十四条至第二十八条)', () => {
  it.each([
    ['cityBureau', 'department', ['city']],
    ['town', 'government', ['district']],
    ['district', 'government', ['city']],
    ['street', 'dispatchedOrgan', ['district']],
    ['unit', 'dispatchedUnit', ['city', 'district']],
    ['province', 'province', ['province']],
  ])('%s as %s: %j', (respondent, kind, expected) => expect(ids(respondent, kind)).toEqual(expected));

  it('customs, tax and their like: the next higher department, which is not on the platform', () => {
    const choice = organsFor({ respondent: 'cityBureau', respondentKind: 'vertical' }, tree);
    expect(choice.ids).toEqual([]);
    expect(choice.words).toBe('上一级主管部门');
    expect(choice.basis).toMatchObject({ article: 27 });
  });

  it('an unknown kind is not guessed', () => expect(ids('cityBureau', '')).toEqual([]));
});
