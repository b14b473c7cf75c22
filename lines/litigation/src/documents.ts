import type { DocumentTemplate } from '@fadu/procedure';
import { CS, CT, JS, XS } from './statutes.js';

/** The suit, as a paper to the court begins. */
const suit = '{plaintiffs.name}诉{defendants.name}一案（案号{courtCaseNo}）';

/**
 * Papers of the line. What goes to the court is a statement: it ends with 此致 and bears no number of the organ. The words
 * are the platform's own; the items are those the law asks for.
 */
export const documents = {
  dispatch: {
    name: '应诉任务分派单',
    title: '应诉任务分派单',
    to: '{agency}',
    paragraphs: [
      {
        sheet: [
          [
            ['受理法院', '{court}'],
            ['案号', '{courtCaseNo}'],
          ],
          [['原告', '{plaintiffs.name}']],
          [['被诉行政行为', '{act.name}（{act.docNumber}）']],
          [
            ['收到起诉状副本', '{copyReceivedOn}'],
            ['答辩举证期限', '{due:respond}'],
          ],
          [
            ['法制工作人员', '{legalStaff}'],
            ['诉讼代理人', '{agents}'],
          ],
          [['分派意见', '{instructions}']],
        ],
      },
      '请于{due:respond}前向人民法院提交答辩状、作出行政行为的证据和所依据的规范性文件。管辖异议、延期举证申请的期限同日届满。',
      '应备材料：行政行为的全部案卷、证据目录、所依据的规范性文件、授权委托书。证据应当是作出行政行为前取得的。',
    ],
    basis: [XS(67, 1), XS(31)],
    toParticipant: 'agency',
    serve: [{ to: 'agency' }],
  },
  defence: {
    name: '行政答辩状',
    title: '行政答辩状',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '答辩人（被告）：{organ}。',
      { each: 'agents', text: '委托代理人：{name}（{kind}）。' },
      '被答辩人（原告）：{plaintiffs.name}。',
      `因${suit}，被诉行政行为为{act.name}（{act.docNumber}），现提出答辩如下：`,
      { when: { given: 'claims' }, text: '原告的诉讼请求：{claims}' },
      '{defence}',
      '所依据的规范性文件：{norms}。',
      '综上，请人民法院依法裁判。',
    ],
    attachments: ['证据目录及证据', '所依据的规范性文件'],
    basis: XS(67, 1),
  },
  evidenceList: {
    name: '证据目录',
    title: '证据目录',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      `提交人（被告）：{organ}。案由：${suit}。`,
      '被诉行政行为：{act.name}[，{act.madeOn}作出]。提交日期：{evidenceSubmittedOn}。',
      { table: 'evidence', columns: ['name', 'source', 'obtainedOn', 'pages', 'proves', 'permitted'] },
    ],
    basis: [XS(34, 1), XS(35)],
  },
  authorization: {
    name: '授权委托书',
    title: '授权委托书',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '委托人：{organ}。',
      { each: 'agents', text: '受委托人：{name}，{kind}。' },
      `现委托上列人员在${suit}中，作为我机关的诉讼代理人。`,
      '代理权限：代为答辩、提交证据、参加庭审、发表意见。承认、变更、放弃诉讼请求，须另行授权。',
    ],
    basis: XS(31),
  },
  headIdentity: {
    name: '负责人身份证明',
    title: '行政机关负责人身份证明',
    form: 'statement',
    to: '{court}',
    paragraphs: [`{plan.person}，系我机关{plan.rank}，将出庭参加${suit}的诉讼。特此证明。`],
    basis: CT(6, 1),
  },
  absenceStatement: {
    name: '不能出庭情况说明',
    title: '行政机关负责人不能出庭情况说明',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      `你院受理的${suit}，我机关负责人因{absence.excuse}不能出庭。`,
      '具体情况：{absence.facts}',
      '我机关委托工作人员{absence.staff}出庭应诉。',
    ],
    attachments: ['证明材料'],
    basis: [CT(8), CT(9, 1)],
    signed: ['主要负责人'],
  },
  extensionRequest: {
    name: '延期举证申请',
    title: '延期提供证据申请书',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '申请人（被告）：{organ}。',
      `${suit}，我机关于{copyReceivedOn}收到起诉状副本，举证期限至{due:respond}。`,
      '因{extensionCause}，不能按期提供作出行政行为时已经收集的证据。依照《中华人民共和国行政诉讼法》第三十六条第一款，申请延期提供，请予准许。',
    ],
    basis: [XS(36, 1), JS(34)],
  },
  jurisdictionObjection: {
    name: '管辖异议书',
    title: '管辖权异议申请书',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '申请人（被告）：{organ}。',
      `${suit}，我机关于{copyReceivedOn}收到起诉状副本，现提出管辖权异议，请依法移送有管辖权的人民法院。`,
      '理由：{objection}',
    ],
    basis: JS(10, 1),
  },
  actChange: {
    name: '改变行政行为告知函',
    title: '关于改变被诉行政行为的函',
    form: 'letter',
    number: 'notice',
    to: '{court}',
    paragraphs: [
      `${suit}审理期间，我机关于{actChange.on}对被诉的{act.name}（{act.docNumber}）作出改变：{actChange.content}`,
      { when: { given: 'actChange.plaintiffView' }, text: '原告的意见：{actChange.plaintiffView}' },
      '特此告知。',
    ],
    basis: [JS(81, 1), CS(2)],
  },
  appealPetition: {
    name: '上诉状',
    title: '行政上诉状',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '上诉人：{organ}。',
      '被上诉人：{plaintiffs.name}。',
      '上诉人因与被上诉人行政争议一案，不服{court}案号{courtCaseNo}的{judgmentKind}。该{judgmentKind}于{servedOn}送达，现提出上诉。',
      '上诉理由：{appealReasons}',
    ],
    basis: XS(85),
  },
  appealAnswer: {
    name: '上诉答辩状',
    title: '行政上诉答辩状',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '答辩人（被上诉人）：{organ}。',
      '案号{courtCaseNo}一案，我机关于{appealCopyReceivedOn}收到上诉状副本，现答辩如下：',
      '{appealAnswer}',
      '综上，请人民法院依法裁判。',
    ],
    basis: JS(108, 2),
  },
  retrialPetition: {
    name: '再审申请书',
    title: '行政再审申请书',
    form: 'statement',
    to: '{court}',
    paragraphs: [
      '再审申请人：{organ}。',
      '案号{courtCaseNo}一案的裁判于{effectiveOn}发生法律效力。再审申请人认为该裁判确有错误，依照《中华人民共和国行政诉讼法》第九十条，申请再审。',
      '事实和理由：{retrialReasons}',
    ],
    basis: [XS(90), JS(110)],
  },
  performanceReport: {
    name: '判决履行报告',
    title: '关于履行判决情况的报告',
    form: 'letter',
    number: 'notice',
    to: '{court}',
    paragraphs: [
      `${suit}的裁判于{effectiveOn}发生法律效力，主文为：{operative}`,
      '现将履行情况报告如下：',
      '{performance.what}',
      '履行日期：{performance.doneOn}。重新作出行政行为的情况：{performance.redo}。',
    ],
    basis: [XS(94), XS(71)],
  },
  lossAnalysis: {
    name: '败诉案件分析报告',
    title: '败诉案件分析报告',
    paragraphs: [
      {
        sheet: [
          [['案号', '{courtCaseNo}']],
          [['原告', '{plaintiffs.name}']],
          [['被告', '{defendants.name}']],
          [
            ['审理法院', '{court}'],
            ['裁判日期', '{judgedOn}'],
          ],
          [['裁判主文', '{operative}']],
        ],
      },
      { heading: '一、败诉原因' },
      '{review.cause}。',
      { heading: '二、责任单位和责任人' },
      '{review.responsible}。',
      { heading: '三、整改措施' },
      '{review.measures}',
    ],
    basis: { ...XS(96), note: '败诉复盘为平台制度' },
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
