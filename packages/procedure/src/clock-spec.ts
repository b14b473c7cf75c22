import type { Limit } from '@fadu/calendar';
import type { LegalBasis } from '@fadu/kernel';
import type { Bases } from './bases.js';
import type { Condition } from './condition.js';

/** What happens when a clock runs out; decides the words on its chip. */
export type Expiry = 'duty' | 'deemed' | 'lapse' | 'right' | 'wait' | 'backward' | 'promise';

/** Whose clock it is: the organ itself, a participant by field key, the party, a court or another body. */
export type Holder = 'organ' | 'party' | 'court' | 'other' | `@${string}`;

export interface Clock {
  readonly name: string;
  /** Where this does not hold, starting the clock does nothing: 判决与裁定的上诉期. */
  readonly when?: Condition;
  /** What starts it, in words: 收到申请. */
  readonly event: string;
  /**
   * The date field from which it counts, or several of which the first given counts; for a backward clock the day of the
   * event. `$due.code`: the last day of another clock.
   */
  readonly from: string | readonly string[];
  readonly limit: Limit;
  /** The setting that gives the amount of `limit`, which holds its default. */
  readonly amountFrom?: string;
  /** Settings on which its counting rests though no word here reads them, always or where the condition holds. */
  readonly restsOn?: readonly { readonly setting: string; readonly when?: Condition }[];
  /** The field of a last day that a paper itself names (决定书所载履行期限); where it is given, nothing is counted. */
  readonly until?: string;
  readonly basis: LegalBasis;
  /** Other limits by condition; the first that holds wins. Conditions also read `$ruleSet` and `$setting.key`. */
  readonly cases?: readonly ClockCase[];
  readonly expiry: Expiry;
  /** What stands behind 届满 on its chip, where the kind of expiry does not say it: 视为放弃申请. */
  readonly atExpiry?: string;
  readonly holder: Holder;
  /** The action the clock itself takes when it has run out (视为受理). */
  readonly onExpiry?: string;
  /** Whole units of the limit, added to the nominal end; once. */
  readonly extend?: { readonly atMost: number; readonly when?: Condition; readonly basis: Bases };
  /** Stops counting while the matter is suspended. */
  readonly suspends?: boolean;
  /** The law that leaves days out of this period though the matter is not suspended: 现场勘验, 鉴定, 不可抗力. */
  readonly excludes?: Bases;
  /** `false`: never runs in a matter; it is counted to judge a step or to tell a person (申请期限). */
  readonly runs?: false;
  /** A fact of law that was not checked; shown as ※. What an official may settle is a setting instead. */
  readonly unverified?: string;
}

/** Another limit of the same clock, with the condition under which it holds. */
export interface ClockCase {
  /** How the case is named where no matter is at hand (`fadu deadline … --case urgent`). */
  readonly code?: string;
  readonly when: Condition;
  readonly limit: Limit;
  readonly basis: LegalBasis;
}
