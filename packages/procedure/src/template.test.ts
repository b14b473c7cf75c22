import { statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { group, list, text } from './field.js';
import type { DocumentTemplate, Line, Paragraph } from './line.js';
import { blocksOf, fill, type Merge, mergeDocument } from './template.js';

const line = {
  fields: {
    name: text('名称', 50),
    number: text('文号', 50),
    act: group('行为', { name: text('名称', 50), number: text('文号', 50) }),
    people: list('人员', '人员', { name: text('姓名', 20), post: text('职务', 20), note: text('备注', 20) }),
  },
} as unknown as Line;
const merge = (data: Merge['data']): Merge => ({
  line,
  data,
  clocks: {},
  nameOf: (id) => id,
  words: { organ: '样例机关', sign: '　' },
});
const merged = (paragraphs: readonly Paragraph[], data: Merge['data']) => {
  const template: DocumentTemplate = { name: '样例', title: '样例', paragraphs, basis: statute('测试法')(1) };
  return mergeDocument(template, merge(data));
};

describe('words with placeholders', () => {
  it.each([
    ['不服{act.name}（{act.number}）。', { act: { name: '决定' } }, '不服决定。'],
    ['请求：{name}。{number}', { name: '撤销' }, '请求：撤销。'],
    ['理由是{name}。', {}, '理由是　　　。'],
    ['{name}[，文号{number}]。', { name: '决定' }, '决定。'],
    ['{name}[，文号{number}]。', { name: '决定', number: '样〔2024〕1号' }, '决定，文号样〔2024〕1号。'],
    ['{organ}[，{name}与{number}]', { name: '甲' }, '样例机关'],
    ['{people.name}', { people: [{ name: '甲' }, { name: '乙' }] }, '甲、乙'],
  ])('%s', (words, data, expected) => expect(fill(words, merge(data as never))).toBe(expected));
});

describe('a document after merging', () => {
  it('leaves out paragraphs of which nothing is known, and headings with nothing below', () => {
    expect(
      merged([{ heading: '一、理由' }, '{name}', { heading: '二、决定' }, '{number}。'], { number: '甲' }),
    ).toEqual([
      { kind: 'heading', level: 1, text: '二、决定' },
      { kind: 'paragraph', text: '甲。' },
    ]);
  });

  it('knows the rank of a heading by its number, and keeps one above a lower one', () => {
    const blocks = merged(
      [{ heading: '一、事实' }, { heading: '（一）经过' }, { heading: '1. 检查' }, { heading: '（1）首次' }, '{name}'],
      { name: '甲' },
    );
    expect(blocks.map((block) => (block.kind === 'heading' ? block.level : 0))).toEqual([1, 2, 3, 4, 0]);
  });

  it('speaks once for each item of a list, in full or in part', () => {
    const people = [{ name: '甲', post: '科长' }, { name: '乙' }];
    expect(merged([{ each: 'people', text: '{name}[（{post}）]。' }], { people })).toEqual([
      { kind: 'paragraph', text: '甲（科长）。' },
      { kind: 'paragraph', text: '乙。' },
    ]);
  });

  it('puts a heading above each item where there is one', () => {
    const people = [
      { name: '一、甲', note: '其一。' },
      { name: '二、乙', note: '其二。' },
    ];
    expect(merged([{ each: 'people', heading: '{name}', text: '{note}' }], { people })).toEqual([
      { kind: 'heading', level: 1, text: '一、甲' },
      { kind: 'paragraph', text: '其一。' },
      { kind: 'heading', level: 1, text: '二、乙' },
      { kind: 'paragraph', text: '其二。' },
    ]);
  });

  it('lists as many parties as there are', () => {
    const people = Array.from({ length: 500 }, (_, index) => ({ name: `样例${index}` }));
    expect(merged([{ each: 'people', text: '申请人：{name}。' }], { people })).toHaveLength(500);
  });

  it('leaves out columns in which nothing stands, and tables without rows', () => {
    const table = { table: 'people', columns: ['name', 'post', 'note'] };
    expect(merged([table], { people: [] })).toEqual([]);
    expect(merged([table], { people: [{ name: '甲' }, { name: '乙', note: '缺席' }] })).toEqual([
      {
        kind: 'table',
        head: ['序号', '姓名', '备注'],
        rows: [
          ['1', '甲', ''],
          ['2', '乙', '缺席'],
        ],
      },
    ]);
  });

  it('a sheet keeps the places to sign and drops labels without a value', () => {
    const sheet = [
      [
        ['名称', '{name}'],
        ['文号', '{number}'],
      ],
      [['备注', '{act.name}']],
      [['签名', '{sign}']],
    ] as const;
    expect(merged([{ sheet }], { name: '甲' })).toEqual([
      { kind: 'sheet', rows: [[['名称', '甲']], [['签名', '　']]] },
    ]);
  });

  it('lines that a person wrote are paragraphs, and a numbered line of a few words heads what follows', () => {
    const written = '概述。\n（一）强化统筹协调\n召开会议5次。\n（二）健全制度。\n（三）末尾';
    expect(blocksOf(written)).toEqual([
      { kind: 'paragraph', text: '概述。' },
      { kind: 'heading', level: 2, text: '（一）强化统筹协调' },
      { kind: 'paragraph', text: '召开会议5次。' },
      { kind: 'paragraph', text: '（二）健全制度。' },
      // With nothing below it, it would be left out as an empty heading.
      { kind: 'paragraph', text: '（三）末尾' },
    ]);
    const each = { each: 'people', heading: '{name}', text: '{note}' } as const;
    expect(merged([each], { people: [{ name: '一、甲', note: '首段。\n次段。' }] })).toEqual([
      { kind: 'heading', level: 1, text: '一、甲' },
      { kind: 'paragraph', text: '首段。' },
      { kind: 'paragraph', text: '次段。' },
    ]);
  });
});
