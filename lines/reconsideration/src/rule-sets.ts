import type { RuleSet } from '@fadu/procedure';
import { FT26, FY, FY17 } from './statutes.js';

/**
 * Which law governs: the day of receipt chooses between the law of 2017 and that of 2023; from 2026-07-01 each further
 * step follows the new implementing regulation, which has no transition clause. A matter on the border is flagged.
 */
export const ruleSets = [
  { code: 'fy2017', name: '2017年行政复议法', until: '2023-12-31', chosenBy: 'receivedOn', basis: FY17(42) },
  { code: 'fy2023', name: '2023年行政复议法', from: '2024-01-01', chosenBy: 'receivedOn', basis: FY(90) },
  { code: 'ft2026', name: '2023年行政复议法及2026年实施条例', from: '2026-07-01', chosenBy: 'step', basis: FT26(77) },
] as const satisfies readonly RuleSet[];
