import type { Formulas, FormulaVersion } from '@fadu/indicator';

const letters = (issuer: string, counted: string): FormulaVersion => ({
  version: 1,
  from: '2017-07-01',
  formula: {
    kind: 'count',
    of: { line: 'advice', day: { field: 'receivedOn' }, where: [{ field: 'issuer', anyOf: [issuer] }] },
  },
  counted,
});

/** 司法建议 and 检察建议 received. */
export const indicators: Formulas = {
  'supervision.judicial_suggestions': [letters('court', '收到的人民法院司法建议，按收到日归属')],
  'supervision.procuratorial_suggestions': [letters('procuratorate', '收到的人民检察院检察建议，按收到日归属')],
};
