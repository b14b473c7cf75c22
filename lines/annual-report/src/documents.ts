import type { DocumentTemplate } from '@fadu/procedure';
import { DC24 } from './statutes.js';

export const documents = {
  report: {
    name: '法治政府建设年度报告',
    title: '{year}年度法治政府建设工作报告',
    paragraphs: [{ each: 'chapters', heading: '{title}', text: '{text}' }],
    basis: DC24,
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
