import type { PublicView } from '@fadu/procedure';
import { guide } from './guide.js';

export const publicView = {
  apply: 'apply',
  name: '申请行政复议',
  intro: '认为行政机关的行政行为侵犯了您的合法权益，可以向复议机关申请复议，不收费。',
  steps: [
    { title: '谁来申请', hint: '申请人就是您，或者您的单位', fields: ['applicants', 'representatives', 'agents'] },
    {
      title: '对谁的什么行为不服',
      hint: '看决定书上的机关名称和文号',
      fields: ['respondent', 'respondentKind', 'act', 'thirdParties'],
    },
    { title: '您希望怎么处理', fields: ['requests', 'requestText', 'normReviewed', 'compensationAmount'] },
    { title: '事实和理由', fields: ['facts', 'lateReason'] },
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
  next: [
    { text: '审查是否受理；期满没有答复，视为受理', clock: 'review' },
    { text: '材料不全的，一次性告知您需要补正的全部内容', clock: 'correction-notice' },
    { text: '请在期限内补正材料', clock: 'correction' },
    { text: '受理后一般六十日内作出决定', clock: 'decide' },
  ],
  remedy: {
    text: '对复议决定不服的，可以向人民法院起诉',
    clock: 'sue',
    states: ['served', 'ordered', 'refused', 'dismissed'],
  },
} as const satisfies PublicView;
