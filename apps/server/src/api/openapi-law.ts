import { z } from 'zod';
import { lawReadQuery, lawSearchQuery } from './law.js';
import { alertsQuery, settleBody } from './law-alerts.js';
import { checkBody, endBody, registerBody } from './law-dependents.js';
import { answerBody, correctionBody, openBody } from './law-desk.js';
import type { Route } from './openapi-route.js';

/** Routes of the law base. */
export const LAW_READS: readonly Route[] = [
  { path: '/api/public/law/status', summary: '法规库收到哪一天，有多少部' },
  { path: '/api/public/law/facets', summary: '法规库可以按哪些项筛选' },
  { path: '/api/public/law/search', summary: '查法规', query: lawSearchQuery },
  { path: '/api/public/law/suggest', summary: '输入时提示法规名称', query: lawSearchQuery.pick({ q: true }) },
  { path: '/api/public/law/works/{name}', summary: '一部法规某一天的文本', query: lawReadQuery.pick({ on: true }) },
  {
    path: '/api/public/law/works/{name}/clause',
    summary: '一条某一天的文本',
    query: lawReadQuery.pick({ on: true, at: true }),
  },
  {
    path: '/api/public/law/works/{name}/compare',
    summary: '两个文本逐条比较',
    query: lawReadQuery.pick({ on: true, vs: true }),
  },
  {
    path: '/api/public/law/works/{name}/akn',
    summary: '一部法规的Akoma Ntoso',
    query: lawReadQuery.pick({ on: true }),
    answer: 'application/xml',
  },
  { path: '/api/public/law/export.jsonl', summary: '全库，每行一条', answer: 'application/jsonl' },
  { path: '/api/public/law/export.akn.tar', summary: '全库的Akoma Ntoso', answer: 'application/x-tar' },
  { path: '/api/law/impact/{name}', summary: '法规变动影响到哪些规则和文件', query: lawReadQuery },
  { path: '/api/law/alerts', summary: '法规变动提醒', query: alertsQuery },
  { path: '/api/law/alerts.csv', summary: '法规变动提醒的表格', query: alertsQuery, answer: 'text/csv' },
  { path: '/api/law/dependents', summary: '依据法规的文件、权力事项、裁量基准和文书' },
  { path: '/api/law/desk', summary: '入库校核的批次' },
  { path: '/api/law/desk/{id}', summary: '一个批次' },
  { path: '/api/law/desk/{id}/texts/{ord}', summary: '批次里一个文件的原文' },
];

export const LAW_STEPS: readonly Route[] = [
  { path: '/api/law/alerts/{id}', summary: '处置一条提醒', body: settleBody },
  { path: '/api/law/dependents', summary: '登记依据法规的文件', body: registerBody, creates: true },
  { path: '/api/law/dependents/check', summary: '登记以前看读出了哪些引用', body: checkBody },
  { path: '/api/law/dependents/{id}/end', summary: '停用登记', body: endBody },
  { path: '/api/law/desk', summary: '开一个批次', body: openBody, creates: true },
  {
    path: '/api/law/desk/{id}/texts',
    summary: '送校一个文件；path写文件在所选文件夹里的路径',
    query: z.object({ path: z.string().optional() }),
    upload: true,
  },
  { path: '/api/law/desk/{id}/texts/{ord}', summary: '答复一处疑问', body: answerBody },
  { path: '/api/law/desk/{id}/texts/{ord}/corrections', summary: '更正原文，说明理由', body: correctionBody },
  { path: '/api/law/desk/{id}/texts/{ord}/corrections/undo', summary: '撤销最后一处更正' },
  { path: '/api/law/desk/{id}/release', summary: '放行入库' },
  { path: '/api/law/desk/{id}/withdraw', summary: '撤回批次' },
];
