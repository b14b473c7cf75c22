import { chineseDate, type PlainDate } from '@fadu/kernel';
import { reportPieces } from '@fadu/wire/report-reading';
import {
  publicHoldings,
  publicIndicator,
  publicIndicators,
  publicReport,
  publicReports,
} from '../disclosure/public-reports.js';
import type { Platform } from '../matters/execute.js';
import { escapeHtml } from './documents.js';
import type { PlainPage } from './law-page.js';

const definition = (code: string, text: string): string =>
  `<a href="/portal/data/${encodeURIComponent(code)}">${escapeHtml(text)}</a>`;

/** /portal/reports without script: every published report, with where and when. */
export async function reportListPage(platform: Platform): Promise<PlainPage> {
  const rows = (await publicReports(platform)).map(
    ({ unit, name, year, publishedOn, place, address, here }) =>
      `<li><a href="${here ? `/portal/reports/${encodeURIComponent(unit)}/${year}` : escapeHtml(address)}">${escapeHtml(name)}${year}年度报告</a>，${chineseDate(publishedOn as PlainDate)}在${escapeHtml(place)}公开${here || /^https?:/.test(address) ? '' : `：${escapeHtml(address)}`}</li>`,
  );
  const body = rows.length === 0 ? '<p>还没有公开的年度报告。</p>' : `<ul>${rows.join('')}</ul>`;
  return { title: '年度报告', body: `<h1>法治政府建设年度报告</h1>${body}` };
}

/** /portal/reports/UNIT/YEAR without script: the whole text, each figure leading to its definition. */
export async function reportTextPage(platform: Platform, unit: string, year: string): Promise<PlainPage> {
  const report = await publicReport(platform, unit, Number(year));
  if (!report)
    return {
      title: '没有找到这份报告',
      body: '<h1>没有找到这份报告</h1><p>可能还没有公开。可以看<a href="/portal/reports">全部年度报告</a>。</p>',
    };
  const paragraph = (text: string): string =>
    `<p>${reportPieces(text, report.figures)
      .map((piece) => (piece.code === null ? escapeHtml(piece.text) : definition(piece.code, piece.text)))
      .join('')}</p>`;
  const chapters = report.chapters.map(
    ({ title, paragraphs }) => `<h2>${escapeHtml(title)}</h2>${paragraphs.map(paragraph).join('')}`,
  );
  const errata =
    report.errata.length === 0
      ? ''
      : `<h2>公开后的更正</h2><ul>${report.errata
          .map(
            ({ on, was, now, reason }) =>
              `<li>${chineseDate(on as PlainDate)}：“${escapeHtml(was)}”更正为“${escapeHtml(now)}”。理由：${escapeHtml(reason)}</li>`,
          )
          .join('')}</ul>`;
  return {
    title: `${report.name}${report.title}`,
    body: `<h1>${escapeHtml(report.name)}${escapeHtml(report.title)}</h1><p>${chineseDate(report.publishedOn as PlainDate)}公开</p>${errata}${chapters.join('')}`,
  };
}

/** /portal/data without script: the tables to take away, and the catalogue. */
export async function openDataPage(platform: Platform): Promise<PlainPage> {
  const years = (await publicHoldings(platform)).years.map(
    (year) =>
      `<li>${year}年：<a href="/api/public/figures/${year}/csv">表格（CSV）</a>，<a href="/api/public/figures/${year}">JSON（含许可、口径和数据字典）</a>，<a href="/api/public/figures/${year}/csv-metadata.json">CSV的许可和数据字典</a></li>`,
  );
  const indicators = publicIndicators().map(({ code, name, unit }) => `<li>${definition(code, name)}（${unit}）</li>`);
  return {
    title: '开放数据',
    body: `<h1>开放数据</h1><ul>${years.join('')}</ul><h2>指标目录</h2><ul>${indicators.join('')}</ul>`,
  };
}

/** /portal/data/CODE without script: what an indicator is. */
export async function indicatorPage(platform: Platform, code: string): Promise<PlainPage> {
  const found = await publicIndicator(platform, code);
  if (!found)
    return {
      title: '没有这个指标',
      body: '<h1>没有这个指标</h1><p>可以看<a href="/portal/data">指标目录</a>。</p>',
    };
  const rows = [
    ['编码', found.code],
    ['单位', found.unit],
    ['统计口径', found.counted],
    ['分母', found.base],
    ['来源', found.source === 'records' ? '由办案记录计算' : '由单位填报，上级审核'],
  ].filter((row): row is [string, string] => row[1] !== null);
  const stated = found.stated.map(
    ({ unit, name, year, written }) =>
      `<li><a href="/portal/reports/${encodeURIComponent(unit)}/${year}">${escapeHtml(name)}${year}年度报告</a>：${escapeHtml(written)}</li>`,
  );
  return {
    title: found.name,
    body: `<h1>${escapeHtml(found.name)}</h1><dl class="answers">${rows.map(([label, text]) => `<div><dt>${label}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>${stated.length === 0 ? '' : `<h2>写在哪些报告里</h2><ul>${stated.join('')}</ul>`}`,
  };
}
