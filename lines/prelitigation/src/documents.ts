import type { DocumentTemplate } from '@fadu/procedure';
import { XS } from './statutes.js';

export const documents = {
  suitNotice: {
    name: '起诉期限提示书',
    title: '起诉期限提示书',
    to: '{parties.name}',
    paragraphs: [
      '您与{agency}因“{act.name}”产生的争议，已于{registeredOn}登记诉前化解。',
      '化解期间，起诉期限不停止计算。您的起诉期限至{due:sue-deadline}。届满前没有化解的，请及时向人民法院起诉。',
      '{organ}',
      '{today}',
    ],
    basis: [XS(45), XS(46, 1)],
    toParty: true,
  },
  agreement: {
    name: '行政争议化解协议',
    title: '行政争议化解协议',
    paragraphs: [
      '当事人{parties.name}与{agency}就“{act.name}”的争议，自愿达成协议：',
      '{agreement}',
      '协议自各方签字盖章之日起生效。',
      '{today}',
    ],
    basis: XS(60),
    toParty: true,
    signed: ['当事人', '行政机关', '化解人员'],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
