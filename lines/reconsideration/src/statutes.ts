import { type Edition, type LegalBasis, statute } from '@fadu/kernel';
import type { BasesByRuleSet } from '@fadu/procedure';

const edition =
  (title: string, which: Edition) =>
  (article?: number, paragraph?: number, item?: number): LegalBasis => ({
    ...statute(title)(article, paragraph, item),
    edition: which,
  });

/** 行政复议法, revised 2023-09-01, in force from 2024-01-01. */
export const FY = statute('中华人民共和国行政复议法');
/** The same law as amended in 2017, for matters received before 2024-01-01. */
export const FY17 = edition('中华人民共和国行政复议法', { name: '2017年修正', until: '2023-12-31' });
/** 行政复议法实施条例 of 2007, until 2026-06-30. */
export const FT07 = edition('中华人民共和国行政复议法实施条例', { name: '2007年', until: '2026-06-30' });
/** 行政复议法实施条例 of 2026 (State Council Decree 836), from 2026-07-01. */
export const FT26 = edition('中华人民共和国行政复议法实施条例', { name: '2026年', from: '2026-07-01' });
export const XS = statute('中华人民共和国行政诉讼法');
export const MS = statute('中华人民共和国民事诉讼法');
/** 政府信息公开条例 (2019). */
export const XXGK = statute('中华人民共和国政府信息公开条例');
export const GWY = statute('中华人民共和国公务员法');

type Clauses = LegalBasis | readonly LegalBasis[];

/**
 * What an action, a guard or a clock rests on, by the law of the matter (rule-sets.ts). Under the regulation of 2026 the law
 * of 2023 goes on. `of2017` undefined: the law of 2017 knows nothing of the kind.
 */
export const byLaw = (of2023: Clauses, of2017: Clauses | undefined, of2026: Clauses = of2023): BasesByRuleSet => ({
  byRuleSet: { ...(of2017 !== undefined && { fy2017: of2017 }), fy2023: of2023, ft2026: of2026 },
});
/** What only the regulation of 2026 knows, and what it no longer does. */
export const since2026 = (clauses: Clauses): BasesByRuleSet => ({ byRuleSet: { ft2026: clauses } });
export const until2026 = (clauses: Clauses): BasesByRuleSet => ({ byRuleSet: { fy2017: clauses, fy2023: clauses } });
export const only2017 = (clauses: Clauses): BasesByRuleSet => ({ byRuleSet: { fy2017: clauses } });
