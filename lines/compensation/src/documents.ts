import { carriedService, type DocumentTemplate, is } from '@fadu/procedure';
import { GP } from './statutes.js';

export const documents = {
  receipt: {
    name: '收讫凭证',
    title: '行政赔偿申请收讫凭证',
    to: '{applicants.name}',
    paragraphs: [
      '{you}的行政赔偿申请，我机关已于{receivedOn}收到。',
      '我机关将在{due:decide}前作出是否赔偿的决定。请求国家赔偿，不收取任何费用。',
    ],
    basis: GP(12, 4),
    toParty: true,
    serve: [{ to: 'applicants' }],
  },
  decision: {
    name: '行政赔偿决定书',
    title: '行政赔偿决定书',
    number: 'decision',
    paragraphs: [
      {
        each: 'applicants',
        text: '赔偿请求人：{name}[，统一社会信用代码：{creditCode}][，法定代表人或者负责人：{legalRep}]。',
      },
      '赔偿义务机关：{organ}。',
      '赔偿请求人因“{illegalAct}”请求行政赔偿，我机关于{receivedOn}收到申请，已充分听取赔偿请求人的意见，现已审查终结。',
      { heading: '一、赔偿请求' },
      '{request}',
      { heading: '二、理由' },
      '{reasons}',
      { heading: '三、决定' },
      { when: is('result', 'pay'), text: '予以赔偿。赔偿方式：{mode}[。赔偿金额：{amount}]。' },
      { when: is('result', 'refuse'), text: '不予赔偿。' },
      '对本决定有异议的，可以自作出决定之日起三个月内（至{due:sue}）向人民法院提起诉讼。',
    ],
    basis: [GP(13, 2), GP(13, 3), GP(14, 2)],
    toParty: true,
    serve: [{ to: 'applicants', takes: 'serve', carry: carriedService }],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
