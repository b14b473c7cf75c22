import type { LegalBasis } from '@fadu/kernel';
import { FY, FY17 } from './statutes.js';

export type RespondentKind =
  | 'department'
  | 'government'
  | 'dispatchedOrgan'
  | 'authorised'
  | 'dispatchedUnit'
  | 'justice'
  | 'vertical'
  | 'ministry'
  | 'province';

export interface JurisdictionRule {
  /** To whom, in words. */
  readonly organ: string;
  readonly basis: LegalBasis;
  /** The article of the law of 2017 on the same respondents. */
  readonly of2017: LegalBasis;
  /** Whether a local government decides. */
  readonly localGovernment: boolean;
  readonly note?: string;
}

/** Who decides, by the kind of respondent (行政复议法第二十四条至第二十八条). */
const rules: Readonly<Record<RespondentKind, JurisdictionRule>> = {
  department: { organ: '该部门的本级人民政府', basis: FY(24, 1, 1), of2017: FY17(12, 1), localGovernment: true },
  government: { organ: '上一级人民政府', basis: FY(24, 1, 2), of2017: FY17(13), localGovernment: true },
  dispatchedOrgan: {
    organ: '设立该派出机关的人民政府',
    basis: FY(24, 1, 3),
    of2017: FY17(15, 1, 1),
    localGovernment: true,
    note: '省、自治区政府设立的派出机关参照设区的市级政府管辖下级案件',
  },
  authorised: {
    organ: '管理该组织的人民政府，或者管理部门的本级人民政府',
    basis: FY(24, 1, 4),
    of2017: FY17(15, 1, 3),
    localGovernment: true,
  },
  dispatchedUnit: {
    organ: '设立派出机构的部门的本级人民政府',
    basis: FY(24, 4),
    of2017: FY17(15, 1, 2),
    localGovernment: true,
    note: '设区的市的部门在区设立的派出机构，也可以向所在区的人民政府申请',
  },
  province: {
    organ: '该省、自治区、直辖市人民政府',
    basis: FY(24, 2),
    of2017: FY17(14),
    localGovernment: true,
    note: '对决定不服的，可以起诉，也可以向国务院申请裁决',
  },
  justice: {
    organ: '本级人民政府，或者上一级司法行政部门',
    basis: FY(28),
    of2017: FY17(12, 1),
    localGovernment: true,
    note: '由申请人选择',
  },
  ministry: { organ: '该国务院部门', basis: FY(25), of2017: FY17(14), localGovernment: false },
  vertical: { organ: '上一级主管部门', basis: FY(27), of2017: FY17(12, 2), localGovernment: false },
};

/** The rule for a kind of respondent; undefined when the kind is not known. */
export const organFor = (kind: RespondentKind | ''): JurisdictionRule | undefined =>
  kind === '' ? undefined : rules[kind];
