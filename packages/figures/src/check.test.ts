import { expect, test } from 'vitest';
import { checkFigures } from './check.js';
import { reportPlace } from './place.js';
import { readFigures } from './read.js';

const report = (name: string, text: string, partOf?: string) => ({
  name,
  text,
  figures: readFigures(text),
  ...(partOf === undefined ? {} : { partOf }),
});
const kinds = (text: string) => checkFigures([report('甲', text)]).map((finding) => finding.kind);

test('arithmetic and bases', () => {
  expect(kinds('受理诉前行政争议200件，化解150件，化解率75%。')).toEqual([]);
  expect(kinds('受理诉前行政争议200件，化解150件，化解率85%。')).toEqual(['arithmetic']);
  expect(kinds('办理行政应诉案件18件，胜诉率95%。')).toEqual(['arithmetic']);
  expect(kinds('培训执法人员786名，考核通过率86.1%。')).toEqual([]);
});

test('rates of one whole that together exceed it', () => {
  expect(kinds('行政诉讼胜诉率93.75%。行政诉讼败诉率6.25%。')).toEqual([]);
  expect(kinds('行政诉讼胜诉率95%。行政诉讼败诉率14.29%。')).toEqual(['arithmetic']);
});

test('parts, rates, changes', () => {
  expect(kinds('受理案件60件，其中涉企80件。')).toEqual(['part_larger_than_whole']);
  expect(kinds('负责人出庭应诉率120%。')).toEqual(['impossible_rate']);
  expect(kinds('行政诉讼败诉率5%，同比上升8个百分点。')).toEqual(['impossible_rate']);
  expect(kinds('全年受理行政复议案件0件，审结率100%。')).toEqual(['arithmetic']);
  expect(kinds('督查检查事项由100项减少至50项，减幅60%。')).toEqual(['change_arithmetic']);
});

test('one fact in two reports is to be counted once, rounding allowed', () => {
  const [finding, ...rest] = checkFigures([
    report('甲', '全省办理法律援助案件6560件。'),
    report('乙', '全省办理法律援助案件6500余件。'),
  ]);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ kind: 'same_fact_twice', severity: 'agree' });
  expect(finding?.message).toBe('同一事实，取整后相符：6560件与6500余件，用6560件，汇总时只计一次。');
});

test('the same fact twice with two numbers, both sentences shown', () => {
  const [finding] = checkFigures([
    report('甲', '全省办理法律援助案件6560件。'),
    report('乙', '全省办理法律援助案件7000件。'),
  ]);
  expect(finding).toMatchObject({ kind: 'same_fact_twice', severity: 'warning' });
  expect(finding?.statements.map(({ sentence }) => sentence)).toEqual([
    '全省办理法律援助案件6560件',
    '全省办理法律援助案件7000件',
  ]);
});

test('one number under two measures', () => {
  expect(
    checkFigures([report('甲', '全省办理行政复议案件4120件。'), report('乙', '全省收到行政复议申请4120件。')]).map(
      ({ kind, message }) => [kind, message],
    ),
  ).toEqual([['measure_differs', '数相同而口径不同：办理行政复议案件4120件与收到行政复议申请4120件。']]);
});

test('counts that cannot exceed others, parts that together exceed the whole, points that do not add up', () => {
  expect(kinds('收到行政复议申请60件。\n受理行政复议案件65件。')).toEqual(['part_larger_than_whole']);
  expect(kinds('办理法律援助案件100件，其中民事70件、刑事45件。')).toEqual(['parts_exceed_whole']);
  expect(kinds('群众满意率由90.1%提高至95.4%，上升6.3个百分点。')).toEqual(['change_arithmetic']);
  expect(kinds('群众满意率由90.1%提高至95.4%，上升5.3个百分点。')).toEqual([]);
});

test('reports of other places or years are not compared', () => {
  const one = report('甲', '样例市司法局2023年法治政府建设年度报告\n全市办理法律援助案件900件。');
  const place = report('乙', '示例市司法局2023年法治政府建设年度报告\n全市办理法律援助案件500件。');
  const year = report('丙', '样例市司法局2022年法治政府建设年度报告\n全市办理法律援助案件500件。');
  expect(checkFigures([one, place, year])).toEqual([]);
});

test('the place of a report, and what lies in it', () => {
  expect(reportPlace('吉林省司法厅2023年法治政府建设年度报告')).toEqual({ name: '吉林省', level: 'province' });
  expect(reportPlace('示例省样例市人民政府2023年')).toEqual({ name: '样例市', level: 'city' });
  expect(reportPlace('2023年，样例县人民政府坚持依法行政')).toEqual({ name: '样例县', level: 'county' });
  expect(reportPlace('关于2023年法治政府建设情况的报告')).toBeNull();
  const city = report('市', '样例市司法局2023年报告，在吉林省司法厅指导下，全市办理法律援助案件900件。');
  const province = report('省', '吉林省司法厅2023年报告。全省办理法律援助案件500件。');
  expect(checkFigures([province, city]).map(({ kind, severity }) => [kind, severity])).toEqual([
    ['part_larger_than_whole', 'error'],
  ]);
});

test('a city above its province', () => {
  expect(
    checkFigures([report('省', '全省办理法律援助案件500件。'), report('市', '全市办理法律援助案件900件。', '省')]).map(
      ({ kind }) => kind,
    ),
  ).toEqual(['part_larger_than_whole']);
});

test('place and year as a person has said them go before what the text says', () => {
  const part = { ...report('部分', '办理法律援助案件90件。'), year: 2023 };
  const whole = {
    ...report('整体', '办理法律援助案件60件。'),
    year: 2023,
    place: { name: '样例省', level: 'province' },
  } as const;
  const within = { name: '样例甲市', level: 'city', within: '样例省' } as const;
  expect(checkFigures([{ ...part, place: within }, whole]).map(({ kind }) => kind)).toEqual(['part_larger_than_whole']);
  expect(checkFigures([{ ...part, place: { ...within, within: '示例省' } }, whole])).toEqual([]);
  expect(checkFigures([{ ...part, place: within, year: 2022 }, whole])).toEqual([]);
});

test('a series of figures under one code is not one fact many times', () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, month) => `办理法律援助案件${6500 + month}件。`).join('\n');
  expect(kinds(months(40))).toEqual([]);
  expect(kinds(months(2))).toEqual(['same_fact_twice']);
});

test('the part beside a rate tells its base; outcomes beside their whole; changes in their own unit', () => {
  expect(kinds('办理行政应诉案件30件，败诉3件，败诉率15%。')).toEqual(['arithmetic']);
  expect(kinds('办理行政应诉案件30件，败诉3件，败诉率10%。')).toEqual([]);
  expect(kinds('审结行政复议案件200件，直接纠错20件，直接纠错率12%。')).toEqual(['arithmetic']);
  expect(kinds('清理行政规范性文件90件，保留60件、修改20件、废止15件。')).toEqual(['parts_exceed_whole']);
  expect(kinds('清理行政规范性文件90件，保留60件、修改20件、废止10件。')).toEqual([]);
  expect(kinds('收到行政复议申请300件，比上年的260件增加60件。')).toEqual(['change_arithmetic']);
  expect(kinds('收到行政复议申请300件，比上年的260件增加40件。')).toEqual([]);
  expect(kinds('办理行政应诉案件40件。行政机关负责人出庭应诉45件。')).toEqual(['part_larger_than_whole']);
});

test('a number of a campaign is not the number of the year', () => {
  expect(kinds('发放宣传资料6万份。“宪法宣传周”发放宣传资料1.5万份。')).toEqual([]);
  expect(kinds('全县发放宣传资料6万份。今年以来全县发放宣传资料7万份。')).toEqual(['same_fact_twice']);
});

test('what a report says of the year before, held against the report of that year', () => {
  const before = report('上年', '样例县人民政府2022年法治政府建设年度报告\n受理行政复议案件90件。');
  const now = report('本年', '样例县人民政府2023年法治政府建设年度报告\n受理行政复议案件120件，同比增长20%。');
  expect(checkFigures([before, now]).map(({ kind }) => kind)).toEqual(['change_arithmetic']);
});

test('a province of no list has its cities too', () => {
  const province = report('省', '示例省司法厅2023年法治政府建设年度报告\n全省调解案件5000件。');
  const city = report('市', '示例省样例市司法局2023年法治政府建设年度报告\n全市调解案件5600件。');
  expect(checkFigures([province, city]).map(({ kind }) => kind)).toEqual(['part_larger_than_whole']);
});

test('changes and earlier values that two reports share, and small numbers of a code that each has once', () => {
  const text = (verb: string) =>
    `样例县2023年法治政府建设年度报告\n${verb}省级法治政府建设示范地区8个。办理行政复议案件400件，同比增长25%。`;
  expect(
    checkFigures([report('甲', text('评选')), report('乙', text('命名'))]).map(
      ({ kind, severity, message }) => `${kind} ${severity} ${/[0-9.]+[个件%]/.exec(message)![0]}`,
    ),
  ).toEqual(['same_fact_twice agree 8个', 'same_fact_twice agree 400件', 'same_fact_twice agree 25%']);
});

test('an amount and a rate of one change; two things of one sentence are two', () => {
  expect(kinds('受理法律援助案件800件，同比增加200件，增长50%。')).toEqual(['change_arithmetic']);
  expect(kinds('受理法律援助案件800件，同比增加200件，增长33.3%。')).toEqual([]);
  expect(kinds('城区办理法律援助案件300件，乡镇办理法律援助案件280件。')).toEqual([]);
  expect(kinds('全县共有人民调解委员会210个。健全调解网络，全县人民调解委员会达到260个。')).toEqual([
    'same_fact_twice',
  ]);
});
