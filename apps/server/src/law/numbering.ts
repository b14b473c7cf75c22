import type { PlainDate } from '@fadu/kernel';
import type pg from 'pg';

/**
 * The numbers of a law's articles in its versions. A text cites the numbers of its own day: 第七十二条 in a text of 2016 is
 * not the article 72 of a law that was numbered anew in 2023 (sheet 4f-6). What the base does not hold is not guessed: of
 * a text older than the oldest version held, the number stays as it is written.
 */
export class Numbering {
  private constructor(
    /** Oldest first. */
    private readonly versions: readonly { readonly id: number; readonly on: PlainDate }[],
    private readonly identities: ReadonlyMap<number, ReadonlyMap<string, string>>,
    private readonly locators: ReadonlyMap<number, ReadonlyMap<string, string>>,
  ) {}

  /** Reads nothing of a law with one version. */
  static async of(db: pg.Pool | pg.PoolClient, law: number): Promise<Numbering> {
    const { rows: versions } = await db.query({
      name: 'law_numbering_versions',
      text: 'select id, effective_on::text as on from law_version where law = $1 order by effective_on',
      values: [law],
    });
    const identities = new Map<number, Map<string, string>>();
    const locators = new Map<number, Map<string, string>>();
    if (versions.length > 1) {
      const { rows } = await db.query({
        name: 'law_numbering',
        text: "select version, locator, identity from law_clause where version = any($1) and locator like 'T%'",
        values: [versions.map(({ id }) => id)],
      });
      for (const { version, locator, identity } of rows) {
        const [numbers, places] = [identities.get(version) ?? new Map(), locators.get(version) ?? new Map()];
        identities.set(version, numbers.set(locator, identity));
        locators.set(version, places.set(identity, locator));
      }
    }
    return new Numbering(versions, identities, locators);
  }

  /** The version that a text of a day cites; undefined when the base holds none so old. */
  versionAt(day: PlainDate): number | undefined {
    return this.versions.filter(({ on }) => on <= day).at(-1)?.id;
  }

  /** Every number under which the article that has this number in a version stands in any of them. */
  numbersOf(locator: string, version: number): string[] {
    const identity = this.identities.get(version)?.get(locator);
    const found = identity === undefined ? [] : [...this.locators.values()].map((places) => places.get(identity));
    return [...new Set([locator, ...found.filter((one) => one !== undefined)])];
  }

  /** The number in `version` of an article cited by a text of a day; undefined: that version no longer has it. */
  carried(locator: string, day: PlainDate, version: number): string | undefined {
    const cited = this.versionAt(day);
    if (cited === undefined || cited === version) return locator;
    const identity = this.identities.get(cited)?.get(locator);
    return identity === undefined ? locator : this.locators.get(version)?.get(identity);
  }
}
