import {
  addDays,
  fail,
  type Instant,
  type LegalBasis,
  ok,
  type PlainDate,
  parsePlainDate,
  type Refusal,
  type Result,
} from '@fadu/kernel';
import { checkInput, outOfRange } from './check-input.js';
import type { ExplanationStep } from './explanation.js';
import type { Limit } from './limit.js';
import { type CountingMethods, DEFAULT_METHODS, suspensionsBy } from './methods.js';
import { countStage } from './stage.js';
import { mergeSuspensions, type Stretch, type Suspension } from './suspension.js';
import type { WorkCalendar } from './work-calendar.js';

export interface DeadlineInput {
  /** The day of the event that starts the count (or, for a backward limit, of the event awaited). It is not counted. */
  readonly from: PlainDate;
  /** For hours: the minute of the event, which must lie on `from`. */
  readonly fromInstant?: Instant;
  /** The event in words, for the explanation: 收到, 受理, 听证. Default 起算. */
  readonly startEvent?: string;
  readonly limit: Limit;
  readonly calendar: WorkCalendar;
  readonly suspensions?: readonly Suspension[];
  /** Added to the nominal end of the last stage, before it rolls. A number is in that stage's unit; 0 is none. */
  readonly extension?: Limit | number;
  /** Points on which the laws are silent; absent: as `DEFAULT_METHODS` has them. */
  readonly methods?: Partial<CountingMethods>;
  /** The clause that gives the limit. */
  readonly basis?: LegalBasis;
  /** Counts an open suspension as if it were lifted on this day. Without it an open suspension excludes nothing yet. */
  readonly asOf?: PlainDate;
}

export interface Deadline {
  readonly from: PlainDate;
  /** Counted only, not rolled. */
  readonly nominalDue: PlainDate;
  /** After rolling. Lateness is judged on this day. For a backward limit: the last day on which notice is in time. */
  readonly legalDue: PlainDate;
  /** Internal: the last working day on or before `nominalDue`. May lie before `from` when all days between are off. */
  readonly targetDue: PlainDate;
  /** The days depend on a year whose arrangement is not published. */
  readonly provisional: boolean;
  /** With a second stage: its first day, the day after the legal end of the stage before. */
  readonly opensOn?: PlainDate;
  /** For hours with a known start: the minute of lapse. */
  readonly lapsesAt?: Instant;
  /** The day of a suspension that is not lifted: `legalDue` will still move. */
  readonly pausedSince?: PlainDate;
  /** Every day counted, ascending: working days, or all days not suspended. Extension and stages one after the other. */
  readonly counted: readonly PlainDate[];
  readonly explanation: readonly ExplanationStep[];
}

/** Counts a limit. The only arithmetic of statutory time in the platform. */
export function deadline(input: DeadlineInput): Result<Deadline, Refusal> {
  const problem = checkInput(input);
  if (problem) return fail(problem);
  const method = input.methods?.suspensionDays ?? DEFAULT_METHODS.suspensionDays;
  const counted = countStages(input, mergeSuspensions(suspensionsBy(method, input.suspensions ?? []), input.asOf));
  if (!counted.ok) return counted;
  const open = input.suspensions?.find((one) => one.to === undefined);
  return ok({ ...counted.value, ...(open && { pausedSince: open.from }) });
}

function countStages(input: DeadlineInput, stretches: readonly Stretch[]): Result<Deadline, Refusal> {
  const { extension, ...rest } = input;
  const { then: next, ...limit } = input.limit;
  const stage = countStage(next ? { ...rest, limit } : { ...input, limit }, stretches);
  if (![stage.nominalDue, stage.legalDue, stage.targetDue].every((date) => parsePlainDate(date)))
    return fail(outOfRange('届满日'));
  if (!next) return ok({ from: input.from, ...stage });

  const { fromInstant, ...later } = input;
  const last = countStages({ ...later, from: stage.legalDue, startEvent: '上一期限届满', limit: next }, stretches);
  if (!last.ok) return last;
  return ok({
    ...last.value,
    from: input.from,
    opensOn: last.value.opensOn ?? addDays(stage.legalDue, 1),
    provisional: stage.provisional || last.value.provisional,
    counted: [...stage.counted, ...last.value.counted],
    explanation: [...stage.explanation, ...last.value.explanation],
  });
}
