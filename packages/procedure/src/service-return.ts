import { statute } from '@fadu/kernel';
import type { DocumentTemplate, Line } from './line.js';

const MS = statute('中华人民共和国民事诉讼法');

/** Papers every line has, under names no line may take. `{service.…}` names the service recorded. */
export const commonDocuments: Readonly<Record<string, DocumentTemplate>> = {
  serviceReturn: {
    name: '送达回证',
    title: '{organ}送达回证',
    form: 'record',
    basis: MS(87),
    paragraphs: [
      {
        sheet: [
          [['案号', '{number}']],
          [['送达文书', '{service.document}']],
          [['受送达人', '{service.recipient}']],
          [['送达地点', '{service.place}']],
          [
            ['送达方式', '{service.method}'],
            ['送达日期', '{service.servedOn}'],
          ],
          [
            ['签收人', '{service.receiver}'],
            ['签收人身份', '{service.relation}'],
          ],
          [['见证人', '{service.witness}']],
          [['公告发布日期', '{service.publishedOn}']],
          [['公告送达原因', '{service.reason}']],
          [['受送达人签名或者盖章', '{sign}']],
          [
            ['送达人', '{service.servers}'],
            ['填写日期', '{today}'],
          ],
          [['备注', '{service.note}']],
        ],
      },
    ],
  },
};

/** A template of the line, or one that every line has. */
export const templateOf = (line: Line, key: string): DocumentTemplate | undefined =>
  line.documents[key] ?? commonDocuments[key];
