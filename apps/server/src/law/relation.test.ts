import { describe, expect, it } from 'vitest';
import { type Citing, type Printed, paragraphsOf, relationOf } from './relation.js';

const printed = (locator: string, ...paragraphs: string[]): Printed => {
  const body = paragraphs.join('\n');
  let at = 0;
  return {
    locator,
    body,
    inner: paragraphs.map((words, index) => {
      const from = at;
      at += words.length + 1;
      return [`K0${index + 1}`, from, from + words.length] as const;
    }),
  };
};
const cites = (paragraph: number | null, more: Partial<Citing> = {}): Citing => ({
  kind: 'law',
  id: 'x',
  name: '样例条例',
  place: '第一条',
  raw: '样例法第二条',
  articles: ['T0002.00'],
  targets: [{ article: '2', paragraph, item: null, subitem: null }],
  own: false,
  repeals: false,
  ...more,
});
const was = printed('T0002.00', '甲应当登记。', '乙应当公开。');
const second = printed('T0002.00', '甲应当登记。', '乙应当及时公开。');
const further = printed('T0003.00', '甲应当登记。', '乙应当及时公开。');

describe('how a citation hangs on a change (sheet 4f-6)', () => {
  it.each([
    ['the article changed', cites(null), { change: 'modified', old: was, new: second }, 'directChanged'],
    ['the 款 that changed', cites(2), { change: 'modified', old: was, new: second }, 'directChanged'],
    ['a 款 that did not', cites(1), { change: 'modified', old: was, new: second }, null],
    [
      'a 款 that did not, under a new number',
      cites(1),
      { change: 'modified', old: was, new: further },
      'renumberedOnly',
    ],
    ['a 款 that is there no longer', cites(3), { change: 'modified', old: was, new: second }, 'directChanged'],
    ['moved', cites(2), { change: 'moved' }, 'renumberedOnly'],
    ['deleted', cites(null), { change: 'deleted' }, 'targetDeleted'],
    ['the law ended', cites(null, { articles: [], targets: [] }), { change: 'ended' }, 'targetDeleted'],
    ['the law as a whole', cites(null, { articles: [], targets: [] }), { change: 'modified' }, 'container'],
    [
      'a range',
      cites(null, { raw: '第一条至第三条', articles: ['T0001.00', 'T0002.00', 'T0003.00'] }),
      { change: 'modified' },
      'rangeTouched',
    ],
    ['a power item', cites(null, { kind: 'power' }), { change: 'modified' }, 'power'],
    ['a benchmark', cites(null, { kind: 'benchmark' }), { change: 'modified' }, 'power'],
    ['a document of an organ', cites(null, { kind: 'normative' }), { change: 'modified' }, 'directChanged'],
  ] as const)('%s', (_, citing, change, relation) => {
    expect(relationOf(citing, change)).toBe(relation);
  });

  it('counts 款 without the items in them', () => {
    expect(paragraphsOf({ ...was, inner: [...was.inner, ['K02/I01', 8, 10]] })).toBe(2);
  });
});
