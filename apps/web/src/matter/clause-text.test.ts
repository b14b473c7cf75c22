import { expect, it } from 'vitest';
import { clauseWords } from './clause-text.js';

const version = { effectiveOn: '2024-01-01', endOn: null };

it('marks the paragraph that is meant inside its article, and says how the text stands', () => {
  const words = clauseWords({
    label: '第九条第二款',
    article: '第九条　甲。\n乙。\n丙。',
    from: 7,
    to: 9,
    found: { version, validity: 'inForce' },
  });
  expect(words.parts).toEqual(['第九条　甲。\n', '乙。', '\n丙。']);
  expect(words.standing).toBe('现行有效，自2024年1月1日施行的文本');
});
it('says that a text has been changed since', () => {
  const found = { version, validity: 'superseded' } as const;
  expect(clauseWords({ label: '', article: '甲', from: 0, to: 1, found }).standing).toMatch(/^已修改/);
});
