import type { PlainDate } from '@fadu/kernel';
import type { SettingLookup, SettingValue } from '@fadu/procedure';
import type pg from 'pg';
import { SETTING_STEP } from '../ledger/leaf.js';

/** One decision about a setting, as recorded. */
export interface SettingDecision {
  readonly region: string;
  readonly code: string;
  /** First day on which it holds. */
  readonly from: PlainDate;
  /** UUIDv7: of two decisions for one day the later counts. */
  readonly id: string;
  /** null: settled no longer; what the level above settled holds. */
  readonly value: SettingValue | null;
  readonly reason: string;
  readonly by: string;
  readonly post: string;
  readonly org: string;
  readonly at: string;
  /** Its place in the log of its region; null until the sequencer has given it one. */
  readonly leaf: number | null;
}

/** The whole platform, above every region. */
export const EVERYWHERE = '000000';

/** A region and those above it, nearest first: 220802 → 220800 → 220000 → 000000; a township (nine digits) under its county. */
export const chainOf = (region: string): string[] => [
  ...new Set([region, region.slice(0, 6), `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, EVERYWHERE]),
];

/** Decisions in memory: few, and read at every step. Read again every half minute, and at once after a change made here. */
export class Settings {
  private decisions: readonly SettingDecision[] = [];
  private readAt = 0;

  constructor(private readonly pool: pg.Pool) {}

  async refresh(force = false): Promise<void> {
    // A decision waits for its leaf a second or so.
    const fresh = this.decisions.some((one) => one.leaf === null) ? 1_000 : 30_000;
    if (!force && Date.now() - this.readAt < fresh) return;
    this.readAt = Date.now();
    const { rows } = await this.pool.query<SettingDecision>(
      `select s.region, s.code, s.from_day::text as "from", s.id, s.value, s.reason, s.set_by as by, s.post, s.org,
         to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, l.seq::int as leaf
       from setting_value s left join leaf l on l.region = s.region and l.matter = s.id and l.event_seq = ${SETTING_STEP}
       order by s.from_day, s.id`,
    );
    this.decisions = rows;
  }

  /** The decision that holds in a region on a day: the nearest level that has settled it, there the latest. */
  decisionFor(region: string, code: string, on: string): (SettingDecision & { value: SettingValue }) | undefined {
    for (const level of chainOf(region)) {
      const latest = this.of(code)
        .filter((one) => one.region === level && one.from <= on)
        .at(-1);
      if (latest && latest.value !== null) return { ...latest, value: latest.value };
    }
    return undefined;
  }

  /** Everything decided about a setting, oldest first. */
  of = (code: string): readonly SettingDecision[] => this.decisions.filter((one) => one.code === code);

  /** As the engine asks. */
  lookupIn =
    (region: string): SettingLookup =>
    (code, on) =>
      this.decisionFor(region, code, on)?.value;
}
