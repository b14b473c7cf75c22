/** 工作日, 日 (calendar day), 月, 年, 小时. */
export type Unit = 'workday' | 'day' | 'month' | 'year' | 'hour';

/** `forward`: a last day on a rest day moves to the next working day. `none`: it never moves (liberty, seizure). */
export type Roll = 'forward' | 'none';

/** A period in a law: 六十日, 五个工作日, 听证的七个工作日前. */
export interface Limit {
  /** Whole units, at least 1. */
  readonly amount: number;
  readonly unit: Unit;
  /** Default `forward`. Working days always end on a working day and hours never move, whatever stands here. */
  readonly roll?: Roll;
  /** Default `forward`. `backward`: N full units lie between the day found and the day of the event (clear days). */
  readonly direction?: 'forward' | 'backward';
  /** A second stage, which starts at the legal end of the first: 六十日内不履行的，可以……六十日内申请. */
  readonly then?: Limit;
}

export const workdays = (n: number): Limit => ({ amount: n, unit: 'workday' });
export const days = (n: number): Limit => ({ amount: n, unit: 'day' });
export const months = (n: number): Limit => ({ amount: n, unit: 'month' });
export const years = (n: number): Limit => ({ amount: n, unit: 'year' });
export const hours = (n: number): Limit => ({ amount: n, unit: 'hour' });

/** “N个工作日前”: N working days between the notice and the event. */
export const clearWorkdays = (n: number): Limit => ({ amount: n, unit: 'workday', direction: 'backward' });
/** “N日前”: N days between the notice and the event; the day found may be a rest day. */
export const clearDays = (n: number): Limit => ({ amount: n, unit: 'day', direction: 'backward' });

/** The same limit, ending on its nominal day even if that is a rest day. Concerns the first stage only. */
export const noRoll = (limit: Limit): Limit => ({ ...limit, roll: 'none' });

/** `second` starts when `first` (with all its stages) has ended. */
export const thenLimit = (first: Limit, second: Limit): Limit => ({
  ...first,
  // biome-ignore lint/suspicious/noThenProperty: the second stage is an object, so a limit is no thenable
  then: first.then ? thenLimit(first.then, second) : second,
});

/** The stage that decides the last day. */
export const lastStage = (limit: Limit): Limit => (limit.then ? lastStage(limit.then) : limit);

const UNIT_TEXT: Readonly<Record<Unit, string>> = {
  workday: '个工作日',
  day: '日',
  month: '个月',
  year: '年',
  hour: '小时',
};

/** 5个工作日, 60日, 6个月 */
export const amountText = (amount: number, unit: Unit): string => `${amount}${UNIT_TEXT[unit]}`;

/** The first stage in words. */
export const limitText = ({ amount, unit }: Limit): string => amountText(amount, unit);
