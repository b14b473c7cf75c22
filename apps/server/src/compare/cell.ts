import { unitClass } from '@fadu/figures';
import type { Extent, Measured } from '@fadu/indicator';
import type { CompareCell } from '@fadu/wire';

/** A cell before it is known with what it may be compared. */
export interface Found {
  readonly text: string;
  /** Null where there is nothing to compare; then `measured` is null too. */
  readonly value: number | null;
  readonly measured: Measured | null;
  /** Why there is a text and yet nothing to compare: several figures, a range. */
  readonly refused?: string;
  readonly base: string | null;
  readonly source: CompareCell['source'];
  readonly unchecked: number;
  readonly n: number | null;
  readonly notes: readonly string[];
  /** Rounded in its source. */
  readonly rounded: boolean;
}

export const nothing = (text: string, source: CompareCell['source'] = null): Found => ({
  text,
  value: null,
  measured: null,
  base: null,
  source,
  unchecked: 0,
  n: null,
  notes: [],
  rounded: false,
});

/** Units that count alike; 人次 is not 人, 件次 not 件. */
export const unitKind = (unit: string): string =>
  unitClass(unit) + (unit.length > 1 && unit.endsWith('次') && !/^批次$/.test(unit) ? '次' : '');

const WHOLE = /^(全国|全省|全区|全市|全州|全盟|全县|全旗|全域)$/;
const OWN = /本级|(省|市|州|盟|县|区|旗)直|省级$|市级$|县级$/;
/** Who acts for a whole place: a figure said of them is one of the place. */
const BODIES = /政府|党委|省委|市委|县委|区委|司法行政机关|复议机关|人民调解组织|各地|各部门|各级/;

/** The reach of a figure that a report states, by its words; nothing said means the whole of the place. */
export function extentOf(words: string | null, place: string | null): Extent {
  if (words === null || WHOLE.test(words) || words === place || BODIES.test(words)) return { is: 'whole' };
  return OWN.test(words) ? { is: 'own' } : { is: 'part', words };
}
