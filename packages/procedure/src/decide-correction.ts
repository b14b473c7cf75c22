import {
  fail,
  type Json,
  type JsonObject,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
  refusal,
  sameJson,
} from '@fadu/kernel';
import { type Context, type Decision, type Decline, faulty, refused } from './context.js';
import { flagOf, linksTouched, papersTouched } from './flags.js';
import type { Severity } from './guard.js';
import { documentsOf } from './issued.js';
import type { Line } from './line.js';
import type { ClockState, Command, Matter, MatterEvent } from './matter.js';
import { type Amendment, actionOf, type Objected, retell, type Told } from './retell.js';
import { ruleSetFor } from './rule-set.js';
import { formOf } from './step.js';
import { blankEvent } from './take-action.js';
import { checkForm, type FieldFault } from './validate.js';
import { headsOf, postFor } from './who-acts.js';

/** A field to be put right: the value as it is kept, and the events from which it stands. */
interface PutRight {
  readonly field: string;
  readonly label: string;
  readonly value: Json;
  readonly writers: readonly MatterEvent[];
}

/**
 * The word `correct` (更正记录): puts recorded values right and keeps the old ones in the record; values that hang together
 * are put right together. Input: `values`, field to value, and `reason`. The record is told again with the right values:
 * what the steps that recorded them would have been refused for, the correction is refused for; so is an order of days that
 * a later step does not allow. Derived values and clocks follow; an overrun once reported stays. What else later steps
 * would object to is noted and flagged for a person, with the papers that may read otherwise now and the matters that were told otherwise: a correction undoes nothing.
 */
export function decideCorrection(
  line: Line,
  matter: Matter,
  command: Command,
  context: Context,
  today: PlainDate,
): Result<Decision, Decline> {
  const reason = String(command.input.reason ?? '').trim();
  const post = postFor([...headsOf(line), 'handler'], context.actor, matter.organ, matter);
  if (!post) return refused(refusal('engine.not_yours', '不能更正：只有承办人和机构负责人可以更正记录。'));
  const { values, faults } = valuesGiven(line, matter, command.input.values, today);
  if (reason === '') faults.push({ field: 'reason', message: '请写明更正的理由。' });
  if (faults.length > 0) return faulty(...faults);

  const events = context.events ?? [];
  const right = Object.entries(values).map(([field, value]): PutRight => {
    const { label } = line.fields[field]!;
    return { field, label, value, writers: writersOf(line, events, field) };
  });
  const unrecorded = right.flatMap((one) => notThere(line, matter, one));
  if (unrecorded.length > 0) return fail({ faults: [], refusals: unrecorded, needsReason: [] });
  const earlier = amendmentsIn(line, events, matter).filter(({ field }) => !Object.hasOwn(values, field));
  const told = (chosen: (one: PutRight) => Json | undefined) => {
    const amended = right.flatMap((one): Amendment[] => {
      const value = chosen(one);
      return value === undefined ? [] : [{ field: one.field, from: one.writers[0]!.seq, value }];
    });
    return retell(line, events, [...earlier, ...amended], context);
  };
  const before = told(({ field }) => matter.data[field]);
  const after = told(({ value }) => value);

  const own = new Set(right.flatMap(({ writers }) => writers.map(({ seq }) => seq)));
  const objected = compare(events, own, before, after, command);
  for (const { label, writers } of right)
    if (writers.some(({ seq }) => after.states.get(seq) !== before.states.get(seq)) && !decidesNow(events, writers))
      objected.refusals.push(
        refusal(
          'engine.correction_turns',
          `不能更正：“${label}”决定了案件的去向，其后已有进展。可以在案件页说明情况，按正确的情形办理后续事项。`,
        ),
      );
  if (objected.refusals.length > 0 || objected.needsReason.length > 0)
    return fail({ faults: [], refusals: objected.refusals, needsReason: objected.needsReason });
  const set = { ...differences(before.matter.data, after.matter.data), ...values };
  const clocks = clocksBetween(matter, before.matter, after.matter, today);
  const papers = documentsOf(line, events, matter.data).filter(({ state }) => state !== 'withdrawn');
  return ok({
    notes: objected.notes,
    events: [
      {
        ...blankEvent(matter, context.now, today, post, 'corrected', 'correct'),
        corrects: Object.keys(values),
        set,
        clocks,
        assign: assignedBetween(before.matter, after.matter),
        ...turned(line, matter, before.matter, after.matter),
        reasons: { ...command.reasons, correct: reason },
        flags: [
          ...objected.flags,
          ...papersTouched(
            line,
            papers,
            Object.keys(set),
            clocks.map(({ code }) => code),
          ).map(flagOf.paper),
          ...linksTouched(line, stepsIn(events), Object.keys(set)).map(flagOf.linked),
          ...lawChanged(line, matter, events, values, after.matter.data),
        ],
        pending: matter.pending,
      },
    ],
  });
}

/** The right values as they are kept, each unlike the recorded one; what is wrong with them, by field. */
function valuesGiven(
  line: Line,
  matter: Matter,
  given: Json | undefined,
  today: PlainDate,
): { values: JsonObject; faults: FieldFault[] } {
  const input = isObject(given) ? given : {};
  const fields = Object.keys(input);
  const known = fields.every((field) => Object.hasOwn(line.fields, field));
  if (fields.length === 0 || !known)
    return { values: {}, faults: [{ field: 'field', message: '请选择要更正的项目。' }] };
  const specs = Object.fromEntries(fields.map((field) => [field, line.fields[field]!]));
  const { values, faults } = checkForm(specs, input, today, matter.data);
  const unfit = fields.flatMap((field): FieldFault[] => {
    const { label } = specs[field]!;
    const value = values[field];
    if (faults.some((fault) => fault.field.split('.')[0] === field)) return [];
    if (value === undefined) return [{ field, message: `${label}在本案不适用，不能更正。` }];
    return sameJson(value, matter.data[field])
      ? [{ field, message: `${label}与原来的记录相同，没有需要更正的。` }]
      : [];
  });
  return { values, faults: [...faults, ...unfit] };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing was recorded that could be put right, or the value adds to what was. */
function notThere(line: Line, matter: Matter, { field, label, value, writers: [first] }: PutRight): Refusal[] {
  if (!first)
    return [refusal('engine.nothing_recorded', `不能更正：还没有办理过记录“${label}”的事项。可以办理该事项时填写。`)];
  if (!Array.isArray(value) || !first.append || value.length <= lengthOf(matter.data[field])) return [];
  return [
    refusal(
      'engine.correction_adds',
      `不能更正：更正不增加${label}。可以用“${line.actions[first.action]!.name}”登记。`,
    ),
  ];
}

const lengthOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);

/** The events from which a value stands: of a list, those that added to it; else the last step that asked or set it. */
function writersOf(line: Line, events: readonly MatterEvent[], field: string): readonly MatterEvent[] {
  const asked = (event: MatterEvent): boolean => {
    const action = actionOf(line, event);
    return action !== undefined && !action.record && Object.hasOwn(formOf(line, action), field);
  };
  const set = events.findLast(
    (event) => event.kind !== 'corrected' && (Object.hasOwn(event.set, field) || asked(event)),
  );
  return [
    ...(set ? [set] : []),
    ...events.filter(({ append, seq }) => append?.field === field && seq > (set?.seq ?? 0)),
  ];
}

/** Values put right earlier, as they stand; those that a later step replaced are part of the record like any other. */
function amendmentsIn(line: Line, events: readonly MatterEvent[], matter: Matter): Amendment[] {
  const corrected = events.filter(({ kind }) => kind === 'corrected');
  return [...new Set(corrected.flatMap(({ corrects = [] }) => corrects))].flatMap((field) => {
    const from = writersOf(line, events, field)[0]?.seq;
    const last = corrected.findLast(({ corrects = [] }) => corrects.includes(field))!.seq;
    const value = matter.data[field];
    return from !== undefined && from < last && value !== undefined ? [{ field, from, value }] : [];
  });
}

interface Compared {
  readonly refusals: Refusal[];
  readonly needsReason: Refusal[];
  readonly notes: Refusal[];
  readonly flags: string[];
}

/** What is objected to now and was not before. */
function compare(
  events: readonly MatterEvent[],
  writers: ReadonlySet<number>,
  before: Told,
  after: Told,
  command: Command,
): Compared {
  const found: Compared = { refusals: [], needsReason: [], notes: [], flags: [] };
  for (const [seq, objections] of after.objections) {
    const known = before.objections.get(seq) ?? [];
    const fresh = objections.filter(({ refusal: one }) => !known.some((old) => sameWords(old, one)));
    const event = events.find((one) => one.seq === seq)!;
    for (const one of fresh) {
      const own = writers.has(seq);
      const severity: Severity = own || one.order ? one.severity : 'info';
      if (severity === 'hard') found.refusals.push(ofCorrection(one.refusal));
      else if (severity === 'soft' && !given(command.reasons, one) && !given(event.reasons, one))
        found.needsReason.push(one.refusal);
      else found.notes.push(one.refusal);
      if (!own && severity === 'info' && one.severity !== 'info') found.flags.push(flagOf.step(event.action));
    }
  }
  return found;
}

const sameWords = (old: Objected, now: Refusal): boolean =>
  old.refusal.code === now.code && old.refusal.message === now.message;
const given = (reasons: Readonly<Record<string, string>> | undefined, { refusal: { code } }: Objected): boolean =>
  (reasons?.[code] ?? '').trim() !== '';

/** 不能登记送达：…… → 不能更正：……: it is the correction that is refused; its field may be one of another step. */
const ofCorrection = ({ field: _, ...one }: Refusal): Refusal => ({
  ...one,
  message: one.message.replace(/^不能[^：]{1,20}：/, '不能更正：'),
});

/** No step after those that wrote the value moved the matter on. */
const decidesNow = (events: readonly MatterEvent[], writers: readonly MatterEvent[]): boolean => {
  const last = writers.at(-1)!.seq;
  return !events.some(({ seq, kind, from, to }) => seq > last && kind !== 'corrected' && from !== to);
};

function turned(line: Line, matter: Matter, before: Matter, after: Matter): Partial<MatterEvent> {
  if (after.state === before.state) return {};
  const ended = (state: string): boolean => line.states[state]?.tone === 'ended';
  return {
    to: after.state,
    closes: ended(after.state) && !ended(matter.state),
    ...(!ended(after.state) && ended(matter.state) && { reopens: true }),
  };
}

const stepsIn = (events: readonly MatterEvent[]): string[] =>
  events.filter(({ messages }) => messages.length > 0).map(({ action }) => action);

/** Fields that come out otherwise; null where there is nothing any more. */
const differences = (before: JsonObject, after: JsonObject): Record<string, Json> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      sameJson(before[key], after[key]) ? [] : [[key, after[key] ?? null]],
    ),
  );

/** Clocks that come out otherwise. What was found void stays so, and an overrun once reported stays visible. */
function clocksBetween(matter: Matter, before: Matter, after: Matter, today: PlainDate): ClockState[] {
  return [...new Set([...Object.keys(before.clocks), ...Object.keys(after.clocks)])].flatMap((code): ClockState[] => {
    const [old, told, now] = [before.clocks[code], after.clocks[code], matter.clocks[code]];
    if (sameJson(old as unknown as Json, told as unknown as Json)) return [];
    if (!told) return now && now.outcome === null ? [{ ...now, stoppedOn: today, outcome: 'void' }] : [];
    if ((old && !now) || (now?.outcome === 'void' && old && old.outcome !== 'void')) return [];
    const settings = { ...told.settings, ...now?.settings };
    return [
      {
        ...told,
        ...(Object.keys(settings).length > 0 && { settings }),
        outcome: now?.outcome === 'late' && told.outcome === 'met' ? 'late' : told.outcome,
      },
    ];
  });
}

const assignedBetween = (before: Matter, after: Matter): MatterEvent['assign'] =>
  Object.fromEntries(
    Object.entries(after.assignees).filter(([post, people]) => !sameJson(before.assignees[post], people)),
  );

/** The day that chooses the law was put right: which law governs is for a person to look at. */
function lawChanged(
  line: Line,
  matter: Matter,
  events: readonly MatterEvent[],
  values: JsonObject,
  data: JsonObject,
): string[] {
  if (!line.ruleSets.some(({ chosenBy }) => Object.hasOwn(values, chosenBy))) return [];
  const chosen = ruleSetFor(line, data, events[0]!.on);
  const [opened, now] = [matter.ruleSet, chosen].map((code) => line.ruleSets.findIndex((one) => one.code === code));
  // A set chosen by the step follows the one a matter was opened under; it is no other law of the matter.
  const same = opened === now || line.ruleSets[now!]?.chosenBy === 'step';
  return same ? [] : [flagOf.ruleSets(matter.ruleSet, chosen)];
}
