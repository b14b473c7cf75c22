import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseDate, type PlainDate } from '@fadu/kernel';
import { publicHoldings } from '../disclosure/public-reports.js';
import { type LawIndex, lawIndexOf, lawStatus } from '../law/index.js';
import type { Platform } from '../matters/execute.js';
import { escapeHtml } from './documents.js';
import { lawSearchPage, lawTextPage, type PlainPage } from './law-page.js';
import { findVerification } from './ledger.js';
import { indicatorPage, openDataPage, reportListPage, reportTextPage } from './report-page.js';
import { publicSite, type SiteSettings } from './site.js';

/**
 * The portal's page as it is sent: complete without script, for old telephones, slow lines and search engines. What
 * stands here is what the script will show: the entries of the lines, or what is recorded of a document's code.
 */
export function portalPage(
  dir: string,
  platform: Platform,
  set: Partial<SiteSettings>,
): (url: string) => Promise<string> {
  const template = readFileSync(join(dir, 'index.html'), 'utf8');
  const index = lawIndexOf(platform.pool, platform.now);
  return async (url) => {
    const site = publicSite(platform, set);
    const { title: named, body } = await pageAt(platform, index, url);
    const title = named === '' ? site.name : `${named} - ${site.name}`;
    const meta = [
      ['SiteName', site.name],
      ['SiteDomain', hostOf(platform.publicUrl)],
      ['SiteIDCode', site.siteId],
      ['ContentSource', site.host],
    ] as const;
    const head = meta
      .filter(([, content]) => content !== null)
      .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content!)}" />`)
      .join('');
    const official =
      site.host === null
        ? ''
        : `<p class="official">${escapeHtml(site.sample ? `样例：${site.host}网站，内容均为虚构` : `${site.host}官方网站`)}</p>`;
    return template
      .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
      .replace(/<meta name="SiteName"[^>]*>/, '')
      .replace('<!--fadu:head-->', () => head)
      .replace(/<!--fadu:body-->[\s\S]*<!--\/fadu:body-->/, () => `${official}${body}${HELP}`);
  };
}

/** The page of an address; an empty title is that of the whole site. */
async function pageAt(platform: Platform, index: LawIndex, url: string): Promise<PlainPage> {
  const [before = '', query = ''] = url.split('?');
  const path = before.replace(/^\/portal\/?/, '');
  const code = /^verify\/([\w-]{1,20})$/.exec(path)?.[1];
  if (code !== undefined) return { title: '验证文书', body: await verified(platform, code) };
  if (/^law\/?$/.test(path)) return lawSearchPage(platform, index, new URLSearchParams(query).get('q') ?? '');
  const law = /^law\/([^/]{1,200})/.exec(path)?.[1];
  if (law !== undefined) return (await lawTextPage(platform, decoded(law), new URLSearchParams(query))) ?? NO_LAW;
  const [first, second, third] = path.split('/').map(decoded);
  if (first === 'reports') return second && third ? reportTextPage(platform, second, third) : reportListPage(platform);
  if (first === 'data') return second ? indicatorPage(platform, second) : openDataPage(platform);
  return { title: '', body: await home(platform) };
}

const NO_LAW: PlainPage = {
  title: '没有找到这部法规',
  body: '<h1>没有找到这部法规</h1><p>请核对名称，或者<a href="/portal/law">查法规</a>。</p>',
};

/** A part that is no valid encoding stays as it was typed. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const HELP =
  '<p>页面不能操作的，可以拨打法律服务热线<a href="tel:12348">12348</a>（24小时），也可以到办理机关的窗口当面或者口头申请，或者邮寄。</p>';

/** A column without content is not published. */
const LAW_ENTRY = '<li><a href="/portal/law"><strong>查法规</strong><span>可以看任何一天有效的文本</span></a></li>';

const REPORT_ENTRY =
  '<li><a href="/portal/reports"><strong>年度报告</strong><span>法治政府建设年度报告，每个数都有口径</span></a></li>';
const DATA_ENTRY =
  '<li><a href="/portal/data"><strong>开放数据</strong><span>各地各年的数，可以下载，附口径和数据字典</span></a></li>';

const hostOf = (address: string): string => {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
};

async function home(platform: Platform): Promise<string> {
  const { laws } = await lawStatus(platform.pool);
  const { reports, years } = await publicHoldings(platform);
  const entries = platform.lines.flatMap(({ code, publicView }) =>
    publicView
      ? [
          `<li><a href="/portal/${publicView.guide ? 'check' : 'apply'}/${code}"><strong>${escapeHtml(publicView.name)}</strong><span>${escapeHtml(publicView.intro)}</span></a></li>`,
        ]
      : [],
  );
  return `<h1>您要办什么事</h1><ul class="tasks">${entries.join('')}<li><a href="/portal/track"><strong>查办理进度</strong><span>用收件编号和查询码</span></a></li>${laws === 0 ? '' : LAW_ENTRY}${reports === 0 ? '' : REPORT_ENTRY}${years.length === 0 ? '' : DATA_ENTRY}<li><a href="/portal/verify"><strong>验证文书</strong><span>用文书上的核验码或者二维码</span></a></li></ul>`;
}

async function verified(platform: Platform, typed: string): Promise<string> {
  const { status, code, name, number, organName, issuedOn, recordedAt } = await findVerification(platform, typed);
  if (status === 'unknown')
    return `<h1>没有查到这个核验码</h1><p>${escapeHtml(code)}。请核对：没有数字0、1和字母O、I。平台启用前的文书查不到，请联系出具机关。</p>`;
  const rows = [
    ['文书', name],
    ['文号', number],
    ['出具机关', organName],
    ['出具日', issuedOn && chineseDate(issuedOn as PlainDate)],
    ['存证', recordedAt ? '已存证' : '正在存证'],
    ['核验码', code],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return `<h1>${status === 'genuine' ? '这份文书是真实的' : '这份文书已撤销'}</h1><dl class="answers">${rows.map(([label, text]) => `<div><dt>${label}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>`;
}
