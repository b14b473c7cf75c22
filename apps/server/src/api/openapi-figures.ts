import { MISSING_WORDS } from '@fadu/indicator';
import {
  assignReturnsBody,
  beginReturnBody,
  dashboardQuery,
  figureQuery,
  keyBody,
  remindReturnsBody,
  returnQuery,
  returnStatusQuery,
  returnSumQuery,
  takeOverBody,
} from '@fadu/wire';
import { EXCEL, nullable, object, type Route, type Schema, text, whole } from './openapi-route.js';

/** Routes of indicators, boards and returns. */
export const FIGURE_READS: readonly Route[] = [
  {
    path: '/api/indicators',
    summary: '指标目录：编码、名称、单位、口径、由记录还是由填报取得',
    answer: 'IndicatorList',
  },
  {
    path: '/api/indicators/domains/{domain}',
    summary: '目录一部分的全部指标',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: 'IndicatorFigure[]',
  },
  {
    path: '/api/indicators/{code}/figure',
    summary: '一项指标的数：数值、基数、同比、口径、数据截至',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: 'IndicatorFigure',
  },
  {
    path: '/api/indicators/{code}/rows',
    summary: '数背后的记录，分页；by、is只列某一项的',
    query: figureQuery,
    answer: 'IndicatorRows',
  },
  {
    path: '/api/indicators/{code}/why',
    summary: '为什么是这个数：定义、分子、分母、剔除及原因',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: 'FigureWhy',
  },
  {
    path: '/api/indicators/{code}/breakdown',
    summary: '按期间和下级机构分',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: 'FigureBreakdown',
  },
  {
    path: '/api/indicators/{code}/by/{field}',
    summary: '按记录的一个字段分',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: 'FigureByField',
  },
  {
    path: '/api/indicators/{code}/excel',
    summary: '数、口径、分期、分机构和明细的工作簿',
    query: figureQuery.pick({ org: true, period: true, own: true }),
    answer: EXCEL,
  },
  { path: '/api/dashboards', summary: '看板清单', answer: 'DashboardEntry[]' },
  {
    path: '/api/dashboards/{key}',
    summary: '一块看板，所有的数取自同一时刻',
    query: dashboardQuery,
    answer: 'DashboardView',
  },
  { path: '/api/dashboards/{key}/excel', summary: '看板的工作簿', query: dashboardQuery, answer: EXCEL },
  { path: '/api/workload', summary: '各条线在办件数和期限', answer: 'Workload[]' },
  { path: '/api/returns', summary: '本岗位可以查看的填报表', answer: 'ReturnListItem[]' },
  { path: '/api/returns/view', summary: '一个单位一个期间的填报表', query: returnQuery, answer: 'ReturnView' },
  {
    path: '/api/returns/status',
    summary: '各单位报送情况：谁报了，谁逾期',
    query: returnStatusQuery,
    answer: 'ReturnStatusView',
  },
  { path: '/api/returns/sums', summary: '下级或者各期已审定的填报的合计', query: returnSumQuery, answer: 'ReturnSum' },
  { path: '/api/returns/{id}/sheet', summary: '填报表的Excel', answer: EXCEL },
];

export const FIGURE_STEPS: readonly Route[] = [
  { path: '/api/returns/begin', summary: '开始填报', body: beginReturnBody, answer: 'ReturnView' },
  {
    path: '/api/returns/assign',
    summary: '布置填报，逐个单位说明结果',
    body: assignReturnsBody,
    answer: 'ReturnsDone',
  },
  { path: '/api/returns/remind', summary: '催报，逐张表说明结果', body: remindReturnsBody, answer: 'ReturnsDone' },
  {
    path: '/api/returns/{id}/take-over',
    summary: '把下级已审定的更正计入本表并报送',
    body: takeOverBody,
    answer: 'ReturnView',
  },
  { path: '/api/returns/{id}/sheet', summary: '上传填好的Excel', query: keyBody, upload: true, answer: 'MatterView' },
];

const value: Schema = { $ref: '#/components/schemas/Value' };

/** What a figure is, in the words of the API document. Missing is never nought. */
export const figureSchemas: Record<string, Schema> = {
  Value: {
    description: `没有数的四种情形各有其词，不写0：${Object.entries(MISSING_WORDS)
      .map(([why, word]) => `${why} ${word}`)
      .join('，')}。`,
    oneOf: [
      object({ is: { const: 'count' }, count: whole }),
      object({ is: { const: 'money' }, fen: { ...whole, description: '分' } }),
      object({ is: { const: 'ratio' }, numerator: whole, denominator: { ...whole, minimum: 1 } }),
      object({ is: { const: 'missing' }, why: { enum: Object.keys(MISSING_WORDS) } }),
    ],
  },
  IndicatorFigure: object({
    code: text,
    name: text,
    unit: text,
    kind: { enum: ['count', 'stock', 'rate', 'money', 'duration'] },
    direction: { enum: ['up', 'down', 'neutral'] },
    org: object({ id: text, name: text, subtree: { type: 'boolean' } }),
    period: object({ text, from: { ...text, format: 'date' }, to: { ...text, format: 'date' } }),
    source: { enum: ['records', 'returns'] },
    own: { type: 'boolean' },
    collected: { description: '填报所报，有记录时保留备查', ...nullable({ type: 'object' }) },
    counted: { ...text, description: '口径' },
    base: { description: '基数', ...nullable(text) },
    version: { description: '口径的版本', ...nullable(whole) },
    value,
    text: { ...text, description: '屏幕上的写法' },
    before: object({ name: text, value, text, change: text }),
    also: { description: '另一口径的数', ...nullable(object({ name: text, value, text })) },
    asOf: { ...text, format: 'date-time' },
    notes: { type: 'array', items: text },
  }),
};
