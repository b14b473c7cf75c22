import { all, any, firstOf, given, is, mapOf, today } from '@fadu/procedure';
import * as must from '../guards/index.js';
import { inCourt } from '../outcomes.js';
import { byLaw, FT07, FT26, FY, FY17, XS, XXGK } from '../statutes.js';
import { type Actions, onTrial, serving, servingGuards } from './parts.js';

const office = ['handler', 'rcHead'] as const;
const ARCHIVED = '归档要求为平台制度';
const responder = ['responder@respondent', 'responderHead@respondent'] as const;
const afterEnd = [
  ...onTrial,
  'drafted',
  'served',
  'ordered',
  'refused',
  'dismissed',
  'terminated',
  'archived',
] as const;

/**
 * What the decision is in court. 司法解释第二十二条第三款: illegality confirmed for procedure alone changes nothing;
 * 第一百三十四条第二款: upheld in part makes both organs defendants.
 */
const asCourtsSee = firstOf(
  [
    {
      when: all(is('outcome', 'CONFIRM_ILLEGAL'), is('outcomeGround', ['procedure', 'slightProcedure'])),
      value: 'illegalByProcedure',
    },
  ],
  mapOf('outcome', inCourt),
);
/** The suit as the response office will meet it. */
const suit = {
  line: 'litigation',
  action: 'registerFromReconsideration',
  linkBack: 'litigation',
  carry: {
    plaintiffs: 'applicants',
    'act.name': 'act.name',
    'act.docNumber': 'act.docNumber',
    'act.madeOn': 'act.madeOn',
    'act.realEstate': 'act.realEstate',
    'act.mandatoryFirst': 'mandatoryFirst',
    reconsideration: '$id',
    reconsidered: 'reconsidered',
    reconsiderationServedOn: 'servedOn',
  },
} as const;

/** What follows the decision: openness, performance, opinion letters, the way to court, the archive. */
export const afterwards = {
  publish: {
    name: '公开决定书',
    by: office,
    from: ['served', 'ordered'],
    basis: byLaw(FY(79, 1), XXGK(13, 1)),
    form: ['redacted'],
    guards: [must.publishedInOrder, must.redactedFirst],
    sets: { publishedOn: today },
  },
  copyToSuperior: {
    name: '抄告上级机关',
    by: office,
    from: ['served', 'ordered'],
    basis: byLaw(FY(79, 2), undefined),
    // The duty is for departments of the same government.
    when: is('respondentKind', ['department', 'justice']),
    form: ['copiedTo'],
    documents: ['copyLetter'],
  },
  recordPerformance: {
    name: '登记履行',
    by: [...office, ...responder],
    from: ['served', 'ordered'],
    to: 'served',
    basis: byLaw(FY(77, 1), FY17(32, 1)),
    form: ['performedOn', 'performance', 'redoneSameFacts'],
    on: 'performedOn',
    guards: [must.performedInOrder, must.sameActAgain],
    clocks: { stop: ['redo', 'perform', 'perform-ordered'] },
    documents: ['redoReport'],
    grave: true,
    publicText: '被申请人已履行决定',
  },
  orderPerformance: {
    name: '责令履行',
    by: office,
    from: ['served', 'ordered'],
    to: 'ordered',
    basis: byLaw(FY(77, 2), FY17(32, 2)),
    form: ['orderedBy'],
    sets: { orderedOn: today },
    clocks: { start: ['perform-ordered'] },
    documents: ['orderToPerform'],
    grave: true,
    publicText: '已责令被申请人限期履行',
    guards: [must.orderedInOrder],
  },
  interview: {
    name: '约谈',
    by: ['rcHead'],
    from: ['ordered'],
    basis: byLaw(FY(77, 2), undefined),
    // 约谈 and 通报批评 are new in the law of 2023.
    form: ['interviewedOn'],
    on: 'interviewedOn',
    documents: ['interviewNotice'],
    guards: [must.interviewedInOrder],
  },
  circulate: {
    name: '通报批评',
    by: ['rcHead'],
    from: ['ordered'],
    basis: byLaw(FY(77, 2), undefined),
    form: ['circulatedOn'],
    on: 'circulatedOn',
    documents: ['circular'],
    grave: true,
    guards: [must.circulatedInOrder],
  },
  recordEnforcement: {
    name: '登记强制执行',
    by: office,
    from: ['served'],
    basis: byLaw(FY(78), FY17(33)),
    form: ['enforcedOn', 'enforcedBy'],
    on: 'enforcedOn',
    grave: true,
    guards: [must.enforcedInOrder],
  },
  transferForDiscipline: {
    name: '移送处理',
    by: ['rcHead', 'rcOrganHead'],
    from: ['ordered'],
    basis: byLaw([FY(83), FY(85)], [FY17(37), FT07(65)]),
    form: ['transferredTo'],
    sets: { transferredOn: today },
    documents: ['transferLetter'],
    grave: true,
  },
  issueOpinion: {
    name: '制发意见书',
    by: office,
    from: [...onTrial, 'drafted', 'decided', 'served', 'ordered'],
    basis: byLaw(FY(76), FT07(57, 1)),
    form: ['opinionProblems'],
    approvedBy: ['rcHead'],
    documents: ['opinionLetter'],
  },
  serveOpinion: {
    name: '登记意见书送达',
    by: [...office, 'clerk'],
    from: [...onTrial, 'drafted', 'decided', 'served', 'ordered', 'terminated'],
    basis: byLaw(FY(76), FT07(57, 1)),
    form: ['opinionReceivedOn', ...serving],
    guards: [must.opinionReceivedInOrder, ...servingGuards],
    when: given('opinionProblems'),
    on: 'opinionReceivedOn',
    clocks: { start: ['opinion-report'] },
  },
  issueSuggestion: {
    name: '制发建议书',
    by: office,
    from: [...onTrial, 'drafted', 'decided', 'served', 'ordered', 'terminated'],
    basis: byLaw(FT07(57, 2), FT07(57, 2), { ...FT26(), note: '对应条款未经核实' }),
    form: ['suggestionTo', 'suggestionText'],
    approvedBy: ['rcHead'],
    documents: ['suggestionLetter'],
  },
  reportOpinion: {
    name: '报告整改情况',
    by: responder,
    from: [...onTrial, 'drafted', 'decided', 'served', 'ordered', 'terminated'],
    basis: byLaw(FY(76), FT07(57, 1)),
    form: ['opinionReport'],
    when: given('opinionReceivedOn'),
    sets: { opinionReportedOn: today },
    clocks: { stop: ['opinion-report'] },
    documents: ['rectification'],
    due: 'opinion-report',
    guards: [must.opinionReportedInOrder],
  },
  recordSuit: {
    name: '登记起诉',
    by: office,
    from: ['served', 'ordered', 'refused', 'dismissed', 'terminated'],
    basis: byLaw([XS(45), FY(34)], [XS(45), FY17(5)]),
    form: ['suedOn'],
    on: 'suedOn',
    sets: { reconsidered: asCourtsSee },
    clocks: { stop: ['sue'] },
    opens: suit,
    guards: [must.suedInOrder],
  },
  recordSuitOverSilence: {
    name: '登记逾期未决定的起诉',
    by: office,
    from: [...onTrial, 'drafted'],
    basis: byLaw([XS(45), FY(34)], [XS(45), FY17(19)]),
    form: ['suedOn'],
    on: 'suedOn',
    guards: [must.limitPassed],
    sets: { reconsidered: 'silent' },
    clocks: { stop: ['sue'] },
    opens: suit,
  },
  suedRecorded: {
    name: '关联应诉案件',
    by: ['message'],
    from: afterEnd,
    basis: XS(45),
    form: ['litigation'],
  },
  suitOutcomeRecorded: {
    name: '登记诉讼结果',
    by: ['message', 'handler'],
    from: afterEnd,
    basis: XS(45),
    form: ['suitOutcome', 'suitLost'],
    when: any(given('suedOn'), given('litigation')),
  },
  archive: {
    name: '归档',
    by: ['handler', 'clerk'],
    from: ['served', 'terminated', 'dismissed', 'refused', 'abandoned', 'closedByAgency', 'repeated', 'raised'],
    to: 'archived',
    basis: byLaw({ ...FY(75), note: ARCHIVED }, { ...FY17(31), note: ARCHIVED }),
    guards: [must.stillOwed],
    sets: { archivedOn: today },
    clocks: { drop: ['sue', 'redo', 'perform', 'perform-ordered', 'opinion-report'] },
  },
} as const satisfies Actions;
