import { CATALOGUE } from '@fadu/indicator';
import { guard, inOrder } from '@fadu/procedure';
import { fields } from './fields.js';
import { CHAPTERS, REQUIRED_CHAPTERS } from './outline.js';
import { BM, DC24, DC25, setting } from './statutes.js';

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

export const futureYear = guard('report.future', setting('年度'), ({ data, today }) =>
  Number(data.year) > Number(today.slice(0, 4))
    ? { message: `${data.year}年度还没有开始，不能编制。请核对年度。`, field: 'year' }
    : undefined,
);

/** Before its last day a year has figures, and none of them is that of the year. */
export const yearNotOver = guard('report.year_open', setting('数据定稿'), ({ data, today }) =>
  today <= `${data.year}-12-31`
    ? `不能定稿：${data.year}年度还没有结束，数据不完整。${Number(data.year) + 1}年1月1日起办理，此前可以撰写、核查。`
    : undefined,
);

const items = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);

/** How the head performed, shortcomings and next year's work are among what a report must contain. */
export const chaptersMissing = guard('report.chapters', DC25, ({ data }) => {
  const written = new Set(items(data.texts).map(({ chapter }) => chapter));
  const missing = CHAPTERS.filter(({ key }) => REQUIRED_CHAPTERS.includes(key) && !written.has(key));
  return missing.length === 0
    ? undefined
    : {
        message: `不能定稿：${missing.map(({ title }) => `“${title}”`).join('')}须有文字，是年度报告的必备内容。请先撰写。`,
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

export const publishedAfter = inOrder('report.order', fields, {
  earlier: 'approvedOn',
  later: 'publishedOn',
  basis: setting('先审定后公开'),
});

export const publishedWhere = guard('report.address', DC24, ({ data }) =>
  typeof data.address === 'string' && !/^https?:\/\/\S+$/.test(data.address)
    ? { message: '网址没有看懂。请写全，例如https://www.example.gov.cn/2023.html。', field: 'address' }
    : undefined,
);

/** Only what was published can be put right, and as it was published. */
export const erratumOf = guard('report.erratum_unknown', setting('公开后的更正'), ({ data, input }) => {
  const { was, now } = input;
  if (typeof was !== 'string' || typeof now !== 'string') return undefined;
  if (was.trim() === now.trim())
    return { message: '更正前后的文字相同，没有需要更正的。请写明更正为什么。', field: 'now' };
  const published = items(data.chapters).map(({ text }) => String(text));
  return published.some((text) => text.includes(was.trim()))
    ? undefined
    : {
        message: `公开的报告里没有“${was.trim().slice(0, 60)}”。请照公开的报告写，一字不差；一处更正写一条。`,
        field: 'was',
      };
});

export const erratumOrder = guard('report.erratum_order', setting('公开后的更正'), ({ data, input }) =>
  typeof input.on === 'string' && typeof data.publishedOn === 'string' && input.on < data.publishedOn
    ? { message: `报告${data.publishedOn}才公开，更正不能早于这一日。请核对公布更正之日。`, field: 'on' }
    : undefined,
);
