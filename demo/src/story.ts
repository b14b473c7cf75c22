import type { WorkCalendar } from '@fadu/calendar';
import { addDays, type JsonObject, type PlainDate } from '@fadu/kernel';

/** One command of the demonstration, at its moment. */
export interface Step {
  readonly at: Date;
  /** The person who acts, or the party. */
  readonly by: string;
  readonly action: string;
  readonly input: JsonObject;
  readonly reasons?: Readonly<Record<string, string>>;
  /** Papers the input names by id: uploaded by the same person just before. */
  readonly uploads?: readonly Upload[];
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** All commands of one matter. Its key is the same in every load, so that a load cut short goes on where it stopped. */
export interface Story {
  readonly key: string;
  readonly line: string;
  readonly organ: string;
  readonly steps: readonly Step[];
  /** The story whose matter opens this one by a message: then no step here opens it. */
  readonly from?: string;
}

export const PARTY = 'party';

/** Days of the demonstration, by the calendar the platform counts with. */
export class Days {
  constructor(private readonly calendar: WorkCalendar) {}

  /** The working day `count` working days later; earlier when negative. */
  work(from: PlainDate, count: number): PlainDate {
    let day = from;
    for (let left = Math.abs(count); left > 0; ) {
      day = addDays(day, Math.sign(count));
      if (this.calendar.isWorkday(day)) left -= 1;
    }
    return day;
  }

  /** The first working day at or after `count` days later. */
  after(from: PlainDate, count: number): PlainDate {
    let day = addDays(from, count);
    while (!this.calendar.isWorkday(day)) day = addDays(day, 1);
    return day;
  }

  /** The last working day at or before `count` days later, but not before `least`: long holidays reach back far. */
  within(from: PlainDate, count: number, least?: PlainDate): PlainDate {
    let day = addDays(from, count);
    while (!this.calendar.isWorkday(day)) day = addDays(day, -1);
    return least !== undefined && day < least ? least : day;
  }
}

const MINUTE = 60_000;
const OPENS = 9 * 60;

/** Writes the steps of a story in order. What lies after `now`, or after the step where the story stops, is not written. */
export class StoryWriter {
  private readonly steps: Step[] = [];
  private ended = false;
  private last: Date | undefined;

  constructor(
    readonly key: string,
    private readonly line: string,
    readonly organ: string,
    private readonly now: Date,
    private readonly stopAfter?: string,
  ) {}

  /** @throws Error when the day lies before the step written last: a mistake in the story. */
  take(on: PlainDate, by: string, action: string, input: JsonObject = {}, more: Partial<Step> = {}): void {
    if (this.ended) return;
    const first = new Date(
      Date.parse(`${on}T00:00:00+08:00`) + (OPENS + ((this.key.length * 37 + on.length) % 120)) * MINUTE,
    );
    const next = this.last && new Date(this.last.getTime() + 20 * MINUTE);
    const at = next && next > first ? next : first;
    if (at.getTime() >= Date.parse(`${on}T23:59:00+08:00`))
      throw new Error(`${this.key}: ${action} on ${on} comes before the step written last`);
    if (at > this.now) {
      this.ended = true;
      return;
    }
    this.last = at;
    this.steps.push({ at, by, action, input, ...more });
    if (action === this.stopAfter) this.ended = true;
  }

  /** A step that waits for approval, and the approval. */
  takeApproved(
    on: PlainDate,
    by: string,
    approver: string,
    approvedOn: PlainDate,
    action: string,
    input: JsonObject,
  ): void {
    this.take(on, by, action, input);
    this.take(approvedOn, approver, 'approve');
  }

  /** Nothing follows. */
  end(): void {
    this.ended = true;
  }

  story(from?: string): Story {
    return {
      key: this.key,
      line: this.line,
      organ: this.organ,
      steps: this.steps,
      ...(from !== undefined && { from }),
    };
  }
}
