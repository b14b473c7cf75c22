import { type DocumentTemplate, is } from '@fadu/procedure';
import { GP } from './statutes.js';

export const documents = {
  receipt: {
    name: '收讫凭证',
    title: '行政赔偿申请收讫凭证',
    to: '{applicants.name}',
    paragraphs: [
      '您的行政赔偿申请已于{receivedOn}收到。我机关将在{due:decide}前作出是否赔偿的决定。',
      '{organ}',
      '{today}',
    ],
    basis: GP(12, 4),
    toParty: true,
  },
  decision: {
    name: '行政赔偿决定书',
    title: '行政赔偿决定书',
    number: 'decision',
    to: '{applicants.name}',
    paragraphs: [
      '{applicants.name}因“{illegalAct}”请求行政赔偿，我机关于{receivedOn}收到申请，并听取了请求人的意见。',
      '{reasons}',
      { when: is('result', 'pay'), text: '决定：予以赔偿。方式：{mode}。金额：{amount}。' },
      { when: is('result', 'refuse'), text: '决定：不予赔偿。' },
      '对本决定有异议的，可以自作出决定之日起三个月内（至{due:sue}）向人民法院提起诉讼。',
      '{organ}',
      '{today}',
    ],
    basis: [GP(13, 2), GP(13, 3), GP(14, 2)],
    toParty: true,
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
