import type { LawClause, LawVersion } from '@fadu/wire';
import { expect, it } from 'vitest';
import { clauseWords } from './clause-text.js';

const version: LawVersion = {
  id: 1,
  effectiveOn: '2024-01-01',
  effectiveBasis: 'stated',
  publishedOn: '2023-09-01',
  endOn: null,
  endKind: null,
  endedBy: null,
};
const clause = (found: Partial<LawClause['found']>): LawClause => ({
  found: {
    law: { code: 'L000000-00001', title: '样例法', kind: 'L', region: '000000', maker: null },
    version,
    validity: 'inForce',
    coming: null,
    versions: [version],
    ...found,
  },
  locator: 'T0009.00/K02',
  identity: 'L000000-00001~9',
  label: '第九条',
  outline: '',
  text: '乙。',
  article: '甲。\n乙。\n丙。',
  from: 3,
  to: 5,
  citations: [],
  history: [],
  citedBy: [],
  citedByCount: 0,
  on: '2024-03-01',
});

it('marks the paragraph that is meant inside its article, and says how the text stands', () => {
  const words = clauseWords(clause({}));
  expect(words.parts).toEqual(['甲。\n', '乙。', '\n丙。']);
  expect(words).toMatchObject({
    standing: '现行有效，自2024年1月1日施行的文本',
    warning: null,
    locator: 'T0009.00/K02',
  });
});
it('says that a text was changed after the day that counts', () => {
  const words = clauseWords(clause({ version: { ...version, endOn: '2025-05-01', endKind: 'superseded' } }));
  expect(words.standing).toBe('当日有效，自2024年1月1日施行的文本');
  expect(words.warning).toBe('2025年5月1日起已修改，这是当时的文本。');
});
it('says that another text is published and not yet in force', () => {
  const coming = { ...version, id: 2, effectiveOn: '2025-05-01' };
  expect(clauseWords(clause({ version: { ...version, endOn: '2025-05-01' }, coming }))).toMatchObject({
    standing: '现行有效，自2024年1月1日施行的文本',
    warning: '2025年5月1日起改用新文本。',
  });
});
