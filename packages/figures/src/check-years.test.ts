import { describe, expect, it } from 'vitest';
import { betweenYears } from './check-years.js';
import { readFigures } from './read.js';
import { indexReport } from './report-index.js';

const report = (year: number, words: string) => {
  const text = `样例市${year}年法治政府建设年度报告\n${words}`;
  return indexReport({ name: `${year}年`, text, figures: readFigures(text) });
};
const found = (before: string, now: string) =>
  betweenYears(report(2023, now), report(2022, before)).map(({ kind, message }) => [kind, message]);

describe('a report held against that of the year before', () => {
  it('tells when the earlier value is another', () => {
    expect(found('行政诉讼败诉率12.5%。', '行政诉讼败诉率由13.2%下降至10.1%。')).toEqual([
      ['previous_differs', '本年报告说上年是13.2%，上年报告写的是12.5%。'],
    ]);
    expect(found('行政诉讼败诉率13.21%。', '行政诉讼败诉率由13.2%下降至10.1%。')).toEqual([]);
  });

  it('counts a change again from the number of last year', () => {
    expect(found('受理法律援助案件1000件。', '受理法律援助案件1200件，同比增长20%。')).toEqual([]);
    expect(found('受理法律援助案件1000件。', '受理法律援助案件1200件，同比增长25%。')).toEqual([
      ['change_arithmetic', '按上年报告的1000件计算，应为上升20.00%，文中写上升25%。'],
    ]);
    expect(found('行政诉讼败诉率12.5%。', '行政诉讼败诉率10.5%，同比下降3个百分点。')).toEqual([
      ['change_arithmetic', '按上年报告的12.5%计算，应为下降2.00个百分点，文中写下降3个百分点。'],
    ]);
  });

  it('asks about a number several times that of last year, unless the text says how it changed', () => {
    expect(found('受理法律援助案件1000件。', '受理法律援助案件3200件。')).toEqual([
      ['large_jump', '与上年报告相差很大：上年1000件，本年3200件。请核对口径，或者写明原因。'],
    ]);
    expect(found('受理法律援助案件1000件。', '受理法律援助案件3200件，同比增长220%。')).toEqual([]);
    expect(found('受理法律援助案件3件。', '受理法律援助案件12件。')).toEqual([]);
  });

  it('shows both sentences, the earlier first', () => {
    const [finding] = betweenYears(report(2023, '受理法律援助案件3200件。'), report(2022, '受理法律援助案件1000件。'));
    expect(finding?.statements).toMatchObject([
      { report: '2022年', sentence: '受理法律援助案件1000件' },
      { report: '2023年', sentence: '受理法律援助案件3200件' },
    ]);
  });

  it('says nothing of other years, or where there are several figures of one indicator', () => {
    expect(betweenYears(report(2023, '受理法律援助案件3200件。'), report(2020, '受理法律援助案件100件。'))).toEqual([]);
    expect(found('受理法律援助案件1000件。受理法律援助案件900件。', '受理法律援助案件9000件。')).toEqual([]);
  });
});
