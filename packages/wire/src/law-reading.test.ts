import { describe, expect, it } from 'vitest';
import type { LawCitation, LawVersion } from './law.js';
import {
  articleOf,
  changedRows,
  changeWords,
  linesOf,
  outlineOf,
  readTechnicalCode,
  shortCitation,
  technicalCode,
  typedArticle,
  versionMarks,
} from './law-reading.js';

const cite = (raw: string): LawCitation => ({
  raw,
  title: raw,
  code: null,
  articles: [],
  unresolved: null,
  writtenFor: null,
});
const version = (id: number, effectiveOn: string, publishedOn: string | null): LawVersion => ({
  id,
  effectiveOn,
  publishedOn,
  effectiveBasis: 'stated',
  endOn: null,
  endKind: null,
  endedBy: null,
});

describe('an article on screen', () => {
  const body = '有下列情形之一的：\n（一）违反本法第三条的；\n（二）再次违反本法第三条的。';

  it('keeps every character, cut at lines and citations', () => {
    const lines = linesOf(body, [cite('本法第三条'), cite('本法第三条'), cite('没有的')]);
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(body);
    expect(lines.map((line) => line.filter(({ citation }) => citation).length)).toEqual([0, 1, 1]);
  });

  it('marks the part that is pointed at, through lines', () => {
    const place = [body.indexOf('（二）'), body.length] as const;
    const marked = linesOf(body, [], place)
      .flat()
      .filter((one) => one.marked);
    expect(marked.map(({ text }) => text)).toEqual(['（二）再次违反本法第三条的。']);
    expect(articleOf('T0004.00/K01/I02')).toBe('T0004.00');
  });

  it('is found however its number is typed', () => {
    expect(['48', '第四十八条', '四十八', 'T0048.00', '第48条'].map(typedArticle)).toEqual(Array(5).fill('T0048.00'));
    expect(['一千二百六十', '一百零二', '十', '133之一'].map(typedArticle)).toEqual([
      'T1260.00',
      'T0102.00',
      'T0010.00',
      'T0133.01',
    ]);
    expect(['', '总则', '0'].map(typedArticle)).toEqual([null, null, null]);
  });

  it('is cited short to the unit, and by its technical code', () => {
    const article = (codes: readonly string[]) => ({
      label: '第三条',
      inner: codes.map((code): readonly [string, number, number] => [code, 0, 1]),
    });
    const two = article(['K01', 'K01/I01', 'K01/I02', 'K02']);
    const cited = (locator: string, from = two) => shortCitation('中华人民共和国样例法', from, locator);
    expect(cited('T0003.00')).toBe('《样例法》第三条');
    expect(cited('T0003.00/K02')).toBe('《样例法》第三条第二款');
    expect(cited('T0003.00/K01/I02')).toBe('《样例法》第三条第一款第（二）项');
    expect(cited('T0003.00/K01/I02/M03', article(['K01', 'K01/I02']))).toBe('《样例法》第三条第（二）项第3目');
    const code = technicalCode('L000000-00257', '2024-01-01', 'T0003.00/K01');
    expect(code).toBe('L000000-00257@20240101#T0003.00/K01');
    expect(readTechnicalCode(code)).toEqual({ code: 'L000000-00257', on: '2024-01-01', at: 'T0003.00/K01' });
    expect(technicalCode('L000000-00257', '2024-01-01', '')).toBe('L000000-00257@20240101');
    expect(readTechnicalCode('l000000-00257')).toEqual({ code: 'L000000-00257', on: null, at: null });
    expect(readTechnicalCode('L000000-00257 T0003.00')).toEqual({ code: 'L000000-00257', on: null, at: 'T0003.00' });
    expect([readTechnicalCode('行政复议法'), readTechnicalCode('L000000')]).toEqual([null, null]);
  });
});

describe('a law on screen', () => {
  it('has an outline with the articles of each division', () => {
    const at = (locator: string, outline: string) => ({
      locator,
      outline,
      label: '',
      body: '',
      identity: '',
      inner: [],
    });
    const entries = outlineOf({
      header: {
        history: [],
        divisions: [
          { path: 'C01', heading: '第一章' },
          { path: 'C01.S01', heading: '第一节' },
          { path: 'C02', heading: '第二章' },
        ],
      },
      clauses: [at('P01', ''), at('T0001.00', 'C01.S01'), at('T0002.01', 'C01.S01'), at('T0003.00', 'C02')],
    });
    expect(entries.map(({ range, depth, first }) => [range, depth, first])).toEqual([
      ['1—2之1', 1, 'T0001.00'],
      ['1—2之1', 2, 'T0001.00'],
      ['3', 1, 'T0003.00'],
    ]);
  });

  it('shows versions that are only told of as such, and none twice', () => {
    const marks = versionMarks(
      [version(1, '2010-07-01', '2010-03-01'), version(2, '2024-01-01', '2023-09-01')],
      [
        { date: '2010-03-01', event: '通过', text: '' },
        { date: '2015-04-01', event: '修正', text: '' },
        { date: '2023-09-01', event: '修订', text: '' },
      ],
      2,
    );
    expect(marks.map((mark) => (mark.kind === 'told' ? mark.date : [mark.version.effectiveOn, mark.read]))).toEqual([
      ['2010-07-01', false],
      '2015-04-01',
      ['2024-01-01', true],
    ]);
  });

  it('says in words what changed between two texts, and of one article', () => {
    const end = (label: string) => ({ locator: 'T0001.00', label });
    const rows = [
      { change: 'modified', old: end('第二条'), new: end('第三条'), runs: [] },
      { change: 'new', old: null, new: end('第二条'), text: '' },
      { change: 'deleted', old: end('第九条'), new: null, text: '' },
      { change: 'moved', old: end('第四条'), new: end('第五条'), text: '' },
      { change: 'same', old: end('第一条'), new: end('第一条'), text: '' },
    ] as const;
    expect(changeWords(rows)).toBe('修改1条，新增1条，删去1条，仅移位1条');
    expect(rows.map((row) => changeWords([row], true))).toEqual([
      '第三条（原第二条）　修改',
      '第二条　新增',
      '第九条　删去',
      '第五条（原第四条）　移位',
      '第一条　没有变化',
    ]);
    expect(changedRows(rows).length).toBe(3);
  });
});
