import { expect, it } from 'vitest';
import { pastedRows } from './pasted.js';

it('reads what a spreadsheet puts on the clipboard: a line a row, tabs between cells, the header left out', () => {
  expect(
    pastedRows(
      '类别\t名称\t文号或者编码\t责任岗位\t依据原文\r\n权力事项\t样例登记\t样-1\t科长\t《示例规程》第一条\r\n\r\n',
    ),
  ).toEqual([{ kind: '权力事项', name: '样例登记', number: '样-1', post: '科长', text: '《示例规程》第一条' }]);
});

it('keeps the lines of a quoted cell together, and what is missing empty', () => {
  expect(pastedRows('权力事项\t"样例“登记”\n乙"\t\t科长\t"《示例规程》第一条\n说""明"""\n规范性文件')).toEqual([
    { kind: '权力事项', name: '样例“登记”\n乙', number: '', post: '科长', text: '《示例规程》第一条\n说"明"' },
    { kind: '规范性文件', name: '', number: '', post: '', text: '' },
  ]);
  expect(pastedRows('')).toEqual([]);
});
