import { type DocumentTemplate, given, is, not } from '@fadu/procedure';
import { byLaw as basedOn, FT07, FT26, FY, FY17 } from '../statutes.js';
import { decisionClauses } from './clauses.js';
import { act, applicants, byLaw, howServed, remedy, toParties, toRespondent } from './words.js';

/** Who is in the case, at the head of a decision. */
const parties = [
  {
    each: 'applicants',
    text: '申请人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
  },
  { each: 'agents', text: '委托代理人：{name}（{kind}）。' },
  '被申请人：{respondent}。',
  { each: 'coRespondents', text: '被申请人：{name}。' },
  { each: 'respondentAgents', text: '委托代理人：{name}（{kind}）。' },
  {
    each: 'thirdParties',
    text: '第三人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
  },
] as const;

/** Papers of the end: the decision and what follows from it. The words are the platform's own; the items are those the law asks for. */
export const endingDocuments = {
  terminationDecision: {
    name: '终止决定书',
    title: '行政复议终止决定书',
    number: 'termination',
    to: applicants,
    toParty: true,
    serve: toParties,
    basis: basedOn(FY(41), FT07(42)),
    paragraphs: [
      ...byLaw(
        `{you}不服${act}提出的行政复议申请（{number}），因{terminationGround}，依照《中华人民共和国行政复议法》第四十一条，决定终止行政复议。`,
        `{you}不服${act}提出的行政复议申请（{number}），因{terminationGround}，依照《中华人民共和国行政复议法实施条例》第四十二条，决定终止行政复议。`,
      ),
      '{terminationReason}',
    ],
  },
  withdrawalPermit: {
    name: '准许撤回决定书',
    title: '准许撤回行政复议申请决定书',
    number: 'termination',
    to: applicants,
    toParty: true,
    serve: toParties,
    basis: basedOn([FY(41, undefined, 1), FY(74)], [FY17(25), FT07(38), FT07(40)]),
    paragraphs: [
      ...byLaw(
        `{you}就${act}提出的行政复议申请（{number}），审理期间{settlement.kind}。经审查，撤回出于真实意愿，不损害国家利益、社会公共利益和他人合法权益，依照《中华人民共和国行政复议法》第四十一条第一项、第七十四条，决定准许撤回，行政复议终止。`,
        `{you}就${act}提出的行政复议申请（{number}），审理期间{settlement.kind}。经审查，撤回出于真实意愿，不损害社会公共利益和他人合法权益，依照《中华人民共和国行政复议法》第二十五条、《中华人民共和国行政复议法实施条例》第四十二条第一款，决定准许撤回，行政复议终止。`,
      ),
      '不得再以同一事实和理由提出行政复议申请；能够证明撤回违背真实意愿的除外。',
    ],
  },
  withdrawalRequest: {
    name: '撤回申请书',
    title: '撤回行政复议申请书',
    to: '{organ}',
    form: 'statement',
    signer: '{applicants.name}',
    basis: basedOn(FY(41, undefined, 1), [FY17(25), FT07(38)]),
    paragraphs: [
      `申请人{applicants.name}不服${act}申请行政复议一案[（{number}）]，现自愿申请撤回行政复议申请。`,
      '理由：{withdrawalReason}',
    ],
  },
  dismissalDecision: {
    name: '驳回申请决定书',
    title: '驳回行政复议申请决定书',
    number: 'dismissal',
    to: applicants,
    toParty: true,
    serve: [{ to: 'applicants', takes: 'serveRuling', carry: howServed }, ...toRespondent],
    basis: basedOn(FY(33), FT07(48, 1), [FY(33), FT26(37)]),
    paragraphs: [
      `{you}不服${act}提出的行政复议申请（{number}），受理后发现不符合受理条件：{dismissalReason}`,
      ...byLaw(
        '依照《中华人民共和国行政复议法》第三十三条，决定驳回{you}的行政复议申请。',
        '依照《中华人民共和国行政复议法实施条例》第四十八条第一款第二项，决定驳回{you}的行政复议申请。',
      ),
      remedy,
    ],
  },
  mediationLetter: {
    name: '行政复议调解书',
    title: '行政复议调解书',
    number: 'mediation',
    toParty: true,
    serve: toParties,
    basis: basedOn([FY(5), FY(73)], FT07(50)),
    signed: ['申请人', '被申请人'],
    paragraphs: [
      ...parties,
      `申请人不服${act}，申请行政复议，本机关于{acceptedOn}依法受理（{number}）。`,
      '行政复议请求：{requests}。{requestText}',
      '审理期间，经本机关调解，各方遵循合法、自愿的原则，达成协议：',
      '{mediation.agreement}',
      '本调解书经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力。',
    ],
  },
  decision: {
    name: '复议决定书',
    title: '行政复议决定书',
    number: 'decision',
    toParty: true,
    toParticipant: 'respondent',
    serve: [{ to: 'applicants', takes: 'serve', carry: howServed }, ...toRespondent, { to: 'thirdParties' }],
    basis: basedOn([FY(61, 1), FY(75)], [FY17(28, 1), FY17(31, 2)]),
    paragraphs: [
      ...parties,
      `申请人不服${act}，于{receivedOn}提出行政复议申请，本机关于{acceptedOn}依法受理（{number}），现已审理终结。`,
      { heading: '一、复议请求和理由' },
      '申请人请求：{requests}。{requestText}',
      '申请人称：{facts}',
      { table: 'evidence', columns: ['name', 'source', 'pages', 'proves'] },
      { heading: '二、被申请人的答复' },
      { when: not(is('noReply', true)), text: '被申请人称：{replyText}' },
      { when: is('noReply', true), text: '被申请人没有在期限内提出书面答复、提交证据和依据。' },
      { table: 'replyEvidence', columns: ['name', 'source', 'obtainedOn', 'pages', 'proves'] },
      { heading: '三、查明的事实' },
      '{factsFound}',
      { table: 'excludedEvidence', columns: ['name', 'ground', 'note'] },
      { when: given('hearings'), text: '本机关依法举行了听证，听证笔录作为作出决定的根据。' },
      { when: given('committeeOpinions'), text: '本机关依法听取了行政复议委员会的咨询意见。' },
      { heading: '四、理由和依据' },
      '{reasons}',
      { when: not(is('outcomeGround', 'none')), text: '被申请复议的行政行为{outcomeGround}。' },
      { when: given('normConclusion'), text: '申请人一并请求审查的{normDocument}，审查结论为：{normConclusion}。' },
      { heading: '五、决定' },
      ...decisionClauses,
      '{operative}',
      { when: given('compensationDecision'), text: '对赔偿请求：{compensationDecision}。' },
      { when: given('restitution'), text: '一并责令被申请人：{restitution}。' },
      { when: given('performBy'), text: '被申请人应当在{performBy}前履行。' },
      {
        when: is('redo', true),
        text: '被申请人应当在法律、法规、规章规定的期限内重新作出行政行为；没有规定的，期限为六十日。',
      },
      { when: not(given('remedyCourt')), text: remedy },
      { when: given('remedyCourt'), text: '如不服本决定，可以自收到本决定书之日起十五日内向{remedyCourt}提起诉讼。' },
      { when: is('respondentKind', 'province'), text: '也可以向国务院申请裁决，国务院作出最终裁决。' },
      '本决定书一经送达，即发生法律效力。',
    ],
  },
  orderToPerform: {
    name: '责令履行通知书',
    title: '责令限期履行行政复议决定通知书',
    number: 'order',
    to: '{respondent}',
    toParticipant: 'respondent',
    serve: toRespondent,
    basis: basedOn(FY(77, 2), FY17(32, 2)),
    paragraphs: [
      '{applicants.name}不服你单位作出的{act.name}一案（{number}），行政复议决定已经送达，你单位没有履行。决定内容：',
      '{operative}',
      ...byLaw(
        '依照《中华人民共和国行政复议法》第七十七条第二款，现责令你单位在{orderedBy}前履行。逾期不履行的，依法约谈、通报批评，并移送有权机关处理（《中华人民共和国行政复议法》第八十三条）。',
        '依照《中华人民共和国行政复议法》第三十二条第二款，现责令你单位在{orderedBy}前履行。经责令履行仍拒不履行的，依法追究有关人员的责任（《中华人民共和国行政复议法》第三十七条）。',
      ),
    ],
  },
  interviewNotice: {
    name: '约谈通知书',
    title: '行政复议约谈通知书',
    number: 'order',
    to: '{respondent}',
    serve: toRespondent,
    basis: basedOn(FY(77, 2), undefined),
    paragraphs: [
      '因你单位没有履行{number}案的行政复议决定，依照《中华人民共和国行政复议法》第七十七条第二款，定于{interviewedOn}约谈你单位有关负责人。请说明没有履行的原因和履行的时间。',
    ],
  },
  transferLetter: {
    name: '移送函',
    title: '关于移送不履行行政复议决定有关材料的函',
    number: 'letter',
    to: '{transferredTo}',
    form: 'letter',
    attachments: ['有关材料及目录'],
    basis: basedOn([FY(83), FY(85)], [FY17(37), FT07(65)]),
    paragraphs: [
      ...byLaw(
        '{respondent}不履行{number}案的行政复议决定，经{orderedOn}责令限期履行仍未履行。依照《中华人民共和国行政复议法》第八十三条、第八十五条，现将有关人员违法的事实材料移送你单位依法处理。',
        '{respondent}不履行{number}案的行政复议决定，经{orderedOn}责令限期履行仍未履行。依照《中华人民共和国行政复议法》第三十七条、《中华人民共和国行政复议法实施条例》第六十五条，现将有关人员违法的事实材料转送你单位依法处理。',
      ),
    ],
  },
  opinionLetter: {
    name: '行政复议意见书',
    title: '行政复议意见书',
    number: 'opinion',
    to: '{respondent}',
    toParticipant: 'respondent',
    serve: [{ to: 'respondent', takes: 'serveOpinion', carry: howServed }],
    basis: basedOn(FY(76), FT07(57, 1)),
    paragraphs: [
      '本机关在审理{number}案中，发现你单位存在下列需要改进的问题：',
      '{opinionProblems}',
      ...byLaw(
        '依照《中华人民共和国行政复议法》第七十六条，请自收到本意见书之日起六十日内，将改进情况报送本机关。',
        '依照《中华人民共和国行政复议法实施条例》第五十七条第一款，请自收到本意见书之日起六十日内，将纠正和善后的情况通报本机关。',
      ),
    ],
  },
  rectification: {
    name: '整改情况报告',
    title: '关于行政复议意见书整改情况的报告',
    to: '{organ}',
    form: 'statement',
    signer: '{respondent}',
    basis: basedOn(FY(76), FT07(57, 1)),
    paragraphs: [
      '本单位于{opinionReceivedOn}收到行政复议意见书（{number}案），现将整改情况报告如下：',
      '{opinionReport}',
    ],
  },
  copyLetter: {
    name: '抄告函',
    title: '关于抄告行政复议决定的函',
    form: 'letter',
    number: 'letter',
    to: '{copiedTo}',
    attachments: ['行政复议决定书'],
    basis: basedOn(FY(79, 2), undefined),
    paragraphs: [
      '{applicants.name}不服{respondent}作出的{act.name}（{act.docNumber}）一案（{number}），本机关已作出行政复议决定，结果为：{outcome}。依照《中华人民共和国行政复议法》第七十九条第二款，现将行政复议决定书抄告你单位。',
    ],
  },
  redoReport: {
    name: '履行情况登记',
    title: '行政复议决定履行情况登记表',
    form: 'record',
    signed: ['承办人'],
    basis: basedOn([FY(77, 1), FT07(49)], [FY17(32, 1), FT07(49)], [FY(77, 1), FT26(58)]),
    paragraphs: [
      {
        sheet: [
          [['案号', '{number}']],
          [['申请人', '{applicants.name}']],
          [['被申请人', '{respondent}']],
          [
            ['决定结果', '{outcome}'],
            ['履行日期', '{performedOn}'],
          ],
          [['履行情况', '{performance}']],
        ],
      },
      { when: is('redo', true), text: '重新作出的行为以同一事实和理由作出：{redoneSameFacts}。' },
    ],
  },
  circular: {
    name: '通报',
    title: '关于不履行行政复议决定的通报',
    number: 'order',
    form: 'official',
    basis: basedOn(FY(77, 2), undefined),
    paragraphs: [
      '{respondent}没有履行{number}案的行政复议决定，经{orderedOn}责令限期履行后仍未履行。依照《中华人民共和国行政复议法》第七十七条第二款，于{circulatedOn}予以通报批评。',
    ],
  },
  suggestionLetter: {
    name: '行政复议建议书',
    title: '行政复议建议书',
    number: 'opinion',
    to: '{suggestionTo}',
    basis: basedOn(FT07(57, 2), FT07(57, 2), { ...FT26(), note: '对应条款未经核实' }),
    paragraphs: [
      '本机关在审理{number}案中，发现实施中带有普遍性的问题，现提出完善制度、改进行政执法的建议：',
      '{suggestionText}',
    ],
  },
} as const satisfies Record<string, DocumentTemplate>;
