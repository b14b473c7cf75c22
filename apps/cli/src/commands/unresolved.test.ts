import { expect, it } from 'vitest';
import { unresolvedWords } from './unresolved.js';

const place = (name: string, why: string) => ({ lineName: '样例', name, why });

it('tells once for each reason which place of which line rests on it, the most first', () => {
  expect(
    unresolvedWords([
      place('操作“登记”', '库中没有《样例规定》'),
      place('操作“受理”', '《样例法》（2020-09-01施行）没有第九十九条，最后一条是第五条。'),
      place('期限“答复”', '《样例法》（2020-09-01施行）没有第九十九条，最后一条是第五条。'),
    ]),
  ).toEqual([
    '法规库：条线定义有3处依据没有查到，收入或者更正以下法规后再查：',
    '▲ 《样例法》（2020-09-01施行）没有第九十九条，最后一条是第五条：样例 操作“受理”等2处以它为依据',
    '▲ 库中没有《样例规定》：样例 操作“登记”以它为依据',
  ]);
  expect(unresolvedWords([])).toEqual([]);
});

it('does not fill the screen', () => {
  const many = Array.from({ length: 30 }, (_, index) => place('操作“登记”', `库中没有《样例第${index}号规定》`));
  expect(unresolvedWords(many)).toHaveLength(22);
  expect(unresolvedWords(many).at(-1)).toBe('另有10项原因。');
});
