import { nationalCalendar } from '@fadu/calendar';
import { addDays, dayOf, type JsonObject, type PlainDate, toInstant } from '@fadu/kernel';
import { lines } from '@fadu/lines';
import {
  type Actor,
  decide,
  evolve,
  isPaused,
  isRunning,
  type Line,
  type Matter,
  type MatterEvent,
} from '@fadu/procedure';
import type { Cast } from './cast.js';
import { PARTY, type Story } from './story.js';

/** For tests: plays stories through the engine alone, without a database. Returns what was refused. */
export function rehearse(
  stories: readonly Story[],
  cast: Cast,
  until: Date,
): { refused: string[]; matters: Map<string, Matter> } {
  const refused: string[] = [];
  const matters = new Map<string, Matter>();
  const opened = new Map<string, MatterEvent['messages'][number]>();
  for (const story of stories) {
    const stage = new Rehearsal(story, cast);
    const message = story.from === undefined ? undefined : opened.get(story.from);
    const first = story.steps[0];
    if (message?.kind === 'open') stage.open(message.action, message.input, first?.at ?? until);
    for (const step of story.steps) {
      stage.night(dayOf(step.at));
      const why = stage.take(
        step.action,
        step.input,
        step.by === PARTY ? undefined : cast.actor(step.by),
        step.at,
        step.reasons,
      );
      if (why !== undefined) {
        refused.push(`${story.key} ${step.action} ${dayOf(step.at)}: ${why}`);
        break;
      }
    }
    stage.night(dayOf(until));
    for (const one of stage.messages) if (one.kind === 'open') opened.set(story.key, one);
    if (stage.matter) matters.set(story.key, stage.matter);
  }
  return { refused, matters };
}

class Rehearsal {
  matter: Matter | undefined;
  readonly messages: MatterEvent['messages'][number][] = [];
  private readonly events: MatterEvent[] = [];
  private readonly line: Line;
  private serial = 0;

  constructor(
    private readonly story: Story,
    private readonly cast: Cast,
  ) {
    this.line = lines.find((line) => line.code === story.line)!;
  }

  open(action: string, input: JsonObject, at: Date): void {
    const why = this.decide(action, input, { kind: 'message', from: 'before' }, at);
    if (why !== undefined) throw new Error(`${this.story.key} ${action}: ${why}`);
  }

  take(
    action: string,
    input: JsonObject,
    official: Actor | undefined,
    at: Date,
    reasons?: Readonly<Record<string, string>>,
  ): string | undefined {
    const party: Actor = { kind: 'party', ...(this.matter && { matter: this.matter.id }) };
    return this.decide(action, input, official ?? party, at, reasons);
  }

  /** Clocks that ran out before this day act, in order. */
  night(day: PlainDate): void {
    for (const clock of Object.values(this.matter?.clocks ?? {}).sort((a, b) => a.legalDue.localeCompare(b.legalDue))) {
      const acts = this.line.clocks[clock.code]?.onExpiry;
      const now = this.matter!.clocks[clock.code];
      if (acts === undefined || !isRunning(now) || isPaused(now) || now.legalDue >= day) continue;
      this.decide(acts, {}, { kind: 'clock' }, new Date(`${addDays(now.legalDue, 1)}T00:05:00+08:00`));
    }
  }

  private decide(
    action: string,
    input: JsonObject,
    actor: Actor,
    at: Date,
    reasons?: Readonly<Record<string, string>>,
  ): string | undefined {
    const { organ } = this.story;
    const { region, short } = this.cast.org(organ);
    const decided = decide(
      this.line,
      this.matter,
      { action, input, ...(reasons && { reasons }) },
      {
        now: toInstant(at),
        actor,
        calendar: nationalCalendar,
        related: {},
        person: (id) => ({ name: id, qualifications: Object.keys(this.line.qualifications?.kinds ?? {}) }),
        organShortName: short,
        events: this.events,
        serial: () => ++this.serial,
        ...(!this.matter && { opening: { id: this.story.key.replaceAll('/', '-'), region, organ } }),
      },
    );
    if (!decided.ok) return JSON.stringify(decided.error);
    for (const event of decided.value.events) {
      this.matter = evolve(this.matter, event);
      this.events.push(event);
      this.messages.push(...event.messages);
    }
    return undefined;
  }
}
