import { type DocumentTemplate, given, is } from '@fadu/procedure';
import { FT26, FY } from '../statutes.js';
import { act, applicants, remedy } from './words.js';

/** Papers of the application: receipt, correction, acceptance or refusal. The words are the platform's own; the items are those the law asks for. */
export const intakeDocuments = {
  receipt: {
    name: '收件回执',
    title: '行政复议申请收件回执',
    number: 'letter',
    to: applicants,
    toParty: true,
    basis: FY(22),
    paragraphs: [
      `本机关于{receivedOn}收到你（单位）对${act}提出的行政复议申请（{channel}提交）。`,
      '本机关将在收到之日起五个工作日内审查，最迟{due:review}作出处理；期满没有作出不予受理决定的，视为受理。',
      '行政复议不收取任何费用。',
    ],
  },
  oralRecord: {
    name: '口头申请笔录',
    title: '口头申请行政复议笔录',
    basis: FY(22, 1),
    signed: ['申请人', '记录人'],
    paragraphs: [
      '申请人：{applicants.name}',
      '被申请人：{respondent}',
      '行政行为：{act.name}（{act.docNumber}），{act.madeOn}作出，{act.knewOn}知道。',
      '申请时间：{receivedOn}。',
      '复议请求：{requests}。{requestText}',
      '事实和理由：{facts}',
      { table: 'evidence', columns: ['name', 'source', 'pages', 'proves'] },
      '以上笔录已向申请人宣读，核对无误。',
    ],
  },
  correctionNotice: {
    name: '补正通知书',
    title: '行政复议补正通知书',
    number: 'correction',
    to: applicants,
    toParty: true,
    basis: FY(31, 1),
    paragraphs: [
      `你（单位）对${act}提出的行政复议申请收悉。经审查，需要补正下列全部事项：`,
      '{correctionItems}',
      '请自收到本通知之日起十个工作日内补正；有正当理由不能按期补正的，可以申请延长。无正当理由逾期不补正的，视为放弃申请，并记录在案。',
    ],
  },
  acceptanceNotice: {
    name: '受理通知书',
    title: '行政复议受理通知书',
    number: 'acceptance',
    to: applicants,
    toParty: true,
    basis: FY(30, 1),
    paragraphs: [
      `你（单位）不服${act}，于{receivedOn}提出行政复议申请。经审查，符合《中华人民共和国行政复议法》第三十条第一款的规定，本机关于{acceptedOn}受理（{acceptanceMode}）。案号为{number}。`,
      { when: is('procedure', 'simplified'), text: '本案适用简易程序，自受理之日起三十日内作出决定。' },
      { when: is('procedure', 'ordinary'), text: '本案适用普通程序，自受理之日起六十日内作出决定。' },
      '承办人：{handlers}。你（单位）有权委托代理人、查阅复制有关材料、申请回避、提出意见、申请停止执行，也可以与被申请人和解或者接受调解。',
      '行政复议期限于{due:decide}届满。',
    ],
  },
  deemedNotice: {
    name: '视为受理告知书',
    title: '行政复议申请视为受理告知书',
    number: 'acceptance',
    to: applicants,
    toParty: true,
    basis: FY(30, 3),
    paragraphs: [
      `你（单位）对${act}提出的行政复议申请，本机关于{receivedOn}收到。审查期限届满，依照《中华人民共和国行政复议法》第三十条第三款，自{acceptedOn}起视为受理。案号为{number}。`,
      '行政复议期限于{due:decide}届满。',
    ],
  },
  refusalDecision: {
    name: '不予受理决定书',
    title: '不予受理行政复议申请决定书',
    number: 'refusal',
    to: applicants,
    toParty: true,
    basis: FY(30, 2),
    paragraphs: [
      `你（单位）对${act}提出的行政复议申请收悉。`,
      '经审查：{refusalReason}',
      {
        when: given('examination.rightOrgan'),
        text: '有管辖权的机关是{examination.rightOrgan}，你（单位）可以向该机关申请。',
      },
      '依照《中华人民共和国行政复议法》第三十条第二款，决定不予受理。',
      remedy,
      '认为不予受理没有正当理由的，可以向上级行政机关反映。',
    ],
  },
  abandonedRecord: {
    name: '视为放弃申请记录',
    title: '行政复议申请视为放弃记录',
    basis: FY(31, 2),
    paragraphs: [
      '申请人{applicants.name}于{correctionReceivedOn}收到补正通知，期满无正当理由没有补正，视为放弃行政复议申请，记录在案。',
    ],
  },
  agencyLetter: {
    name: '机关自行纠正告知书',
    title: '行政机关自行纠正告知书',
    number: 'letter',
    to: applicants,
    toParty: true,
    basis: [FY(32, 2), FT26(38)],
    paragraphs: [
      `对你（单位）不服${act}的申请，{respondent}已于{agencyCorrectedOn}自行纠正：{agencyCorrection}`,
      '你（单位）坚持申请复议的，材料移送有管辖权的复议机关，所用时间不计入申请期限。',
    ],
  },
  repeatNotice: {
    name: '不再重复处理告知书',
    title: '行政复议申请不再重复处理告知书',
    number: 'letter',
    to: applicants,
    toParty: true,
    basis: FT26(37),
    paragraphs: [
      `你（单位）就${act}再次提出的行政复议申请，本机关已经处理过。依照《中华人民共和国行政复议法实施条例》第三十七条，不再重复处理。`,
      '{repeatNote}',
    ],
  },
} as const satisfies Record<string, DocumentTemplate>;
