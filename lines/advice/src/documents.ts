import type { DocumentTemplate } from '@fadu/procedure';
import { SJ } from './statutes.js';

export const documents = {
  handling: {
    name: '司法（检察）建议办理单',
    title: '司法（检察）建议办理单',
    to: '{assignedTo}',
    paragraphs: [
      '{issuerName}建议书（{letterNo}），{receivedOn}收到。类型：{kind}。事由：{subject}。',
      { table: 'suggestions', columns: ['content'] },
      { when: { given: 'instructions' }, text: '分派意见：{instructions}' },
      '请逐条提出措施，报机关负责人审批后回复。',
      '{organ}',
      '{today}',
    ],
    basis: SJ(8),
    toParticipant: 'assignedTo',
  },
  reply: {
    name: '复函',
    title: '关于建议办理情况的复函',
    number: 'reply',
    to: '{issuerName}',
    paragraphs: [
      '你机关建议书（{letterNo}）收悉。现将办理情况函复如下：',
      '总体采纳情况：{accepted}。{reply}',
      { heading: '逐条办理情况' },
      { table: 'measures', columns: ['suggestion', 'accepted', 'measure', 'result', 'reason'] },
      '{organ}',
      '{today}',
    ],
    basis: SJ(8, 1),
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
