import { type DocumentTemplate, given, is } from '@fadu/procedure';
import { byLaw as basedOn, FT07, FT26, FY, FY17 } from '../statutes.js';
import { act, byLaw, howServed, toParties, toRespondent } from './words.js';

/** Papers of the trial: the reply, opinions, hearing, suspension, extension, review of documents. The words are the platform's own; the items are those the law asks for. */
export const trialDocuments = {
  replyNotice: {
    name: '答复通知书',
    title: '行政复议答复通知书',
    number: 'reply',
    to: '{respondent}',
    toParticipant: 'respondent',
    serve: toRespondent.map((target) => ({ ...target, takes: 'receiveCopy', alsoBy: ['signCopy'], carry: howServed })),
    attachments: ['行政复议申请书副本'],
    basis: basedOn([FY(48), FY(54, 1)], FY17(23, 1)),
    paragraphs: [
      '{applicants.name}不服你单位作出的{act.name}（{act.docNumber}），申请行政复议，本机关已于{acceptedOn}依法受理（{number}）。现将申请书副本发送你单位。',
      ...byLaw(
        '请自收到之日起十个工作日内提出书面答复，并提交作出行政行为的证据、依据和其他有关材料。',
        '请自收到之日起十日内提出书面答复，并提交当初作出行政行为的证据、依据和其他有关材料。',
        is('procedure', 'ordinary'),
      ),
      {
        when: is('procedure', 'simplified'),
        text: '请自收到之日起五个工作日内提出书面答复，并提交作出行政行为的证据、依据和其他有关材料。',
      },
      {
        when: is('act.kind', 'inaction'),
        text: '本案是申请履行职责的案件，请一并说明是否具有相应职责、是否已经履行。',
      },
      ...byLaw(
        '逾期不答复、不提交的，依照《中华人民共和国行政复议法》第七十条，视为该行政行为没有证据、依据。',
        '逾期不答复、不提交的，依照《中华人民共和国行政复议法》第二十八条第一款第四项，视为该行政行为没有证据、依据，决定撤销该行政行为。',
      ),
    ],
  },
  answer: {
    name: '行政复议答复书',
    title: '行政复议答复书',
    to: '{organ}',
    form: 'statement',
    signer: '{respondent}',
    basis: basedOn([FY(48), FY(54, 1)], FY17(23, 1)),
    toParty: true,
    paragraphs: [
      '答复机关（被申请人）：{respondent}。',
      '{applicants.name}不服本机关作出的{act.name}（{act.docNumber}）申请行政复议一案（{number}），现答复如下：',
      { heading: '一、答复意见' },
      '{replyText}',
      { heading: '二、作出行政行为的依据' },
      '{replyBasis}',
      { heading: '三、证据目录' },
      { table: 'replyEvidence', columns: ['name', 'source', 'obtainedOn', 'pages', 'proves'] },
    ],
  },
  noReplyRecord: {
    name: '未答复记录',
    title: '被申请人未答复记录',
    form: 'record',
    signed: ['承办人'],
    basis: basedOn(FY(70), FY17(28, 1, 4)),
    paragraphs: [
      ...byLaw(
        '{respondent}于{copyReceivedOn}收到申请书副本，答复期限于{due:reply}届满，没有提出书面答复和提交证据、依据。依照《中华人民共和国行政复议法》第七十条，视为该行政行为没有证据、依据；行政行为涉及第三人合法权益，第三人提供证据的除外。',
        '{respondent}于{copyReceivedOn}收到申请书副本，答复期限于{due:reply}届满，没有提出书面答复和提交证据、依据。依照《中华人民共和国行政复议法》第二十八条第一款第四项，视为该行政行为没有证据、依据。',
      ),
    ],
  },
  opinionRecord: {
    name: '听取意见笔录',
    title: '听取当事人意见笔录',
    form: 'record',
    basis: basedOn(FY(49), FY17(22)),
    signed: ['当事人', '承办人'],
    paragraphs: [
      '案号：{number}。申请人：{applicants.name}。被申请人：{respondent}。',
      { each: 'opinions', text: '{on}听取{party}的意见（{how}）：\n{record}' },
    ],
  },
  hearingNotice: {
    name: '听证通知书',
    title: '行政复议听证通知书',
    number: 'hearing',
    to: '{applicants.name}、{respondent}',
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(51), FT07(33)),
    paragraphs: [
      '本机关定于{hearingOn}在{hearingPlace}就{number}案举行听证。',
      '拟听证事项：{hearingItems}',
      '听证主持人：{hearingHost}；听证员：{hearingMembers}[；记录员：{hearingClerk}]。',
      ...byLaw(
        '申请人无正当理由拒不参加听证的，视为放弃听证权利。被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加。',
        '请按时参加听证，陈述意见、提交证据。',
      ),
    ],
  },
  hearingRecord: {
    name: '听证笔录',
    title: '行政复议听证笔录',
    form: 'record',
    basis: basedOn(FY(50), FT07(33)),
    signed: ['申请人', '被申请人', '主持人', '记录员'],
    paragraphs: [
      '案号：{number}。案由：不服{respondent}作出的{act.name}。',
      '听证主持人：{hearingHost}。听证员：{hearingMembers}[。记录员：{hearingClerk}]。',
      '申请人：{applicants.name}。被申请人：{respondent}。',
      {
        each: 'hearings',
        text: '听证日期：{on}。公开举行：{public}。被申请人负责人参加：{respondentHead}[，不能参加的理由：{reason}][，委托参加的工作人员：{substitute}]。\n听证情况：{record}',
      },
    ],
  },
  committeeOpinion: {
    name: '咨询意见',
    title: '行政复议委员会咨询意见书',
    number: 'letter',
    signer: '{organ}行政复议委员会',
    basis: basedOn(FY(52), undefined),
    paragraphs: [
      '就{applicants.name}不服{respondent}作出的{act.name}一案（{number}），行政复议委员会提出下列咨询意见：',
      { each: 'committeeOpinions', text: '{on}，委员{members}提出：\n{opinion}' },
    ],
  },
  stayNotice: {
    name: '停止执行通知书',
    title: '停止执行行政行为通知书',
    number: 'stay',
    to: '{respondent}',
    toParty: true,
    toParticipant: 'respondent',
    serve: toParties,
    basis: basedOn(FY(42), FY17(21)),
    paragraphs: [
      ...byLaw(
        '{applicants.name}不服你单位作出的{act.name}（{act.docNumber}）一案（{number}）审理期间，因{stay}，依照《中华人民共和国行政复议法》第四十二条，决定自{today}起停止执行该行政行为。',
        '{applicants.name}不服你单位作出的{act.name}（{act.docNumber}）一案（{number}）审理期间，因{stay}，依照《中华人民共和国行政复议法》第二十一条，决定自{today}起停止执行该行政行为。',
      ),
    ],
  },
  suspensionNotice: {
    name: '中止通知书',
    title: '行政复议中止通知书',
    number: 'suspension',
    to: '{applicants.name}、{respondent}',
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(39, 1), FT07(41, 1)),
    paragraphs: [
      ...byLaw(
        `{applicants.name}不服${act}一案（{number}），因{suspensionGround}，依照《中华人民共和国行政复议法》第三十九条第一款，自{suspendedOn}起中止审理。`,
        `{applicants.name}不服${act}一案（{number}），因{suspensionGround}，依照《中华人民共和国行政复议法实施条例》第四十一条第一款，自{suspendedOn}起中止审理。`,
      ),
      { when: given('suspensionDetail'), text: '具体情况：{suspensionDetail}' },
      '中止的原因消除后，及时恢复审理，并书面告知当事人。',
    ],
  },
  resumptionNotice: {
    name: '恢复审理通知书',
    title: '行政复议恢复审理通知书',
    number: 'suspension',
    to: '{applicants.name}、{respondent}',
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(39, 2), FT07(41, 2)),
    paragraphs: [
      `{applicants.name}不服${act}一案（{number}），中止审理的原因已经消除，自{resumedOn}起恢复审理。`,
      '行政复议期限至{due:decide}届满。',
    ],
  },
  conversionNotice: {
    name: '转为普通程序通知书',
    title: '转为普通程序通知书',
    number: 'letter',
    to: '{applicants.name}、{respondent}',
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(55), undefined),
    paragraphs: [
      ...byLaw(
        `{applicants.name}不服${act}一案（{number}），因{conversionReason}，不宜适用简易程序，依照《中华人民共和国行政复议法》第五十五条，转为普通程序审理。`,
        undefined,
      ),
      '行政复议期限至{due:decide}届满。',
    ],
  },
  extensionNotice: {
    name: '延期通知书',
    title: '延长行政复议期限通知书',
    number: 'extension',
    to: '{applicants.name}、{respondent}',
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(62, 1), FY17(31, 1)),
    paragraphs: [
      ...byLaw(
        `{applicants.name}不服${act}一案（{number}），情况复杂，{extensionReason}，不能在规定期限内作出行政复议决定。依照《中华人民共和国行政复议法》第六十二条第一款，经行政复议机构负责人批准，延长{extendBy}日。`,
        `{applicants.name}不服${act}一案（{number}），情况复杂，{extensionReason}，不能在规定期限内作出行政复议决定。依照《中华人民共和国行政复议法》第三十一条第一款，经行政复议机关负责人批准，延长{extendBy}日。`,
      ),
      '行政复议期限至{due:decide}届满。',
    ],
  },
  normNotice: {
    name: '规范性文件审查通知书',
    title: '规范性文件审查通知书',
    number: 'norm',
    basis: basedOn(FY(58, 1), undefined),
    paragraphs: [
      '本机关审理的{number}案中，申请人一并请求审查{normDocument}。依照《中华人民共和国行政复议法》第五十八条，请你单位自收到本通知之日起十个工作日内书面答复，并提交制定依据和相关材料。',
    ],
  },
  normTransfer: {
    name: '规范性文件转送函',
    title: '关于转送规范性文件审查请求的函',
    number: 'norm',
    form: 'letter',
    attachments: ['审查请求及有关材料'],
    basis: basedOn([FY(56), FY(57)], [FY17(26), FY17(27)]),
    paragraphs: [
      ...byLaw(
        '本机关审理的{number}案中，申请人一并请求审查{normDocument}。该文件不属于本机关处理权限，依照《中华人民共和国行政复议法》第五十六条，现转送你单位依法处理，请在六十日内将处理意见回复本机关。',
        '本机关审理的{number}案中，申请人一并请求审查{normDocument}。该文件不属于本机关处理权限，依照《中华人民共和国行政复议法》第二十六条，现转送你单位，请在六十日内依法处理并回复本机关。',
      ),
    ],
  },
  normOpinion: {
    name: '规范性文件处理意见',
    title: '规范性文件处理意见书',
    number: 'norm',
    basis: basedOn([FY(59), FY(60)], [FY17(26), FY17(27)]),
    paragraphs: [
      '{number}案中一并审查的{normDocument}，经审查：{normConclusion}。',
      { when: given('normReply'), text: '制定机关{normRepliedOn}的答复：{normReply}' },
      ...byLaw(
        '依照《中华人民共和国行政复议法》第五十九条，决定停止该条款的执行，并责令制定机关予以纠正。',
        '依照《中华人民共和国行政复议法》第二十六条，作出上述处理，由制定机关予以纠正。',
        is('normConclusion', ['ultraVires', 'conflict']),
      ),
      { when: is('normConclusion', 'legal'), text: '该结论在行政复议决定书中一并告知。' },
    ],
  },
  raiseLetter: {
    name: '提级移送函',
    title: '关于移送提级审理行政复议案件的函',
    number: 'letter',
    to: '{transferOrgan}',
    form: 'letter',
    attachments: ['案卷及目录'],
    basis: basedOn(FY(38), undefined, [FY(38), FT26(40)]),
    paragraphs: ['{number}案由你单位提级审理，案卷于{fileSentOn}移送。你单位收到案卷之日起，行政复议期限重新计算。'],
  },
  fileAccessRecord: {
    name: '查阅、复制材料登记表',
    title: '查阅、复制行政复议材料登记表',
    form: 'record',
    basis: basedOn(FY(47), [FY17(23, 2), FT07(35)]),
    signed: ['查阅人', '承办人'],
    paragraphs: ['案号：{number}。', { table: 'fileAccess', columns: ['who', 'on', 'pages', 'refused', 'ground'] }],
  },
  thirdPartyNotice: {
    name: '第三人参加复议通知书',
    title: '第三人参加行政复议通知书',
    number: 'letter',
    to: '{thirdParties.name}',
    serve: [{ to: 'thirdParties' }],
    basis: basedOn(FY(16, 1), [FY17(10, 3), FT07(9, 1)]),
    paragraphs: [
      `本机关受理的{applicants.name}不服${act}一案（{number}），{you}与该行政行为或者案件处理结果有利害关系，可以作为第三人参加。`,
      '{you}可以提出书面意见、提交证据，委托一至二名代理人，查阅、复制有关材料。不参加的，不影响案件审理。',
    ],
  },
} as const satisfies Record<string, DocumentTemplate>;
