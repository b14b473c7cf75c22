import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  type CheckedReport,
  checkAgainst,
  checkFigures,
  checkYears,
  type Figure,
  type Finding,
  readFiguresInSteps,
} from '@fadu/figures';
import { ok, type Refusal, type Result } from '@fadu/kernel';
import type { ReportChecks, ReportFinding } from '@fadu/wire';
import type pg from 'pg';
import type { Platform } from '../../matters/execute.js';
import { scoped } from '../../storage/scoped.js';
import { chapterTexts } from '../document.js';
import type { BuiltReport } from '../model.js';
import { numberOf } from '../sentence.js';
import { type Desk, refuse } from './desk.js';
import { type Source, sourcesOf } from './sources.js';
import { personOf } from './texts.js';

type Kind = Finding['kind'] | 'typed_differs';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  arithmetic: '算术不符',
  change_arithmetic: '增减不符',
  impossible_rate: '不可能的比率',
  part_larger_than_whole: '部分大于整体',
  parts_exceed_whole: '各部分之和大于整体',
  same_fact_twice: '同一事实',
  measure_differs: '口径不同',
  previous_differs: '与上年报告不符',
  large_jump: '与上年相差很大',
  typed_differs: '文字与数据不符',
};

/** The report as one text, with the place of each chapter in it. */
interface Laid {
  readonly text: string;
  readonly chapters: readonly { readonly key: string; readonly start: number; readonly typed: number }[];
}

/** Holds the report against itself, its own data, last year's report and that of the superior. */
export async function checkReport(platform: Platform, desk: Desk, report: BuiltReport): Promise<ReportChecks> {
  const sources = await sourcesOf(platform, desk);
  const reasons = await scoped(platform.pool, desk.viewer.scope, (client) => reasonsOf(client, desk.matter.id));
  const laid = layOut(report);
  const own: CheckedReport = { name: report.title, text: laid.text, figures: await figuresOf(laid.text) };
  const typed = typedDiffers(report, laid, own);
  const compared: Finding[] = [];
  for (const source of sources) compared.push(...(await against(own, source)));
  const pairs = new Set(typed.map(pairOf));
  const found = [
    // What was typed against the data is told in those words only.
    ...checkFigures([own]).filter((one) => !pairs.has(pairOf(one))),
    ...typed,
    ...compared,
  ];
  const findings = found.map((finding): ReportFinding => {
    const id = idOf(finding);
    const reason = reasons.get(id);
    return {
      id,
      kind: finding.kind,
      kindName: KIND_NAMES[finding.kind],
      severity: ({ error: 'must', warning: 'should', agree: 'agree' } as const)[finding.severity],
      message: finding.message,
      sentences: finding.statements.map(({ report: name, index, sentence }) => ({
        report: name,
        chapter: name === own.name ? chapterAt(laid, own.figures[index]?.start ?? 0) : null,
        text: sentence,
      })),
      reason: reason
        ? { text: reason.reason, by: platform.directory.nameOf(reason.person), at: reason.at.toISOString() }
        : null,
    };
  });
  const order = ['must', 'should', 'agree'];
  const has = (role: Source['role']): boolean => sources.some((source) => source.role === role);
  return {
    findings: findings.toSorted(
      (a, b) =>
        Number(a.reason !== null) - Number(b.reason !== null) || order.indexOf(a.severity) - order.indexOf(b.severity),
    ),
    against: ['本报告各章', '本报告的数据', ...sources.map(({ name }) => name)],
    missing: [...(has('before') ? [] : ['上年报告']), ...(has('superior') ? [] : ['上级报告'])],
  };
}

/** Findings that stop the figures from being settled: impossible, and nobody said why they stay. */
export const mustBeAnswered = ({ findings }: ReportChecks): readonly ReportFinding[] =>
  findings.filter(({ severity, reason }) => severity === 'must' && reason === null);

/** A report brought here may be as long as a book: whoever waits is let in between. */
const figuresOf = (text: string): Promise<Figure[]> => readFiguresInSteps(text, {}, setImmediate);

async function against(own: CheckedReport, { role, name, text }: Source): Promise<Finding[]> {
  const other: CheckedReport = { name, text, figures: await figuresOf(text) };
  if (role === 'before') return checkYears(own, other);
  return checkAgainst({ ...own, partOf: name }, [other]).filter(
    ({ statements }) => new Set(statements.map((one) => one.report)).size === 2,
  );
}

function layOut(report: BuiltReport): Laid {
  let text = `${report.unit.name}${report.title}`;
  const parts = chapterTexts(report);
  const chapters = report.chapters.map(({ key, texts }, index) => {
    const start = text.length + 1;
    const { title, text: body } = parts[index]!;
    // What a person wrote stands before what the figures say.
    const typed = start + title.length + 1 + texts.join('\n').length;
    text += `\n${title}\n${body}`;
    return { key, start, typed };
  });
  return { text, chapters };
}

const chapterOf = ({ chapters }: Laid, at: number) => chapters.findLast(({ start }) => start <= at);
const chapterAt = (laid: Laid, at: number): string | null => chapterOf(laid, at)?.key ?? null;

/** A number typed into the words of a chapter although the data give it, and give another. */
function typedDiffers(report: BuiltReport, laid: Laid, own: CheckedReport): (Omit<Finding, 'kind'> & { kind: Kind })[] {
  const sentences = report.chapters.flatMap((chapter) => chapter.sentences);
  const typed = (figure: Figure): boolean => {
    const chapter = chapterOf(laid, figure.start);
    return chapter !== undefined && figure.start < chapter.typed;
  };
  return own.figures.flatMap((figure, index) => {
    if (figure.indicator === null || figure.role !== 'level' || figure.approx !== 'exact' || !typed(figure)) return [];
    const sentence = sentences.find(({ code }) => code === figure.indicator);
    const value = sentence && saidOf(sentence.figure.value, figure.unit);
    if (!sentence || value === undefined || Math.abs(value - figure.value) < 0.005 + 1e-9) return [];
    // Parts of a whole go under its code: 其中涉企12件.
    if (figure.of !== null || figure.scope !== null) return [];
    const at = own.figures.findIndex(
      (other, place) => place !== index && other.indicator === figure.indicator && !typed(other),
    );
    return [
      {
        kind: 'typed_differs',
        severity: 'warning',
        message: `文字里写的是${figure.text}，数据是“${sentence.text}”。数据已有的数不用手写；口径不同的，请写明。`,
        statements: [
          { report: own.name, index, sentence: sentenceAt(own.text, figure) },
          ...(at < 0 ? [] : [{ report: own.name, index: at, sentence: sentence.text }]),
        ],
      },
    ];
  });
}

const saidOf = (value: Parameters<typeof numberOf>[0], unit: string | null): number | undefined =>
  value.is === 'ratio' && unit === '%' ? (value.numerator / value.denominator) * 100 : numberOf(value);

function sentenceAt(text: string, { start, end }: Figure): string {
  const before = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const ends = ['。', '；', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return text.slice(before + 1, ends.length === 0 ? undefined : Math.min(...ends)).trim();
}

const pairOf = ({ statements }: Pick<Finding, 'statements'>): string =>
  JSON.stringify(statements.map(({ index }) => index).toSorted((a, b) => a - b));

/** The same as long as kind and sentences are the same: when a sentence changes, the reason has to be given again. */
const idOf = ({ kind, statements }: { readonly kind: Kind; readonly statements: Finding['statements'] }): string =>
  createHash('sm3')
    .update(JSON.stringify([kind, ...statements.map(({ sentence }) => sentence)]))
    .digest('hex');

interface ReasonRow {
  readonly finding: string;
  readonly reason: string;
  readonly person: string;
  readonly at: Date;
}

const reasonsOf = async (client: pg.PoolClient, matter: string): Promise<ReadonlyMap<string, ReasonRow>> =>
  new Map(
    (
      await client.query<ReasonRow>('select finding, reason, person, at from report_finding where matter = $1', [
        matter,
      ])
    ).rows.map((row) => [row.finding, row]),
  );

/** Says why what was found stays as it is. */
export async function explainFinding(
  platform: Platform,
  desk: Desk,
  { finding, reason }: { readonly finding: string; readonly reason: string },
): Promise<Result<void, Refusal>> {
  if (!desk.writer) return refuse('not_yours', '不能办理：由编制单位的年报撰稿人说明。可以写批注。');
  if (!/^[0-9a-f]{64}$/.test(finding)) return refuse('finding', '没有找到这个问题。请重新核查。');
  const { id, region } = desk.matter;
  await scoped(platform.pool, desk.viewer.scope, (client) =>
    client.query(
      `insert into report_finding (region, matter, finding, reason, person, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (region, matter, finding) do update set reason = excluded.reason, person = excluded.person, at = excluded.at`,
      [region, id, finding, reason, personOf(desk), platform.now().toISOString()],
    ),
  );
  return ok(undefined);
}
