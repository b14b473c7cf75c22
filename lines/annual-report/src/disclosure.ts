import { type PlainDate, plainDate } from '@fadu/kernel';
import { DC23, DC24, DC26 } from './statutes.js';

/** Who makes the report of a year public, where and until when. */
export const DISCLOSURE = {
  basis: DC24,
  /** What may follow when it is late. */
  late: DC26,
  upward: { basis: DC23, before: (year: number): PlainDate => plainDate(`${year + 1}-03-01`) },
  /** The first day on which it is late: public before the first of April. */
  before: (year: number): PlainDate => plainDate(`${year + 1}-04-01`),
  /** From here on those who have not published are told so by themselves. */
  soonFrom: (year: number): PlainDate => plainDate(`${year + 1}-03-25`),
  places: { site: '政府网站', press: '报刊', both: '政府网站和报刊' },
} as const;

/**
 * Local governments of all levels, and departments of those from the county up. A subdistrict office is sent by a
 * government and is none.
 */
export const mustPublish = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean =>
  kind === 'government' || kind === 'department' || (kind === 'township' && name.endsWith('人民政府'));
