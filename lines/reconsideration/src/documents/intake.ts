import { type DocumentTemplate, given, is } from '@fadu/procedure';
import { byLaw as basedOn, FT07, FT26, FY, FY17, since2026 } from '../statutes.js';
import { act, applicants, byLaw, howServed, remedy, toApplicants } from './words.js';

/** Papers of the application: receipt, correction, acceptance or refusal. The words are the platform's own; the items are those the law asks for. */
export const intakeDocuments = {
  application: {
    name: '行政复议申请书',
    title: '行政复议申请书',
    form: 'statement',
    to: '{organ}',
    signer: '{applicants.name}',
    toParty: true,
    basis: basedOn(FY(22, 2), FT07(19), [FY(22, 2), FT26(28)]),
    paragraphs: [
      {
        each: 'applicants',
        text: '申请人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
      },
      { when: given('representatives'), text: '代表人：{representatives.name}。' },
      { each: 'agents', text: '代理人：{name}（{kind}），代理{principal}。' },
      '被申请人：{respondent}。',
      { each: 'thirdParties', text: '第三人：{name}。' },
      '申请复议的行政行为：{act.name}（{act.docNumber}）[，{act.madeOn}作出][，{act.knewOn}知道]。',
      '行政复议请求：{requests}。{requestText}',
      { when: given('normReviewed'), text: '一并请求审查的文件和条款：{normReviewed}。' },
      { when: given('compensationAmount'), text: '请求赔偿的金额：{compensationAmount}。' },
      '事实和理由：{facts}',
      { when: given('lateReason'), text: '超过申请期限的理由：{lateReason}' },
      { table: 'evidence', columns: ['name', 'source', 'pages', 'proves'] },
      '申请日期：{receivedOn}。',
    ],
  },
  receipt: {
    name: '收件回执',
    title: '行政复议申请收件回执',
    number: 'letter',
    to: applicants,
    // Handed over, or shown, at once: it acknowledges the application and starts nothing.
    toParty: true,
    basis: basedOn(FY(22), FY17(11)),
    paragraphs: [
      `本机关于{receivedOn}收到{you}对${act}提出的行政复议申请（{channel}提交）。`,
      ...byLaw(
        '本机关将在收到之日起五个工作日内审查，最迟{due:review}作出处理；期满没有作出不予受理决定的，视为受理。',
        '本机关将在收到之日起五个工作日内审查，最迟{due:review}作出处理；没有决定不予受理的，自收到之日起即为受理。',
      ),
      '行政复议不收取任何费用。',
    ],
  },
  oralRecord: {
    name: '口头申请笔录',
    title: '口头申请行政复议笔录',
    form: 'record',
    basis: basedOn(FY(22, 1), [FY17(11), FT07(20)]),
    signed: ['申请人', '记录人'],
    paragraphs: [
      {
        each: 'applicants',
        text: '申请人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
      },
      { each: 'agents', text: '代理人：{name}（{kind}），代理{principal}。' },
      '被申请人：{respondent}。',
      '申请复议的行政行为：{act.name}（{act.docNumber}）[，{act.madeOn}作出][，{act.knewOn}知道]。',
      '申请日期：{receivedOn}。',
      '行政复议请求：{requests}。{requestText}',
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
    serve: [{ to: 'applicants', takes: 'serveCorrection', carry: howServed }],
    basis: basedOn(FY(31, 1), FT07(29)),
    paragraphs: [
      ...byLaw(
        `{you}对${act}提出的行政复议申请，本机关于{receivedOn}收到。经审查，申请材料不齐全或者表述不清楚。依照《中华人民共和国行政复议法》第三十一条第一款，请补正下列全部事项：`,
        `{you}对${act}提出的行政复议申请，本机关于{receivedOn}收到。经审查，申请材料不齐全或者表述不清楚。依照《中华人民共和国行政复议法实施条例》第二十九条，请补正下列全部事项：`,
      ),
      '{correctionItems}',
      ...byLaw(
        '请自收到本通知之日起十个工作日内补正；有正当理由不能按期补正的，可以申请延长。无正当理由逾期不补正的，视为放弃申请，并记录在案。',
        '请自收到本通知之日起十个工作日内补正。无正当理由逾期不补正的，视为放弃申请。补正所用时间不计入审理期限。',
      ),
    ],
  },
  acceptanceNotice: {
    name: '受理通知书',
    title: '行政复议受理通知书',
    number: 'acceptance',
    to: applicants,
    toParty: true,
    serve: toApplicants,
    basis: basedOn(FY(30, 1), [FY17(17, 2), FT07(28)]),
    paragraphs: [
      ...byLaw(
        `{you}不服${act}，于{receivedOn}提出行政复议申请。经审查，该申请符合《中华人民共和国行政复议法》第三十条第一款的规定，本机关于{acceptedOn}予以受理，案号为{number}。`,
        `{you}不服${act}，于{receivedOn}提出行政复议申请。经审查，该申请符合《中华人民共和国行政复议法实施条例》第二十八条的规定。依照《中华人民共和国行政复议法》第十七条第二款，自{acceptedOn}起即为受理，案号为{number}。`,
      ),
      { when: is('procedure', 'simplified'), text: '本案适用简易程序，自受理之日起三十日内作出决定。' },
      ...byLaw(
        '本案适用普通程序，自受理之日起六十日内作出决定。',
        '自受理之日起六十日内作出决定。',
        is('procedure', 'ordinary'),
      ),
      '承办人：{handlers}。审理期间，{you}可以委托一至二名代理人，查阅、复制有关材料，申请承办人回避，提出意见，申请停止执行，也可以与被申请人和解或者接受调解。',
      '行政复议期限至{due:decide}届满。',
    ],
  },
  deemedNotice: {
    name: '视为受理告知书',
    title: '行政复议申请视为受理告知书',
    number: 'acceptance',
    to: applicants,
    toParty: true,
    serve: toApplicants,
    basis: basedOn(FY(30, 3), FY17(17, 2)),
    paragraphs: [
      ...byLaw(
        `{you}对${act}提出的行政复议申请，本机关于{receivedOn}收到。审查期限届满，依照《中华人民共和国行政复议法》第三十条第三款，自{acceptedOn}起视为受理。案号为{number}。`,
        `{you}对${act}提出的行政复议申请，本机关于{receivedOn}收到。没有决定不予受理，依照《中华人民共和国行政复议法》第十七条第二款，自{acceptedOn}起即为受理。案号为{number}。`,
      ),
      '行政复议期限至{due:decide}届满。',
    ],
  },
  refusalDecision: {
    name: '不予受理决定书',
    title: '不予受理行政复议申请决定书',
    number: 'refusal',
    to: applicants,
    toParty: true,
    serve: [{ to: 'applicants', takes: 'serveRuling', carry: howServed }],
    basis: basedOn(FY(30, 2), FY17(17, 1)),
    paragraphs: [
      `{you}对${act}提出的行政复议申请，本机关于{receivedOn}收到。`,
      '经审查：{refusalReason}',
      {
        when: given('examination.rightOrgan'),
        text: '有管辖权的机关是{examination.rightOrgan}，{you}可以向该机关申请。',
      },
      ...byLaw(
        '依照《中华人民共和国行政复议法》第三十条第二款，决定不予受理{you}的行政复议申请。',
        '依照《中华人民共和国行政复议法》第十七条第一款，决定不予受理{you}的行政复议申请。',
      ),
      remedy,
      '认为不予受理没有正当理由的，可以向上一级行政机关反映。',
    ],
  },
  abandonedRecord: {
    name: '视为放弃申请记录',
    title: '行政复议申请视为放弃记录',
    form: 'record',
    signed: ['承办人'],
    basis: basedOn(FY(31, 2), FT07(29)),
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
    serve: toApplicants,
    basis: basedOn(FY(32, 2), undefined, [FY(32, 2), FT26(38)]),
    paragraphs: [
      `对{you}不服${act}的申请，{respondent}已于{agencyCorrectedOn}自行纠正：{agencyCorrection}`,
      '{you}坚持申请复议的，材料移送有管辖权的复议机关，所用时间不计入申请期限。',
    ],
  },
  repeatNotice: {
    name: '不再重复处理告知书',
    title: '行政复议申请不再重复处理告知书',
    number: 'letter',
    to: applicants,
    toParty: true,
    serve: toApplicants,
    basis: since2026(FT26(37)),
    paragraphs: [
      `{you}就${act}再次提出的行政复议申请，本机关已经处理过。依照《中华人民共和国行政复议法实施条例》第三十七条，不再重复处理。`,
      '{repeatNote}',
    ],
  },
} as const satisfies Record<string, DocumentTemplate>;
