import { CATALOGUE } from '@fadu/indicator';
import { guard } from '@fadu/procedure';
import { REQUIRED_CHAPTERS } from './outline.js';
import { BM, DC24, setting } from './statutes.js';

export const another = guard(
  'report.another',
  setting('一年一份'),
  ({ matter, related, data }) =>
    (related.same ?? []).some(({ id }) => id !== matter?.id)
      ? { message: `${data.year}年度的报告已经在编制，一个单位一年一份。请打开原来的报告办理。`, field: 'year' }
      : undefined,
  'hard',
  ['same'],
);

const items = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);

/** Shortcomings and next year's work are among what a report must contain. */
export const chaptersMissing = guard('report.chapters', DC24, ({ data }) => {
  const written = new Set(items(data.texts).map(({ chapter }) => chapter));
  return REQUIRED_CHAPTERS.every((chapter) => written.has(chapter))
    ? undefined
    : {
        message: '不能定稿：“存在的问题和不足”“下一年度工作安排”须有文字，这两部分是年度报告的必备内容。请先撰写。',
        field: 'texts',
      };
});

export const overrideCode = guard('report.override_code', setting('改写的数'), ({ data }) => {
  const wrong = items(data.overrides).find(({ code }) => !CATALOGUE.some((entry) => entry.code === code));
  return wrong ? { message: `目录里没有指标 ${wrong.code}。请核对编码。`, field: 'overrides' } : undefined;
});

export const notChecked = guard('report.not_checked', [BM(), DC24], ({ data }) =>
  data.lawful === true && data.secrecy === true
    ? undefined
    : {
        message: '不能送审定：合法性审核和保密审查须都通过，涉及国家秘密的不得公开。没有通过的，退回修改。',
        field: data.lawful === true ? 'secrecy' : 'lawful',
      },
);

export const lateReport = guard(
  'report.late',
  DC24,
  ({ data }) =>
    typeof data.publishedOn === 'string' && typeof data.dueOn === 'string' && data.publishedOn > data.dueOn
      ? { message: `公开日晚于期限${data.dueOn}，按逾期公开登记。请写明原因。`, field: 'publishedOn' }
      : undefined,
  'soft',
);
