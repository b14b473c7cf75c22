import { all, any, is, not, type PublicView } from '@fadu/procedure';
import { guide } from './guide.js';
import { organsFor } from './organs-for.js';
import { FY, XS } from './statutes.js';

/** What a court takes for a change of the act: illegality confirmed for its procedure alone is none (司法解释第二十二条第三款). */
const changed = any(
  is('outcome', ['MODIFY', 'REVOKE', 'ORDER_PERFORM', 'CONFIRM_VOID', 'AGREEMENT']),
  all(is('outcome', 'CONFIRM_ILLEGAL'), not(is('outcomeGround', ['procedure', 'slightProcedure']))),
);
const notTaken = is('outcome', ['REFUSE', 'DISMISS_APPLICATION']);

export const publicView = {
  apply: 'apply',
  name: '申请行政复议',
  intro: '认为行政机关的行政行为侵犯了您的合法权益，可以向复议机关申请复议，不收费。',
  steps: [
    { title: '谁来申请', hint: '申请人就是您，或者您的单位', fields: ['applicants'] },
    { title: '对哪个机关不服', hint: '看决定书落款和印章上的名称', fields: ['respondent', 'respondentKind'] },
    { title: '对什么行为不服', hint: '看决定书上的名称、文号和日期；没有的可以不填', fields: ['act'] },
    { title: '您希望怎么处理', fields: ['requests', 'requestText', 'normReviewed', 'compensationAmount'] },
    { title: '事实和理由', fields: ['facts', 'lateReason'] },
    {
      title: '其他参加的人',
      hint: '没有的，直接继续',
      fields: ['agents', 'representatives', 'thirdParties'],
    },
    { title: '证据材料', hint: '照片、PDF、OFD、Word，每个不超过50 MB', fields: ['evidence'] },
  ],
  shows: [
    'respondent',
    'act.name',
    'act.docNumber',
    'requests',
    'receivedOn',
    'acceptedOn',
    'procedure',
    'outcome',
    'decidedOn',
    'servedOn',
  ],
  guide,
  organs: organsFor,
  next: [
    { text: '审查是否受理；期满没有答复，视为受理', clock: 'review' },
    { text: '材料不全的，一次性告知您需要补正的全部内容', clock: 'correction-notice' },
    { text: '受理后一般六十日内作出决定', clock: 'decide' },
  ],
  duties: [
    {
      states: ['correcting'],
      text: '请补正材料。没有正当理由逾期不补正的，视为放弃申请。',
      shows: 'corrections.items',
      action: 'correctByParty',
      clock: 'correction',
    },
  ],
  silence: {
    text: '复议期限届满没有收到决定的，可以在届满之日起十五日内向人民法院起诉，也可以向上一级机关反映。',
    basis: XS(45),
  },
  remedy: {
    text: '对复议决定不服的，可以向人民法院起诉',
    clock: 'sue',
    states: ['served', 'ordered', 'refused', 'dismissed'],
    // A mediation letter is effective when signed; it is no decision to sue over (第七十三条).
    when: not(is('outcome', 'MEDIATION')),
    steps: [
      {
        text: '向哪里起诉：最初作出行政行为的机关所在地的人民法院，也可以向复议机关所在地的人民法院起诉。',
        basis: XS(18, 1),
      },
      {
        text: '告谁：复议决定维持、部分维持的，作出行政行为的机关和复议机关是共同被告。',
        basis: XS(26, 2),
        when: not(any(changed, notTaken)),
      },
      { text: '告谁：复议决定改变了原行政行为，复议机关是被告。', basis: XS(26, 2), when: changed },
      {
        text: '告谁：对不予受理、驳回申请不服的，可以起诉复议机关；不是应当先申请复议的事项，也可以就原来的行政行为起诉作出行政行为的机关。',
        basis: FY(34),
        when: notTaken,
      },
      {
        text: '带什么：起诉状和按被告人数的副本、身份证明、复议决定书。写起诉状确有困难的，可以口头起诉。',
        basis: XS(50),
      },
      { text: '不懂怎么办：拨打12348，符合条件的可以申请法律援助，不收费。' },
    ],
    past: {
      text: '因不可抗力或者其他不属于您自身的原因耽误的时间，不计算在期限内；因其他特殊情况耽误的，可以在障碍消除后十日内向人民法院申请延长，是否准许由人民法院决定。',
      basis: XS(48),
    },
  },
} as const satisfies PublicView;
