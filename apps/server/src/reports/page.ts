import { chineseDate, chineseNumeral, type PlainDate } from '@fadu/kernel';
import type { ReportErratum } from '@fadu/wire';
import { escapeText } from '../documents/official-document.js';
import type { BuiltReport, ReportChapter, ReportSentence } from './model.js';
import { figureParagraphs } from './paragraphs.js';

const STYLE = `body{margin:0;background:#f4f6f8;color:#1f2933;font:18px/1.9 "Noto Serif CJK SC","Songti SC",SimSun,serif}
main{max-width:44em;margin:0 auto;padding:2em 1.5em;background:#fff}h1{text-align:center;font-size:1.5em;line-height:1.5}h2{font-size:1.1em;margin:1.6em 0 .4em}
p{margin:.4em 0;text-indent:2em;text-align:justify}a{color:inherit;text-decoration:underline dotted;text-underline-offset:.25em}a:focus-visible{outline:2px solid #1a5fb4}
table{width:100%;border-collapse:collapse;font:14px/1.6 "Noto Sans CJK SC",SimHei,sans-serif}th,td{border:1px solid #c3ccd5;padding:.3em .5em;text-align:left;vertical-align:top}.scroll{overflow-x:auto}
@media(max-width:640px){table,tbody,tr,td{display:block}thead{display:none}tr{border:1px solid #c3ccd5;margin:.6em 0}td{border:0}td:first-child{font-weight:600}}`;

const definition = (site: string, code: string): string => escapeText(`${site}/data/${code}`);

const clause = ({ code, text, name }: ReportSentence, site: string): string =>
  `<a href="${definition(site, code)}" title="${escapeText(name)}">${escapeText(text)}</a>`;

const chapterHtml = (chapter: ReportChapter, index: number, site: string): string =>
  [
    `<h2>${chineseNumeral(index + 1)}、${escapeText(chapter.title)}</h2>`,
    ...chapter.texts.map((text) => `<p>${escapeText(text)}</p>`),
    ...figureParagraphs(chapter.sentences).map(
      (sentences) => `<p>${sentences.map((one) => clause(one, site)).join('；')}。</p>`,
    ),
    chapter.texts.length + chapter.sentences.length === 0 ? '<p>（待撰写）</p>' : '',
  ].join('');

/** What was put right stands above what was published, which stays as it was. */
const errataHtml = ({ errata }: BuiltReport): string =>
  errata.length === 0
    ? ''
    : `<section><h2>公开后的更正</h2>${errata.map((one) => `<p>${escapeText(erratumText(one))}</p>`).join('')}</section>`;

/** 2024年5月10日更正：“……”更正为“……”。理由：…… */
const erratumText = ({ on, was, now, reason }: ReportErratum): string =>
  `${chineseDate(on as PlainDate)}更正：“${was}”更正为“${now}”。理由：${reason}`;

const SOURCE = { records: '办案记录', returns: '填报', override: '改写' } as const;

const row = ({ code, name, text, settled }: ReportSentence, site: string): string =>
  `<tr><td><a href="${definition(site, code)}">${escapeText(name)}</a><br>${code}</td>${[
    text,
    `${settled.counted}${settled.base === undefined ? '' : `；分母：${settled.base}`}`,
    `${SOURCE[settled.source]}：${settled.origin}`,
  ]
    .map((cell) => `<td>${escapeText(cell)}</td>`)
    .join('')}</tr>`;

/**
 * The report as a page of a website: each figure leads to its definition on the public `site`, and stands once more in a
 * table with base and source. The page itself needs nothing from elsewhere.
 */
export function reportPage(report: BuiltReport, site: string): string {
  const title = `${report.unit.name}${report.title}`;
  const sentences = report.chapters.flatMap((chapter) => chapter.sentences);
  const head = ['指标', '本报告所写', '统计口径', '来源'].map((one) => `<th scope="col">${one}</th>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeText(report.unit.name)}<br>${escapeText(report.title)}</h1>${report.published ? '' : '<p>草稿，没有公开。</p>'}${errataHtml(report)}${report.chapters
    .map((chapter, index) => chapterHtml(chapter, index, site))
    .join(
      '',
    )}<h2>数据说明</h2><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${sentences.map((one) => row(one, site)).join('')}</tbody></table></div></main></body></html>\n`;
}
