/** What a text is ends its name; a name typed without it is looked for among the words. */
const KIND = /(?:法|法典|条例|规定|办法|细则|解释|决定|规则|章程)$/;
/** 合法, 执法: what ends so is no name. */
const NO_NAME = /[合违非执司方依守普无犯做用]法$/;
const PLACE = /^.{1,10}?(?:省|市|自治区|自治州|自治县|县|区)/;
/** A shorter name is one character away from too many others. */
const SHORTEST = 4;
/** From so many characters before the kind on two may be wrong. */
const LONG = 8;

/** Whether it may at least sound so: 数据安全发, 公开条利. */
export const mayBeName = (typed: string): boolean =>
  isLikeName(typed) || (typed.length >= SHORTEST && /^[一-龥]+(?:[发伐罚珐]|条[利历力]|规[订顶])$/.test(typed));

/** A name of the base. */
export interface Spelt {
  /** Without the state's name. */
  readonly name: string;
  readonly rank: number;
  /** The text of a place. */
  readonly local: boolean;
}

/** Whether something typed ends as names of laws do. */
export const isLikeName = (typed: string): boolean =>
  typed.length >= SHORTEST && /^[一-龥（）]+$/.test(typed) && KIND.test(typed) && !NO_NAME.test(typed);

/** Names of laws by how they are written. */
export class Spelling {
  private readonly byLength = new Map<number, Spelt[]>();

  constructor(names: readonly Spelt[]) {
    for (const one of names) {
      const same = this.byLength.get(one.name.length);
      if (same) same.push(one);
      else this.byLength.set(one.name.length, [one]);
    }
  }

  /**
   * The one name that was most likely meant by one that is none: a character is another, missing, doubled, or two have changed
   * places. The kind of text and the place must be right, since 条例 and 办法, or two provinces, are two texts.
   * @param wanted as `isLikeName` takes it, without the state's name
   * @param fits whether a name can be meant at all
   * @returns undefined when none is near, and when several are just as near
   */
  nearest(wanted: string, fits: (name: string) => boolean): string | undefined {
    const kind = KIND.exec(wanted)?.[0] ?? '';
    const most = wanted.length - kind.length >= LONG ? 2 : 1;
    let best: Spelt[] = [];
    let least = most;
    for (let length = wanted.length - most; length <= wanted.length + most; length += 1)
      for (const one of this.byLength.get(length) ?? []) {
        if (!one.name.endsWith(kind) || !isOfPlace(wanted, one)) continue;
        const steps = stepsBetween(wanted, one.name, least);
        if (steps > least || !fits(one.name)) continue;
        if (steps < least) best = [];
        least = steps;
        best.push(one);
      }
    const highest = Math.min(...best.map(({ rank }) => rank));
    const [first, second] = best.filter(({ rank }) => rank === highest);
    return second ? undefined : first?.name;
  }
}

/** Whether something typed names the place that a local text is of: 陕西省 and 山西省 sound alike. */
export const isOfPlace = (typed: string, { name, local }: Spelt): boolean =>
  !local || typed.startsWith(PLACE.exec(name)?.[0] ?? name.slice(0, 2));

/**
 * How many characters must be changed, put in, left out or swapped with the next one to make one of the other (optimal string
 * alignment).
 * @param most more than this is told as `most + 1`
 */
export function stepsBetween(one: string, other: string, most: number): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let steps = Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + (same ? 0 : 1));
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (swapped) steps = Math.min(steps, before[to - 2]! + 1);
      row.push(steps);
      if (steps < least) least = steps;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[other.length]!, most + 1);
}
