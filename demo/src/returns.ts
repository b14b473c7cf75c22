import { addDays, dayOf, type JsonObject, plainDate } from '@fadu/kernel';
import { countyRows } from './county-figures.js';
import { COUNTIES, departmentOf } from './organizations.js';
import type { Stage } from './stage.js';
import { type Story, StoryWriter } from './story.js';

/** 白城市司法局 fills in, 吉林省司法厅 approves. */
export const JUSTICE = departmentOf('220800', 'sf');
export const PROVINCE_JUSTICE = 'd220000_sf';

type Row = readonly [code: string, value: string, more?: JsonObject];

/**
 * What the city's justice bureau published of 2023 and no line of the platform feeds: the figures as facts, in the units
 * of the catalogue. Several figures of one indicator are its parts.
 */
const PUBLISHED: readonly Row[] = [
  ['governance.meetings', '5'],
  ['governance.assessed_departments', '29'],
  ['governance.five_star_judicial_stations', '50'],
  ['governance.four_star_judicial_stations', '34'],
  ['governance.three_star_judicial_stations', '20'],
  ['governance.legal_savvy', '3021'],
  ['governance.demo_villages_provincial', '11'],
  ['law.regulations_reviewed', '7'],
  ['normative_document.cleaned', '131'],
  ['normative_document.retained', '58'],
  ['decision.legal_reviews', '144'],
  ['decision.legal_advisers', '11'],
  ['decision.legal_experts', '36'],
  ['decision.legal_opinions', '263'],
  ['decision.contracts_reviewed', '30', { part: '框架合作协议' }],
  ['decision.contracts_reviewed', '60', { part: '合同' }],
  ['business_environment.enterprises_served', '50'],
  ['business_environment.losses_recovered', '100000000', { approx: 'under' }],
  ['supervision.contact_points', '100'],
  ['enforcement.case_files_reviewed', '680', { approx: 'over' }],
  ['enforcement.officers_trained', '786'],
  ['enforcement.exam_pass_rate', '86.1'],
  ['enforcement.township_bodies', '73'],
  ['enforcement.model_units', '1'],
  ['corrections.safe_years', '11'],
  ['corrections.recidivism_rate', '0'],
  ['corrections.release_support_rate', '100'],
  ['mediation.personal_studios', '57'],
  ['mediation.cases', '9084'],
  ['mediation.succeeded', '8992'],
  ['mediation.difficult_cases', '42'],
  ['mediation.amount', '2500000', { approx: 'over' }],
  ['legal_service.outlets', '5292'],
  ['legal_service.townships_covered', '105'],
  ['legal_service.villages_covered', '1038'],
  ['legal_aid.accepted', '1798'],
  ['legal_aid.stations', '8'],
  ['arbitration.amount', '120000000', { approx: 'under' }],
  ['publicity.videos', '30'],
  ['publicity.events', '10'],
  ['publicity.posts', '420', { approx: 'over' }],
  ['publicity.followers', '100000', { approx: 'under' }],
  ['staff.training_sessions', '8', { part: '领导干部专题研讨班' }],
  ['staff.training_sessions', '5', { part: '支部书记培训班' }],
  ['staff.training_sessions', '10', { part: '干警读书班' }],
  ['staff.training_sessions', '5', { part: '机关干部讲堂' }],
  ['staff.honoured_collectives', '6'],
  ['staff.honoured_individuals', '6', { part: '综合行政执法先进个人' }],
  ['staff.honoured_individuals', '10', { part: '优秀律师' }],
];

/** What does not change from year to year: places, stations, bodies. */
const STANDING =
  /^(governance\..*_stations|legal_service\.|enforcement\.(township_bodies|model_units)|legal_aid\.stations)/;

/** The rows of 2023 as published; of a later year invented: a little more each year, and standing numbers as they were. */
function cityRows(year: number): JsonObject[] {
  const later = year - 2023;
  const rows = PUBLISHED.map(([code, value, more = {}]): JsonObject => {
    const grown = Math.round(Number(value) * (1 + 0.031 * later));
    const stays =
      later === 0 ||
      STANDING.test(code) ||
      code.endsWith('_rate') ||
      value.includes('.') ||
      Number(value) < 20 ||
      more.approx;
    return { code, kind: 'value', value: stays ? value : String(grown), ...more };
  });
  // What was missing of 2023 is known later.
  return [
    ...rows,
    later === 0
      ? { code: 'notary.cases', kind: 'missing', reason: '公开的只有增幅，没有件数。' }
      : { code: 'notary.cases', kind: 'value', value: String(4100 + 130 * later) },
  ];
}

/** The returns of the city and its counties since 2023, and those that are due now. */
export function returns(stage: Stage): Story[] {
  const last = Number(dayOf(stage.now).slice(0, 4)) - 1;
  const years = Array.from({ length: last - 2023 }, (_, index) => 2024 + index);
  return [
    year2023Return(stage),
    ...years.map((year) => laterReturn(stage, year)),
    ...[2023, ...years].flatMap((year) => COUNTIES.map((county) => countyReturn(stage, county, year))),
    ...currentReturns(stage),
    // What would begin only later has no matter yet.
  ].filter(({ steps }) => steps.length > 0);
}

export function year2023Return({ cast, days, now }: Stage): Story {
  const w = new StoryWriter('returns/2023', 'returns', JUSTICE, now);
  const reporter = cast.one('returnReporter', JUSTICE);
  const reviewer = cast.one('returnReviewer', PROVINCE_JUSTICE);
  const begun = plainDate('2024-01-08');
  const dueOn = plainDate('2024-01-31');
  w.take(begun, reporter, 'begin', {
    unit: JUSTICE,
    to: PROVINCE_JUSTICE,
    period: '2023',
    before: '2022',
    openedOn: begun,
    dueOn,
  });
  const figures = cityRows(2023);
  // A slip of the pen, as it happens: two digits changed places.
  const slipped = figures.map((row) => (row.code === 'legal_aid.accepted' ? { ...row, value: '1789' } : row));
  w.take(days.work(begun, 4), reporter, 'save', { figures: slipped.slice(0, 20), note: '其余数据待各科室核对。' });
  w.take(days.work(begun, 8), reporter, 'submit', { figures: slipped, note: '各科室已核对。' });
  w.take(days.work(begun, 10), reviewer, 'sendBack', { returnReason: '法律援助受理数与台账不符，请核对。', dueOn });
  w.take(days.work(begun, 11), reporter, 'submit', { figures, note: '法律援助受理数已按台账改正。' });
  w.take(days.work(begun, 12), reviewer, 'approveFigures');
  return w.story();
}

/** A year that went smoothly. */
function laterReturn({ cast, days, now }: Stage, year: number): Story {
  const w = new StoryWriter(`returns/${year}`, 'returns', JUSTICE, now);
  const openedOn = days.after(plainDate(`${year + 1}-01-06`), 0);
  w.take(openedOn, cast.one('returnReporter', JUSTICE), 'begin', {
    unit: JUSTICE,
    to: PROVINCE_JUSTICE,
    period: String(year),
    before: String(year - 1),
    openedOn,
    dueOn: days.after(plainDate(`${year + 1}-01-31`), 0),
  });
  w.take(days.work(openedOn, 9), cast.one('returnReporter', JUSTICE), 'submit', {
    figures: cityRows(year),
    note: '各科室已核对。',
  });
  w.take(days.work(openedOn, 12), cast.one('returnReviewer', PROVINCE_JUSTICE), 'approveFigures');
  return w.story();
}

/** Counties report first: what the city sends is their sum. */
function countyReturn({ cast, days, now }: Stage, county: (typeof COUNTIES)[number], year: number): Story {
  const unit = departmentOf(county, 'sf');
  const w = new StoryWriter(`returns/${county}/${year}`, 'returns', unit, now);
  const openedOn = days.after(plainDate(`${year + 1}-01-03`), 0);
  w.take(openedOn, cast.one('returnReporter', unit), 'begin', {
    unit,
    to: JUSTICE,
    period: String(year),
    before: String(year - 1),
    openedOn,
    dueOn: days.after(plainDate(`${year + 1}-01-15`), 0),
  });
  const turn = COUNTIES.indexOf(county);
  w.take(days.work(openedOn, 2 + turn), cast.one('returnReporter', unit), 'submit', {
    figures: countyRows(county, cityRows(year)),
  });
  w.take(days.work(openedOn, 6), cast.one('returnReviewer', JUSTICE), 'approveFigures');
  return w.story();
}

/** The quarter that ended last: one county approved, one sent, one sent back, one late, one only asked. */
function currentReturns(stage: Stage): Story[] {
  const { cast, days, now } = stage;
  const today = dayOf(now);
  const ended = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const year = Number(today.slice(0, 4)) - (ended === 0 ? 1 : 0);
  const period = `${year}Q${ended === 0 ? 4 : ended}`;
  const openedOn = days.within(today, -9);
  const dueOn = days.after(addDays(today, 4), 0);
  const city = new StoryWriter('returns/current', 'returns', JUSTICE, now);
  city.take(openedOn, cast.one('returnReporter', JUSTICE), 'begin', {
    unit: JUSTICE,
    to: PROVINCE_JUSTICE,
    period,
    before: `${year - 1}${period.slice(4)}`,
    openedOn,
    dueOn,
  });
  const counties = COUNTIES.map((county, turn) => {
    const unit = departmentOf(county, 'sf');
    const w = new StoryWriter(`returns/${county}/current`, 'returns', unit, now);
    const reporter = cast.one('returnReporter', unit);
    const reviewer = cast.one('returnReviewer', JUSTICE);
    const begun = days.within(today, -9);
    // The fourth was to report yesterday and has not.
    const due = turn === 3 ? days.within(today, -1) : days.after(addDays(today, 2), 0);
    // The city asks its counties for these parts of the catalogue.
    const sections = ['mediation', 'legal_aid', 'legal_service'];
    w.take(begun, reviewer, 'assign', { unit, to: JUSTICE, period, openedOn: begun, dueOn: due, sections });
    const figures = countyRows(county, cityRows(year)).flatMap((row): JsonObject[] =>
      row.value === undefined || !sections.includes(String(row.code).split('.')[0]!)
        ? []
        : [{ ...row, value: String(Math.round(Number(row.value) / 4)) }],
    );
    if (turn < 3) w.take(days.within(today, -5), reporter, 'submit', { figures });
    if (turn === 0) w.take(days.within(today, -2), reviewer, 'approveFigures');
    if (turn === 2)
      w.take(days.within(today, -2), reviewer, 'sendBack', {
        returnReason: '人民调解件数与台账不符，请核对。',
        dueOn: due,
      });
    if (turn === 3) w.take(days.within(today, -4), reporter, 'save', { figures: figures.slice(0, 3) });
    return w.story();
  });
  return [city.story(), ...counties];
}
