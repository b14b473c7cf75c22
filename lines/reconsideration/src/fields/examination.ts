import {
  bool,
  choice,
  choices,
  day,
  type Fields,
  group,
  integer,
  is,
  list,
  pastDay,
  persons,
  text,
} from '@fadu/procedure';
import { byLaw, FT07, FT26, FY, FY17, since2026 } from '../statutes.js';
import { interests, subjects } from './choices.js';

const subjectNames = Object.fromEntries(Object.entries(subjects).map(([key, one]) => [key, one.name]));

/** Whether to accept, and how the case is set up. */
export const examinationFields = {
  examination: group('审查', {
    subject: choice('事项性质', subjectNames, { basis: byLaw(FY(12), FY17(8), [FY(12), FT26(36)]) }),
    interest: bool('申请人与行政行为有利害关系', {
      basis: byLaw(FY(30, 1, 2), FT07(28, undefined, 2), [FY(30, 1, 2), FT26(35)]),
    }),
    interestKind: choice('利害关系的情形', interests, {
      when: is('interest', true),
      optional: true,
      basis: since2026(FT26(35)),
    }),
    concrete: bool('有具体的复议请求和理由', { basis: byLaw(FY(30, 1, 3), FT07(28, undefined, 3)) }),
    competent: bool('属于本机关管辖', { basis: byLaw(FY(30, 1, 6), FT07(28, undefined, 6)) }),
    rightOrgan: text('有管辖权的机关', 100, { when: is('competent', false), optional: true, judged: true }),
    acts: integer('所涉行政行为', { min: 1, max: 99, unit: '个', basis: byLaw(FY(22, 4), undefined) }),
    suitAccepted: bool('人民法院已经受理同一行为的诉讼', { basis: byLaw(FY(29, 2), FY17(16, 2)) }),
  }),
  acceptedOn: pastDay('受理日'),
  acceptanceMode: choice('受理方式', { decided: '决定受理', deemed: '视为受理' }),
  procedure: choice('程序', { ordinary: '普通程序', simplified: '简易程序' }, { basis: byLaw(FY(36), undefined) }),
  simplifiedGround: choice(
    '适用简易程序的情形',
    {
      onTheSpot: '当场作出的行政行为',
      warning: '警告或者通报批评',
      amount: '款额三千元以下',
      disclosure: '政府信息公开案件',
      agreed: '当事人各方同意',
    },
    { when: is('procedure', 'simplified'), basis: byLaw(FY(53), undefined) },
  ),
  handlers: persons('承办人', 'handler', { min: 1, max: 5, basis: byLaw(FT07(32), FT07(32), FT26(39)) }),
  refusalReason: text('不予受理的理由', 1000, { multiline: true }),
  repeatNote: text('已告知的情况', 1000, {
    multiline: true,
    hint: '何时、以何种方式告知不再处理',
    basis: since2026(FT26(37)),
  }),
  corrections: list(
    '补正通知',
    '补正通知',
    {
      issuedOn: pastDay('通知日'),
      items: text('需要补正的全部事项', 2000, { multiline: true, hint: '一次写全' }),
      newDefect: bool('属于上次看不出的新缺陷'),
      newDefectReason: text('新缺陷的说明', 500, { when: is('newDefect', true) }),
    },
    { optional: true, basis: byLaw(FY(31), FT07(29)) },
  ),
  correctionItems: text('本次需要补正的事项', 2000, { multiline: true }),
  correctionReceivedOn: pastDay('收到补正通知日'),
  correctedOn: pastDay('补正材料收到日'),
  correctionText: text('补正的内容', 3000, { multiline: true }),
  extendBy: integer('延长', { min: 1, max: 30, unit: '日' }),
  extensionReason: text('延长的理由', 500, { multiline: true }),
  // Told after the approval, so it lies ahead when approval is asked.
  extensionNotifiedOn: day('书面告知当事人日', { hint: '批准后告知的，填将要告知的日期；须在期限届满前' }),
  orderOrgan: text('责令的上级机关', 100, { basis: byLaw(FY(35), [FY17(20), FT07(31)]) }),
  orderText: text('责令纠正的内容', 1000, { multiline: true, basis: byLaw(FY(35), [FY17(20), FT07(31)]) }),
  fileReceivedOn: pastDay('收到提级案卷日', { basis: byLaw(FY(38), undefined, [FY(38), FT26(40)]) }),
  committeeReasons: choices(
    '需要咨询复议委员会的情形',
    {
      complex: '案情重大、疑难、复杂',
      technical: '专业性、技术性较强',
      ownAct: '省级政府对本机关行政行为的复议',
      other: '复议机构认为需要',
    },
    { optional: true, basis: byLaw(FY(52), undefined) },
  ),
  major: bool('重大、疑难、复杂', { basis: byLaw(FY(50, 1), FT07(33)) }),
} as const satisfies Fields;
