import type { PlainDate } from '@fadu/kernel';
import type { Application } from './application.js';
import type { Ending } from './decisions.js';
import type { Story } from './story.js';

/** A reconsideration as it is to go. What is not named does not happen. */
export interface Course {
  readonly key: string;
  readonly organ: string;
  readonly application: Application;
  readonly receivedOn: PlainDate;
  readonly channel: 'counter' | 'post' | 'online' | 'oral' | 'agency';
  readonly ending: Ending;
  /** Which handlers and which kind of refusal: the next in the row. */
  readonly turn: number;
  readonly procedure?: { readonly simplified: 'onTheSpot' | 'amount' | 'disclosure' | 'agreed' };
  readonly correction?: true;
  /** Nobody examines in time: accepted by law, and the procedure chosen two working days later. */
  readonly deemed?: true;
  readonly noReply?: true;
  readonly major?: true;
  readonly committee?: true;
  readonly suspended?: {
    readonly ground: 'otherCase' | 'interpretation' | 'death' | 'mediation';
    readonly days: number;
  };
  readonly extended?: true;
  readonly stay?: true;
  readonly norm?: string;
  readonly opinion?: true;
  readonly lateReason?: string;
  /** Working days from acceptance to the sending of the copy. */
  readonly copyAfter?: number;
  /** The day of the draft, when it is not the usual one. */
  readonly draftOn?: PlainDate;
  /** The agency that received the application puts its penalty right itself. */
  readonly selfCorrected?: true;
  /** The respondent does not perform in time and is ordered to. */
  readonly ordered?: true;
  /** The day of the suit; the matter is archived on the day after the suit has ended, if it has. */
  readonly suit?: { readonly archivedOn: (suedOn: PlainDate) => PlainDate };
  readonly stopAfter?: string;
}

export interface Told {
  readonly story: Story;
  readonly acceptedOn?: PlainDate;
  /** The day the decision, or the ruling, reached the applicant. */
  readonly servedOn?: PlainDate;
  readonly suedOn?: PlainDate;
}
