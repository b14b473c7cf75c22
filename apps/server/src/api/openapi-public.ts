import { applyBody, guideBody, organsBody, publicActBody, trackBody } from '@fadu/wire';
import { z } from 'zod';
import { type Route, wordsQuery } from './openapi-route.js';

/** Routes of the portal and of verification: for everybody. */
export const PUBLIC_READS: readonly Route[] = [
  { path: '/api/public/site', summary: '主办单位和备案信息' },
  { path: '/api/public/lines', summary: '可以网上办理的事项' },
  { path: '/api/public/lines/{code}', summary: '一个事项的办理说明和表单' },
  { path: '/api/public/organs', summary: '办理一个事项的机关', query: wordsQuery('line', 'region') },
  { path: '/api/public/organizations', summary: '查机构', query: wordsQuery('q', 'region') },
  { path: '/api/public/verify/{code}', summary: '验证文书' },
  { path: '/api/public/verify/{code}/proof', summary: '存证证明包，可离线核验' },
  { path: '/api/public/reports', summary: '已经公开的年度报告', answer: 'PublicReportRow[]' },
  { path: '/api/public/reports/{unit}/{year}', summary: '一份已经公开的年度报告', answer: 'PublicReport' },
  { path: '/api/public/indicators', summary: '公开指标目录', answer: 'PublicIndicatorRow[]' },
  { path: '/api/public/indicators/{code}', summary: '一项指标的口径', answer: 'PublicIndicator' },
  { path: '/api/public/figures', summary: '有哪些年度的公开数据', answer: 'PublicHoldings' },
  { path: '/api/public/figures/{year}', summary: '一个年度的公开数据', answer: 'OpenData' },
  { path: '/api/public/figures/{year}/csv', summary: '一个年度的公开数据，CSV', answer: 'text/csv' },
  {
    path: '/api/public/figures/{year}/csv-metadata.json',
    summary: '公开数据的许可和数据字典（CSV on the Web）',
    answer: 'application/csvm+json',
  },
  { path: '/api/ledger/keys', summary: '存证日志的公钥' },
  { path: '/api/ledger/checkpoints', summary: '存证日志的检查点', query: wordsQuery('log') },
  { path: '/api/ledger/consistency', summary: '日志只增不改的证明', query: wordsQuery('log', 'from', 'to') },
];

export const PUBLIC_STEPS: readonly Route[] = [
  { path: '/api/public/lines/{code}/organs', summary: '向哪个机关申请', body: organsBody },
  { path: '/api/public/lines/{code}/guide', summary: '能不能申请', body: guideBody },
  { path: '/api/public/lines/{code}/applications', summary: '申请', body: applyBody, creates: true },
  { path: '/api/public/track', summary: '查进度', body: trackBody },
  { path: '/api/public/act', summary: '申请人办理', body: publicActBody },
  { path: '/api/public/files', summary: '申请人上传附件', upload: true, creates: true },
  {
    path: '/api/public/documents/{id}',
    summary: '申请人取文书',
    query: z.object({ as: z.enum(['html']).optional() }),
    body: trackBody,
    answer: 'application/octet-stream',
  },
];
