import { describe, expect, it } from 'vitest';
import { parseLaw } from '../parse/parse.js';
import { alignLaws } from './align.js';
import { prepare } from './features.js';
import { findPairs } from './pairs.js';

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
  it('finds every part of an article that was cut into three', () => {
    const signs = '古树周围应当设置保护标牌，注明树种、树龄和编号。';
    expect(rows([TREES + PONDS + signs, LAWNS], [LAWNS, signs, PONDS, TREES])[0]).toEqual(['1', '4,3,2', 'modified']);
  });
  it('takes the clause of purpose for one provision however it is worded', () => {
    expect(
      rows(
        ['为了绿化城市，制定本条例。', TREES],
        ['为了保护生态环境，建设公园城市，根据有关法律，制定本条例。', '园林绿化是城市的公共事业。', TREES],
      ),
    ).toEqual([
      ['1', '1', 'modified'],
      ['2', '3', 'moved'],
      [null, '2', 'new'],
    ]);
  });
  it('does not give an article whose matter is gone to another that has its formulas', () => {
    const fine = (deed: string) => `违反本条例规定，${deed}的，由园林主管部门责令改正，并处二千元以上二万元以下罚款。`;
    const kept = [TREES, PONDS, LAWNS, fine('向湖面倾倒渣土'), fine('在草坪上停放车辆')];
    const old = [...kept, fine('擅自移植行道树'), fine('未按期上报苗圃台账')];
    expect(rows(old, [...kept, fine('擅自移植、砍伐行道树')]).slice(5)).toEqual([
      ['6', '6', 'modified'],
      ['7', '', 'deleted'],
    ]);
  });
  it('sees where the telling words went, although another article has more words that stand in any law', () => {
    const nests = '有关部门应当按照职责分工，依法做好鸟巢保护工作。';
    const ponds = '有关部门应当按照职责分工，依法做好清淤排水工作。';
    const birds = '不得毁坏鸟巢；鸟巢保护的技术要求另行公布。';
    expect(alignLaws(law(TREES, nests, LAWNS), law(ponds, TREES, birds, LAWNS))[1]!.new).toContain('3');
  });
  it('finds an article that was worded anew where its neighbours stayed', () => {
    const old = ['游客应当爱护园内设施，不得攀折花木。', '园林主管部门每年公布公园名录。'];
    const anew = '禁止损毁园内设施；进入公园的人员应当文明游览。';
    expect(rows([TREES, old[0]!, PONDS, old[1]!], [TREES, anew, PONDS, LAWNS, old[1]!])[1]).toEqual([
      '2',
      '2',
      'modified',
    ]);
    expect(
      rows([old[0]!, TREES, PONDS, old[1]!], [TREES, PONDS, LAWNS, old[1]!, '损毁设施的处一百元罚款。'])[0],
    ).toEqual(['1', '', 'deleted']);
  });

  it('weighs single characters by how rare they are in any law', () => {
    const old = '鼓励社会捐助。';
    const prepared = prepare(law(old), law('鼓励接受捐赠。', '鼓励社会监督。', TREES));
    const [gift, watch] = findPairs(prepared, new Map())[0]!;
    expect(watch!.taken).toBeGreaterThan(gift!.taken);
    expect(gift!.charactersTaken).toBeGreaterThan(watch!.charactersTaken);
  });

  it('names a clause for every breach beside the penalty, not as its further target', () => {
    const [, , row] = alignLaws(
      law(TREES, PONDS, '偷挖古树的，由园林主管部门没收树木并处罚款；构成犯罪的，依法追究刑事责任。'),
      law(
        TREES,
        PONDS,
        '偷挖古树的，由园林主管部门没收树木并处罚款。',
        '违反本条例规定，构成犯罪的，依法追究刑事责任。',
      ),
    );
    expect(row).toMatchObject({ old: '3', new: ['3'], change: 'modified' });
  });
});
