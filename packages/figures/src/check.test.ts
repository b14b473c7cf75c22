import { expect, test } from 'vitest';
import { checkFigures } from './check.js';
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

test('parts, rates, changes', () => {
  expect(kinds('受理案件60件，其中涉企80件。')).toEqual(['part_larger_than_whole']);
  expect(kinds('负责人出庭应诉率120%。')).toEqual(['impossible_rate']);
  expect(kinds('行政诉讼败诉率5%，同比上升8个百分点。')).toEqual(['impossible_rate']);
  expect(kinds('督查检查事项由100项减少至50项，减幅60%。')).toEqual(['change_arithmetic']);
});

test('the same fact twice, rounding allowed, both sentences shown', () => {
  expect(
    checkFigures([report('甲', '全省办理法律援助案件6560件。'), report('乙', '全省办理法律援助案件6500余件。')]),
  ).toEqual([]);
  const [finding] = checkFigures([
    report('甲', '全省办理法律援助案件6560件。'),
    report('乙', '全省办理法律援助案件7000件。'),
  ]);
  expect(finding?.kind).toBe('same_fact_twice');
  expect(finding?.statements.map(({ sentence }) => sentence)).toEqual([
    '全省办理法律援助案件6560件',
    '全省办理法律援助案件7000件',
  ]);
});

test('a city above its province', () => {
  expect(
    checkFigures([report('省', '全省办理法律援助案件500件。'), report('市', '全市办理法律援助案件900件。', '省')]).map(
      ({ kind }) => kind,
    ),
  ).toEqual(['part_larger_than_whole']);
});
