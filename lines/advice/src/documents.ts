import type { DocumentTemplate } from '@fadu/procedure';
import { SJ } from './statutes.js';

export const documents = {
  handling: {
    name: '司法（检察）建议办理单',
    title: '司法（检察）建议办理单',
    to: '{assignedTo}',
    paragraphs: [
      {
        sheet: [
          [
            ['来文机关', '{issuerName}'],
            ['文号', '{letterNo}'],
          ],
          [
            ['收到日期', '{receivedOn}'],
            ['类型', '{kind}'],
          ],
          [['事由', '{subject}']],
          [['分派意见', '{instructions}']],
        ],
      },
      { table: 'suggestions', columns: ['content'] },
      '请对上列建议逐条提出办理措施，报机关负责人审批后回复来文机关。',
    ],
    basis: SJ(8),
    toParticipant: 'assignedTo',
    serve: [{ to: 'assignedTo' }],
  },
  circular: {
    name: '通报',
    title: '关于建议逾期没有回复的通报',
    form: 'official',
    number: 'letter',
    paragraphs: [
      '{issuerName}建议书（{letterNo}）于{receivedOn}收到，由{assignedTo}承办，{remindedOn}催办后仍没有回复，现予通报。',
      '{circular}',
    ],
    basis: { ...SJ(9), note: '通报为平台制度' },
  },
  reply: {
    name: '复函',
    title: '关于建议办理情况的复函',
    form: 'letter',
    number: 'reply',
    to: '{issuerName}',
    paragraphs: [
      '你院建议书（{letterNo}）收悉。现将办理情况函复如下：',
      '总体采纳情况：{accepted}。{reply}',
      '逐条办理情况如下：',
      { table: 'measures', columns: ['suggestion', 'accepted', 'measure', 'result', 'reason'] },
    ],
    basis: SJ(8, 1),
    serve: [{ to: 'issuerName' }],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
