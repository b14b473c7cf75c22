import type { DocumentTemplate } from '@fadu/procedure';
import { DC24, setting } from './statutes.js';

export const documents = {
  report: {
    name: '法治政府建设年度报告',
    title: '{year}年度法治政府建设工作报告',
    paragraphs: [{ each: 'chapters', heading: '{title}', text: '{text}' }],
    basis: DC24,
  },
  erratum: {
    name: '年度报告更正公告',
    title: '关于更正{year}年度法治政府建设工作报告的公告',
    paragraphs: [
      '{unit}{year}年度法治政府建设工作报告已于{publishedOn}公开，现就以下内容更正：',
      { each: 'errata', text: '“{was}”更正为“{now}”。更正的理由：{reason}（{on}）' },
    ],
    basis: setting('公开后的更正'),
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
