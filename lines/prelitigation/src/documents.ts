import { type DocumentTemplate, not } from '@fadu/procedure';
import { paused } from './clocks.js';
import { XS } from './statutes.js';

export const documents = {
  suitNotice: {
    name: '起诉期限提示书',
    title: '起诉期限提示书',
    to: '{parties.name}',
    paragraphs: [
      '{you}与{agency}因“{act.name}”产生的行政争议，已于{registeredOn}登记，进行诉前化解。',
      {
        when: not(paused),
        text: '化解期间，起诉期限不停止计算。{you}的起诉期限至{due:sue-deadline}届满。届满前没有化解的，请及时向人民法院起诉。',
      },
      {
        when: paused,
        text: '自登记之日起，起诉期限停止计算，化解结束之日恢复计算。没有化解的，请在恢复后剩余的期限内向人民法院起诉。',
      },
    ],
    basis: [XS(45), XS(46, 1)],
    toParty: true,
    serve: [{ to: 'parties' }],
  },
  warning: {
    name: '起诉期限将届满提示书',
    title: '起诉期限将届满提示书',
    to: '{parties.name}、{agency}',
    paragraphs: [
      '{parties.name}与{agency}因“{act.name}”产生的行政争议，{registeredOn}登记诉前化解，尚未办结。',
      '起诉期限至{due:sue-deadline}届满，化解期间不停止计算。届满前没有化解的，当事人可以向人民法院起诉。',
    ],
    basis: [XS(45), XS(46, 1)],
    toParty: true,
    toParticipant: 'agency',
    serve: [{ to: 'parties' }, { to: 'agency' }],
  },
  agreement: {
    name: '行政争议化解协议',
    title: '行政争议化解协议',
    form: 'record',
    paragraphs: [
      {
        each: 'parties',
        text: '当事人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
      },
      '行政机关：{agency}。',
      '各方就“{act.name}”的争议，遵循自愿、合法的原则，达成协议如下：',
      '{agreement}',
      '本协议自各方签字或者盖章之日起生效。协议一式三份，当事人、行政机关、化解机构各执一份。',
    ],
    basis: XS(60),
    toParty: true,
    signed: ['当事人', '行政机关', '化解人员'],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
