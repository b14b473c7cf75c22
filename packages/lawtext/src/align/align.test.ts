import { describe, expect, it } from 'vitest';
import { parseLaw } from '../parse/parse.js';
import { alignLaws } from './align.js';

const law = (...articles: string[]) =>
  parseLaw(
    [
      '# 某市园林条例',
      '<!-- INFO END -->',
      ...articles.map((text, at) => `第${'一二三四五六七八九'[at]}条 ${text}`),
    ].join('\n\n'),
  );
const rows = (old: string[], now: string[]) =>
  alignLaws(law(...old), law(...now)).map(({ old: from, new: to, change }) => [from, to.join(), change]);

const TREES = '市园林主管部门负责古树名木的登记、挂牌和日常养护检查。';
const PONDS = '公园水体的清淤、补水和水质监测由公园管理单位承担。';
const LAWNS = '草坪应当按照季节修剪，禁止焚烧修剪物。';

describe('alignment of two versions', () => {
  it('tells same, moved, new and deleted', () => {
    expect(rows([TREES, PONDS, LAWNS], [TREES, '鼓励志愿者参加认养活动并给予培训。', PONDS])).toEqual([
      ['1', '1', 'same'],
      ['2', '3', 'moved'],
      ['3', '', 'deleted'],
      [null, '2', 'new'],
    ]);
  });
  it('compares words without punctuation', () => {
    expect(rows([LAWNS], [LAWNS.replace('，', '；')])).toEqual([['1', '1', 'same']]);
  });
  it('finds both halves of a split and both sources of a merger', () => {
    expect(rows([TREES + PONDS, LAWNS], [TREES, PONDS, LAWNS])[0]).toEqual(['1', '1,2', 'modified']);
    expect(rows([TREES, PONDS, LAWNS], [TREES + PONDS, LAWNS]).slice(0, 2)).toEqual([
      ['1', '1', 'modified'],
      ['2', '1', 'modified'],
    ]);
  });
  it('takes the clause of effect for one provision however short', () => {
    expect(rows([TREES, '本条例自2010年1月1日起施行。'], [TREES, PONDS, '本条例自2024年5月1日起施行。'])[1]).toEqual([
      '2',
      '3',
      'modified',
    ]);
  });
  it('follows the breach, not the formula, of a penalty', () => {
    const fine = (article: string, sum: string) =>
      `违反本条例第${article}条规定的，由园林主管部门责令改正，处${sum}罚款。`;
    expect(
      rows(
        [TREES, PONDS, fine('一', '五百元'), fine('二', '一千元')],
        [PONDS, TREES, fine('一', '五千元'), fine('二', '八百元')],
      ).slice(2),
    ).toEqual([
      ['3', '4', 'modified'],
      ['4', '3', 'modified'],
    ]);
  });
});
