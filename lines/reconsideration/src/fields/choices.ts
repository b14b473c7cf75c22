import { byLaw, FT26, FY, FY17 } from '../statutes.js';

/** The fifteen kinds of 行政复议法第十一条, in its order, and those named by 实施条例（2026）第九条. */
export const actKinds = {
  penalty: '行政处罚',
  coercion: '行政强制措施、行政强制执行',
  licence: '行政许可',
  naturalResource: '确认自然资源所有权或者使用权',
  expropriation: '征收征用及补偿',
  compensation: '赔偿决定',
  workInjury: '工伤认定',
  business: '侵犯经营自主权、承包经营权',
  competition: '滥用行政权力排除、限制竞争',
  burden: '违法集资、摊派费用或者要求履行其他义务',
  inaction: '不履行保护人身权、财产权、受教育权等职责',
  benefit: '抚恤金、社会保险、最低生活保障',
  agreement: '行政协议',
  disclosure: '政府信息公开',
  discredit: '列入失信名单、失信惩戒',
  school: '开除学籍等处分的申诉处理、学位',
  recruitment: '公务员录用',
  other: '其他行政行为',
} as const;
/** Named by the regulation of 2026; before, they were argued under 第十一条第十五项. */
export const newlyNamedKinds = ['discredit', 'school', 'recruitment'] as const;

/** How the decision reached the applicant; from 2026-07-01 it settles the first day of the limit (第二十三条). */
export const servedBy = {
  onTheSpot: '当场送达',
  slip: '直接送达等，有送达回证',
  electronic: '电子送达',
  notice: '公告送达',
  toldLater: '事后补充告知',
  none: '没有送达，自行知道',
} as const;

export const inactions = {
  silence: '不受理、不答复，或者期满没有履行',
  refused: '明确拒绝',
  partly: '只履行了一部分',
} as const;

export const disclosureResults = {
  secret: '属于国家秘密等，不予公开（第十四条）',
  harm: '涉及商业秘密、个人隐私，不予公开（第十五条）',
  internal: '内部事务、过程性信息，不予公开（第十六条）',
  otherAnswer: '信息不存在、重复申请等其他答复',
  none: '没有答复',
} as const;

/** Grounds of 行政复议法第三十九条第一款, in its order. */
export const suspensionGrounds = {
  death: '公民死亡，其近亲属尚未确定是否参加',
  incapacity: '公民丧失参加能力，尚未确定法定代理人',
  lost: '公民下落不明',
  ended: '法人、其他组织终止，尚未确定权利义务承受人',
  forceMajeure: '不可抗力或者其他正当理由，不能参加',
  mediation: '依法进行调解、和解，双方同意中止',
  interpretation: '涉及法律适用问题，需要有权机关解释或者确认',
  otherCase: '须以其他案件的审理结果为依据，其他案件未审结',
  norm: '附带审查规范性文件，或者依据的审查',
  other: '其他需要中止的情形',
} as const;
/** After sixty days of these the matter may end (第四十一条第五项). */
export const endingGrounds = ['death', 'incapacity', 'ended'] as const;

/** What is no matter for reconsideration: 行政复议法第十二条, and what 实施条例（2026）第三十六条 adds. */
export const subjects = {
  reviewable: { name: '属于复议范围', basis: byLaw(FY(11), FY17(6)) },
  stateAct: { name: '国防、外交等国家行为', basis: byLaw(FY(12, 1, 1), FY17(6)) },
  norm: { name: '行政法规、规章或者规范性文件本身', basis: byLaw(FY(12, 1, 2), FY17(7)) },
  personnel: { name: '对行政机关工作人员的奖惩、任免等决定', basis: byLaw(FY(12, 1, 3), FY17(8, 1)) },
  civil: { name: '对民事纠纷作出的调解', basis: byLaw(FY(12, 1, 4), FY17(8, 2)) },
  criminal: { name: '刑事诉讼、监狱管理行为', basis: byLaw(FY(12), FY17(6), FT26(36)) },
  guidance: { name: '不具有强制力的行政指导', basis: byLaw(FY(12), FY17(6), FT26(36)) },
  preparation: { name: '为作出行政行为而实施的准备、论证等过程性行为', basis: byLaw(FY(12), FY17(6), FT26(36)) },
  supervision: { name: '上级对下级的层级监督行为', basis: byLaw(FY(12), FY17(6), FT26(36)) },
  petition: { name: '信访处理行为', basis: byLaw(FY(12), FY17(6), FT26(36)) },
} as const;

/** What the regulation of 2026 counts as an interest in an act done to somebody else (第三十五条). */
export const interests = {
  addressee: '行政行为的相对人',
  neighbour: '相邻权受到影响',
  competitor: '公平竞争权受到影响',
  changed: '与被撤销、变更的行政行为有利害关系',
  complainant: '为维护自身合法权益投诉举报',
  other: '其他利害关系',
} as const;
