import type { Span } from './node.js';

/** What was put right or found odd while reading. The text itself is never changed. */
export interface Diagnostic extends Span {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** Chinese sentence for the editor's desk. */
  readonly message: string;
}

export const DIAGNOSTICS = {
  'label.damaged': ['warning', '条文编号书写有误，已按上下文识别'],
  'label.lost': ['warning', '条文编号缺失，已按前后编号补认'],
  'label.inline': ['warning', '条文编号位于行中，已拆分'],
  'label.gap': ['error', '条文编号不连续，未找到所缺条文'],
  'label.restart': ['warning', '条文编号重新起算'],
  'item.lost': ['warning', '项的编号缺失，已按标点识别'],
  'item.inline': ['warning', '一行内有数项，已拆分'],
  'item.gap': ['warning', '项的编号不连续'],
  'line.broken': ['info', '句中换行，已接续'],
  'heading.inline': ['warning', '章节标题位于行中，已拆分'],
  'heading.lost': ['warning', '章节标题缺少编号，已按位置识别'],
  'heading.broken': ['warning', '章节标题断为两行，已接续'],
  'heading.gap': ['warning', '章节编号不连续'],
  'contents.skipped': ['info', '正文前的目录不计入结构'],
  'page.skipped': ['info', '正文后的网页内容不计入结构'],
  'text.empty': ['error', '没有正文'],
  'text.truncated': ['warning', '正文末尾不完整'],
} as const satisfies Record<string, readonly [Diagnostic['severity'], string]>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

export const diagnostic = (code: DiagnosticCode, span: Span, detail = ''): Diagnostic => ({
  code,
  severity: DIAGNOSTICS[code][0],
  message: DIAGNOSTICS[code][1] + (detail && `：${detail}`),
  start: span.start,
  end: span.end,
});
