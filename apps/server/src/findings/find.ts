import { setImmediate } from 'node:timers/promises';
import { betweenReports, betweenYears, type CheckStep, withinReport } from '@fadu/figures';
import type { FindingList, FindingView } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { BuiltReport } from '../reports/model.js';
import type { Desk } from '../reports/studio/desk.js';
import { scoped } from '../storage/scoped.js';
import { handledOf } from './handled.js';
import { ownSubject, publishedCandidates, sourceCandidates } from './own-subject.js';
import { rateFindings } from './rates.js';
import { type Candidate, readCandidates, readSubject, type Subject, type Whose } from './subject.js';
import { typedDiffers } from './typed.js';
import { type Found, viewFinding } from './view.js';

/** What was found; who may do something about it is for those who ask to say. */
export type Findings = Omit<FindingList, 'mayHandle' | 'mayExplain'>;

/** More findings than this are not read; the gravest come first. */
const MOST_FINDINGS = 300;

const LACKING = { before: '上年报告', superior: '上级报告' } as const;

/**
 * A report that the platform writes against itself, its data, the reports its writer put beside it, and those that were
 * read or published of the same place.
 */
export async function findingsOfOwn(
  platform: Platform,
  scope: Scope,
  report: BuiltReport,
  desk: Desk | undefined,
): Promise<Findings> {
  const own = await ownSubject(platform, report);
  const beside = desk ? await sourceCandidates(platform, desk) : [];
  const known = new Set([own.source, ...beside.map(({ source }) => source)]);
  const candidates = [
    ...beside,
    ...(await publishedCandidates(platform, own.index.report, known)),
    ...(await readCandidates(platform, scope, own.index.report, null)),
  ];
  const typed = [...typedDiffers(report, own), ...rateFindings(report, own)];
  const lacking = (['before', 'superior'] as const).filter((one) => beside.every(({ relation }) => relation !== one));
  return check(platform, scope, own, candidates, typed, [
    ...(desk && lacking.length > 0
      ? [
          `没有与${lacking.map((one) => LACKING[one]).join('和')}比较：平台上没有${desk.writer && desk.open ? '，可以上传' : ''}。`,
        ]
      : []),
    ...notesOf(own.index.report),
  ]);
}

/** A report that was read against itself and others; undefined when it is not in scope. */
export async function findingsOfFile(platform: Platform, scope: Scope, id: string): Promise<Findings | undefined> {
  const own = await readSubject(platform, scope, id);
  if (!own) return undefined;
  const whose = own.index.report;
  const candidates = [
    ...(await readCandidates(platform, scope, whose, id)),
    ...(await publishedCandidates(platform, whose, new Set())),
  ];
  return check(platform, scope, own, candidates, [], notesOf(whose));
}

function notesOf({ year, place }: Whose): string[] {
  const lacking = [year === undefined ? '年度' : '', place === undefined ? '地区' : ''].filter((word) => word !== '');
  return lacking.length === 0 ? [] : [`没有登记${lacking.join('和')}，没有与其他报告比较。登记后再核查。`];
}

/** Compares with one report after the other, so that only two are held at a time. */
async function check(
  platform: Platform,
  scope: Scope,
  own: Subject,
  candidates: readonly Candidate[],
  typed: readonly Found[],
  notes: readonly string[],
): Promise<Findings> {
  const kept = new Kept();
  const pairs = new Set(typed.map(pairOf));
  for (const finding of typed) kept.add(finding, () => own);
  // What was typed against the data is told in those words only.
  await take(withinReport(own.index), (finding) => {
    if (!pairs.has(pairOf(finding))) kept.add(finding, () => own);
  });
  const against: Candidate[] = [];
  for (const candidate of candidates) {
    const other = await candidate.load();
    if (!other) continue;
    against.push(candidate);
    await take(stepsBetween(own, other, candidate), (finding) =>
      kept.add(finding, (report) => (report === own.source ? own : other)),
    );
  }
  const views = kept.gravest();
  const handled = await scoped(platform.pool, scope, (client) =>
    handledOf(
      platform,
      client,
      views.map(({ key }) => key),
    ),
  );
  return {
    of: { source: own.source, name: own.title },
    against: against.map(({ source, title }) => ({ id: source, name: title })),
    findings: views.map((view) => ({ ...view, handled: handled.get(view.key) ?? [] })),
    notes: [...notes, ...(kept.total > views.length ? [`共${kept.total}处，只列出较重的${views.length}处。`] : [])],
  };
}

/** By what the writer said of the other report; else by place and year. */
function stepsBetween(own: Subject, other: Subject, { relation }: Candidate): Iterable<CheckStep> {
  if (relation === 'before') return betweenYears(own.index, other.index);
  if (relation === undefined) return betweenReports(own.index, other.index);
  return betweenReports({ ...own.index, report: { ...own.index.report, partOf: other.source } }, other.index);
}

async function take(steps: Iterable<CheckStep>, found: (finding: Found) => void): Promise<void> {
  for (const step of steps) {
    if (step === null) await setImmediate();
    else found(step);
  }
}

const pairOf = ({ statements }: Found): string =>
  JSON.stringify(statements.map(({ index }) => index).toSorted((a, b) => a - b));

/** The findings so far, of each severity no more than are shown. */
class Kept {
  total = 0;
  readonly #bySeverity: Record<FindingView['severity'], Omit<FindingView, 'handled'>[]> = {
    error: [],
    warning: [],
    agree: [],
  };

  add(finding: Found, subjectOf: (report: string) => Subject): void {
    this.total += 1;
    const list = this.#bySeverity[finding.severity];
    if (list.length < MOST_FINDINGS) list.push(viewFinding(finding, subjectOf));
  }

  gravest(): Omit<FindingView, 'handled'>[] {
    const { error, warning, agree } = this.#bySeverity;
    return [...error, ...warning, ...agree].slice(0, MOST_FINDINGS);
  }
}
