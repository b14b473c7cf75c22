import { z } from 'zod';
import { lawClauseQuery, lawListQuery, lawReadQuery, lawSearchQuery, lawSuggestQuery } from './law.js';
import { alertsQuery, settleBody, settleManyBody } from './law-alerts.js';
import { checkBody, endBody, manyBody, readQuery, registerBody, tableQuery } from './law-dependents.js';
import { answerBody, correctionBody, openBody } from './law-desk.js';
import { EXCEL, object, type Route, whole } from './openapi-route.js';

const DONE = object({ ok: { const: true } });

/** Routes of the law base. */
export const LAW_READS: readonly Route[] = [
  { path: '/api/public/law/status', summary: '法规库收到哪一天，有多少部', answer: 'LawStatus' },
  { path: '/api/public/law/facets', summary: '法规库可以按哪些项筛选', answer: 'LawFacets' },
  { path: '/api/public/law/search', summary: '查法规', query: lawSearchQuery, answer: 'LawSearchAnswer' },
  {
    path: '/api/public/law/suggest',
    summary: '输入时提示法规名称',
    query: lawSuggestQuery,
    answer: 'LawSuggestion[]',
  },
  {
    path: '/api/public/law/works',
    summary: '法规目录：按类别、区域、制定机关、时效和日期，分页',
    query: lawListQuery,
    answer: 'LawCatalogue',
  },
  {
    path: '/api/public/law/works/{name}',
    summary: '一部法规某一天的文本；name是编码或者名称',
    query: lawReadQuery.pick({ on: true }),
    answer: 'LawRead',
  },
  {
    path: '/api/public/law/works/{name}/clause',
    summary: '一条某一天的文本',
    query: lawClauseQuery,
    answer: 'LawClause',
  },
  {
    path: '/api/public/law/works/{name}/compare',
    summary: '两个文本逐条比较',
    query: lawReadQuery.pick({ on: true, vs: true }),
    answer: 'LawComparison',
  },
  {
    path: '/api/public/law/works/{name}/akn',
    summary: '一部法规的Akoma Ntoso',
    query: lawReadQuery.pick({ on: true }),
    answer: 'application/xml',
  },
  { path: '/api/public/law/export.jsonl', summary: '全库，每行一条', answer: 'application/jsonl' },
  { path: '/api/public/law/export.akn.tar', summary: '全库的Akoma Ntoso', answer: 'application/x-tar' },
  { path: '/api/law/impact/{name}', summary: '法规变动影响到哪些规则和文件', query: lawReadQuery, answer: 'LawImpact' },
  { path: '/api/law/alerts', summary: '法规变动提醒', query: alertsQuery, answer: 'LawAlertList' },
  { path: '/api/law/alerts.csv', summary: '法规变动提醒的表格', query: alertsQuery, answer: 'text/csv' },
  { path: '/api/law/dependents', summary: '依据法规的文件、权力事项、裁量基准和文书', answer: 'LawDependentList' },
  { path: '/api/law/dependents/table.xlsx', summary: '一次登记多件的登记表', query: tableQuery, answer: EXCEL },
  { path: '/api/law/desk', summary: '入库校核的批次', answer: 'LawBatch[]' },
  { path: '/api/law/desk/{id}', summary: '一个批次', answer: 'LawBatchView' },
  { path: '/api/law/desk/{id}/texts/{ord}', summary: '批次里一个文件的原文', answer: 'LawBatchSource' },
  {
    path: '/api/law/desk/{id}/texts/{ord}/compare',
    summary: '一份文本和库中它之前的文本比，改了哪些条',
    answer: 'LawBatchComparison',
  },
];

export const LAW_STEPS: readonly Route[] = [
  { path: '/api/law/alerts/settle', summary: '一次处置几条提醒', body: settleManyBody, answer: 'LawSettled' },
  { path: '/api/law/alerts/{id}', summary: '处置一条提醒', body: settleBody, answer: DONE },
  {
    path: '/api/law/dependents',
    summary: '登记依据法规的文件',
    body: registerBody,
    creates: true,
    answer: object({ id: whole }),
  },
  {
    path: '/api/law/dependents/check',
    summary: '登记以前看读出了哪些引用',
    body: checkBody,
    answer: 'LawCitationCheck[]',
  },
  {
    path: '/api/law/dependents/read',
    summary: '读出登记表的各行，或者一份文件里写明依据的段落；不登记',
    query: readQuery,
    upload: true,
    answer: 'LawDependentRow[]',
  },
  {
    path: '/api/law/dependents/many',
    summary: '一次登记多件：逐行核对，确认后登记',
    body: manyBody,
    answer: 'LawJudgedDependent[]',
  },
  {
    path: '/api/law/dependents/table.xlsx',
    summary: '要改的行，错误写在各行旁边',
    body: manyBody,
    answer: EXCEL,
  },
  { path: '/api/law/dependents/{id}/end', summary: '停用登记', body: endBody, answer: DONE },
  { path: '/api/law/desk', summary: '开一个批次', body: openBody, creates: true, answer: 'LawBatchView' },
  {
    path: '/api/law/desk/{id}/texts',
    summary: '送校一个文件；path写文件在所选文件夹里的路径',
    query: z.object({ path: z.string().optional() }),
    upload: true,
    answer: 'LawBatchAdded',
  },
  { path: '/api/law/desk/{id}/texts/{ord}', summary: '答复一处疑问', body: answerBody, answer: 'LawBatchView' },
  {
    path: '/api/law/desk/{id}/texts/{ord}/corrections',
    summary: '更正原文，说明理由',
    body: correctionBody,
    answer: 'LawBatchView',
  },
  { path: '/api/law/desk/{id}/texts/{ord}/corrections/undo', summary: '撤销最后一处更正', answer: 'LawBatchView' },
  { path: '/api/law/desk/{id}/release', summary: '放行入库', answer: 'LawBatchView' },
  { path: '/api/law/desk/{id}/withdraw', summary: '撤回批次', answer: 'LawBatchView' },
];
