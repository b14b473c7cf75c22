import type { PlainDate } from '@fadu/kernel';
import type { SettingLookup, SettingValue } from '@fadu/procedure';
import type pg from 'pg';

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
    if (!force && Date.now() - this.readAt < 30_000) return;
    this.readAt = Date.now();
    const { rows } = await this.pool.query<SettingDecision>(
      `select region, code, from_day::text as "from", id, value, reason, set_by as by, post, org,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
       from setting_value order by from_day, id`,
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
