import { APPROX_WORDS, LEVEL_WORDS, POLARITY_WORDS, type ReadingStep, ROLE_WORDS } from '@fadu/wire';
import { postNameOf } from '../access/posts.js';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import { scoped } from '../storage/scoped.js';
import { indicatorName } from './rows.js';

const MOST = 200;

interface Row {
  readonly seq: number;
  readonly n: number | null;
  readonly start: number | null;
  readonly stop: number | null;
  readonly kind: ReadingStep['kind'];
  readonly person: string;
  readonly post: string | null;
  readonly at: Date;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly note: string | null;
}

/** What was done about a figure, or with `null` about the description of the report; newest first. */
export const stepsOf = (
  platform: Platform,
  scope: Scope,
  file: string,
  n: number | null | 'all',
): Promise<ReadingStep[]> =>
  scoped(platform.pool, scope, async (client) => {
    const { rows } = await client.query<Row>(
      `select s.seq, s.n, f.start, f.stop, s.kind, s.person, s.post, s.at, s.before, s.after, s.note from reading_step s
       left join reading_figure f on f.region = s.region and f.file = s.file and f.n = s.n
       where s.file = $1 and ($3 or s.n is not distinct from $2) order by s.seq desc limit ${MOST}`,
      [file, n === 'all' ? null : n, n === 'all'],
    );
    const text = await client.query<{ body: string | null }>('select body from reading_file where id = $1', [file]);
    const body = text.rows[0]?.body ?? '';
    return rows.map(({ before, after, at, person, post, start, stop, ...step }) => ({
      ...step,
      figure: start === null || stop === null ? null : body.slice(start, stop),
      person: platform.directory.nameOf(person),
      post: post === null ? null : postNameOf(platform.lines, post),
      at: at.toISOString(),
      changes: changesOf(before ?? {}, after ?? {}),
    }));
  });

/** Fields that a correction may change, as the screen names them. */
const LABELS: Readonly<Record<string, string>> = {
  span: '起止',
  value: '数值',
  valueTo: '上限',
  unit: '单位',
  approx: '约数',
  role: '角色',
  polarity: '升降',
  basis: '比较基准',
  subject: '对象',
  verb: '动作',
  scope: '范围',
  indicator: '指标',
  refersTo: '所修饰的数',
  of: '所属的整体',
  title: '标题',
  publisher: '公布机关',
  place: '地区',
  level: '级别',
  within: '上级地区',
  year: '年度',
  url: '网址',
  publishedOn: '公布日期',
};

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: ROLE_WORDS,
  approx: APPROX_WORDS,
  polarity: POLARITY_WORDS,
  level: LEVEL_WORDS,
};

function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ReadingStep['changes'] {
  const span = (side: Readonly<Record<string, unknown>>) => ('start' in side ? `${side.start}—${side.end}` : undefined);
  const [was, is] = [
    { ...before, span: span(before) },
    { ...after, span: span(after) },
  ] as const;
  return Object.entries(LABELS).flatMap(([field, label]) => {
    const [one, two] = [(was as Record<string, unknown>)[field], (is as Record<string, unknown>)[field]];
    return (one ?? null) === (two ?? null) ? [] : [{ label, before: wordOf(field, one), after: wordOf(field, two) }];
  });
}

function wordOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return '无';
  const text = String(value);
  if (field === 'indicator') return indicatorName(text) ?? text;
  if (field === 'refersTo' || field === 'of') return `第${Number(value) + 1}个`;
  return WORDS[field]?.[text] ?? text;
}
