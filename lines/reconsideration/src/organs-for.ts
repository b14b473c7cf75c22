import type { JsonObject } from '@fadu/kernel';
import type { OrganChoice, OrgNode, OrgTree } from '@fadu/procedure';
import { organFor, type RespondentKind } from './jurisdiction.js';

/** Who decides on an application as filled in: the rule of 第二十四条 met with the real tree of organizations. */
export function organsFor(data: JsonObject, tree: OrgTree): OrganChoice {
  const kind = String(data.respondentKind ?? '') as RespondentKind | '';
  const rule = organFor(kind);
  const respondent = tree.find(String(data.respondent ?? ''));
  if (!rule) return { ids: [], words: '请先选择被申请人类型' };
  const words = {
    words: rule.organ,
    basis: rule.basis,
    ...(rule.note !== undefined && { note: rule.note }),
  };
  if (!respondent || !rule.localGovernment) return { ids: [], ...words };
  const ids = candidates(kind as RespondentKind, respondent, tree).map((one) => one.id);
  return { ids: [...new Set(ids)], ...words };
}

function candidates(kind: RespondentKind, respondent: OrgNode, tree: OrgTree): OrgNode[] {
  const above = governmentAbove(respondent, tree);
  switch (kind) {
    case 'province':
      return [respondent];
    case 'dispatchedUnit': {
      // 第二十四条第四款: for a unit that a city's department set up in a district, the district's government as well.
      const local = tree.governmentOf(respondent.region);
      return [...(above ? [above] : []), ...(local ? [local] : [])];
    }
    default:
      return above ? [above] : [];
  }
}

/** The nearest government above an organization, itself excluded. */
function governmentAbove(org: OrgNode, tree: OrgTree): OrgNode | undefined {
  let one = tree.parentOf(org.id);
  while (one && one.kind !== 'government') one = tree.parentOf(one.id);
  return one ?? (org.kind === 'government' ? undefined : tree.governmentOf(org.region));
}
