export { CATALOGUE, type CatalogueEntry } from '@fadu/catalogue';
export { COLLECTED_CHECKS, type CollectedFault, type CollectedReturn, checkCollected } from './check-collected.js';
export { checkFormulas } from './check-formulas.js';
export { type ClockPart, clockField, clockOf } from './clock-field.js';
export {
  approximately,
  COLLECTED_APPROX,
  COLLECTED_KINDS,
  COLLECTED_ORIGINS,
  type CollectedApprox,
  type CollectedFigure,
  type CollectedKind,
  type CollectedOrigin,
  collectedValue,
  decimalOf,
  roundedValue,
  wholeOf,
} from './collected.js';
export {
  comparableGroups,
  type Extent,
  extentWords,
  type Incomparable,
  type Measured,
  periodWords,
  whyIncomparable,
} from './comparable.js';
export { compile, type Sql, type Within } from './compile.js';
export { checkDashboards, type Dashboard, dividedByBoards, dividesBy, type Panel } from './dashboard.js';
export {
  definitions,
  type IndicatorDefinition,
  mergeFormulas,
  type Source,
  versionFor,
} from './definition.js';
export { DOMAIN_NAMES, domainName } from './domains.js';
export { kinOf } from './families.js';
export {
  type Dated,
  type Formula,
  type Formulas,
  type FormulaVersion,
  isByDueDay,
  type Quantile,
  type Selection,
  selectionsOf,
  type Where,
} from './formula.js';
export { type Growth, growth } from './growth.js';
export { doneInTime } from './in-time.js';
export { leftOut } from './left-out.js';
export {
  canBeRolledUp,
  type Moment,
  type RolledFormulas,
  rolledFormulas,
  type Side,
} from './moment.js';
export { FEWEST_FOR_ORDER, standsInOrder } from './order.js';
export { type OwnIndicators, ownIndicators } from './own.js';
export { type Period, parsePeriod, yearBefore } from './period.js';
export { kindOfPeriod, type PeriodKind, passedOf, periodBefore, periodName, periodOf } from './period-kind.js';
export { actedText, byLine, datedText, fieldsText, type LineMoments, readsOf } from './recorded.js';
export { PART_OF, RATE_OF, SUM_OF } from './relations.js';
export { NOT_ENDED, type RolledWithin, rolledKept, rolledValue } from './rolled.js';
export { rolledByField } from './rolled-by-field.js';
export { type OnlyOf, type RolledBlock, rolledRows, rolledRowsText } from './rolled-rows.js';
export { quantile, type Span, stockAt } from './statistics.js';
export { type Summand, type Summed, sumReturns } from './sum-returns.js';
export { type Cell, FEWEST_IN_PUBLIC, type SumOf, suppressed, type Variable } from './suppress.js';
export { type TypedNumber, typedNumber } from './typed-number.js';
export {
  countOf,
  decimalText,
  fractionOf,
  heightOf,
  MISSING_WORDS,
  type Missing,
  missing,
  moneyOf,
  type Rounding,
  ratioOf,
  type Value,
} from './value.js';
