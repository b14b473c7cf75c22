import { chineseDate, dayOf, type PlainDate, parsePlainDate } from '@fadu/kernel';
import { KIND_NAMES, type LawHit, VALIDITY_NAMES } from '@fadu/wire';
import { articleOf, changedRows, changeWords, linesOf, outlineOf } from '@fadu/wire/law-reading';
import type { InForce } from '../law/in-force.js';
import { type LawIndex, lawInForce, lawStatus, readVersion, searchLaws, wordDifference } from '../law/index.js';
import type { Platform } from '../matters/execute.js';
import { escapeHtml } from './documents.js';

export interface PlainPage {
  readonly title: string;
  readonly body: string;
}

const EXCERPT = /[\u0002\u0003]/g;

/** /portal/law?q= without script: a form, and what was found. */
export async function lawSearchPage(platform: Platform, index: LawIndex, q: string): Promise<PlainPage> {
  const form = `<form action="/portal/law"><label for="law-q">法规名称、第几条，或者条文里的词</label> <input id="law-q" name="q" type="search" maxlength="100" value="${escapeHtml(q)}"> <button type="submit" class="secondary">查</button></form>`;
  if (q.trim() === '') {
    const { laws } = await lawStatus(platform.pool);
    const holds = laws === 0 ? '法规还没有收入本网站。可以打12348咨询。' : `收有法规${laws}部。`;
    return { title: '查法规', body: `<h1>查法规</h1>${form}<p>${holds}</p>` };
  }
  const { exact, laws, clauses, meant, corrected, missing } = await searchLaws(index, q.slice(0, 100), { limit: 30 });
  const hits = [...(exact ? [exact] : []), ...clauses].map(
    (hit) =>
      `<div class="law-hit"><a href="${lawHref(hit, hit.locator)}">${escapeHtml(hit.title)}${escapeHtml(hit.label)}</a><p>${escapeHtml(hit.excerpt.replaceAll(EXCERPT, ''))}</p></div>`,
  );
  const names = laws.map(
    (law) => `<li><a href="${lawHref(law)}">${escapeHtml(law.title)}</a> ${KIND_NAMES[law.kind] ?? ''}</li>`,
  );
  const found =
    hits.length + names.length === 0
      ? `<p>没有找到“${escapeHtml(q)}”。请换一个说法，或者只写法规名称里的几个字。</p>`
      : `<ul class="law-list">${names.join('')}</ul>${hits.join('')}`;
  const told = [
    ...(corrected === null ? [] : [`没有叫这个名称的法规，按“${corrected}”查找。`]),
    ...(missing === null ? [] : [missing]),
    ...(meant.length === 0 ? [] : [`按条文用语${meant.map((text) => `“${text}”`).join('、')}查找。`]),
  ]
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('');
  return { title: `查法规：${q}`, body: `<h1>查法规</h1>${form}${told}${found}` };
}

const lawHref = ({ code }: Pick<LawHit, 'code'>, at?: string, on?: string): string => {
  const query = new URLSearchParams({ ...(on && { on }), ...(at && { at }) }).toString();
  return `/portal/law/${encodeURIComponent(code)}${query === '' ? '' : `?${escapeHtml(query)}`}`;
};

/** /portal/law/CODE?on= without script: the whole text with its outline; undefined when the base does not hold it. */
export async function lawTextPage(
  platform: Platform,
  code: string,
  query: URLSearchParams,
): Promise<PlainPage | undefined> {
  const asked = query.get('on');
  const on = (asked && parsePlainDate(asked)) || dayOf(platform.now());
  const found = await lawInForce(platform.pool, code, on);
  if (!found) return undefined;
  const against = parsePlainDate(query.get('vs') ?? '');
  if (against) return comparedPage(platform, found, against);
  const { law, version, validity, versions } = found;
  const read = await readVersion(platform.pool, version, on);
  const outline = outlineOf(read)
    .map(({ heading, first, range, depth }) =>
      first === null
        ? `<li class="depth-${depth}">${escapeHtml(heading)}</li>`
        : `<li class="depth-${depth}"><a href="#${first}">${escapeHtml(heading)} ${range}</a></li>`,
    )
    .join('');
  const headings = new Map<string, string>();
  for (const { first, heading } of outlineOf(read))
    if (first !== null)
      headings.set(first, `${headings.get(first) ?? ''}<h2 class="law-heading">${escapeHtml(heading)}</h2>`);
  const dated = asked === null ? undefined : on;
  const articles = read.clauses.map(({ locator, label, body }) => {
    const lines = linesOf(body, read.citations[locator] ?? []).map((line, index) => {
      const words = line.map(({ text, citation }) =>
        citation?.code
          ? `<a href="${lawHref({ code: citation.code }, citation.articles[0], citation.writtenFor?.on ?? dated)}${citation.articles[0] ? `#${citation.articles[0]}` : ''}">${escapeHtml(text)}</a>`
          : escapeHtml(text),
      );
      return `<p class="law-words">${index === 0 && label !== '' ? `<strong>${escapeHtml(label)}</strong>　` : ''}${words.join('')}</p>`;
    });
    return `${headings.get(locator) ?? ''}<div id="${locator}" class="law-article">${lines.join('')}</div>`;
  });
  const others = versions
    .filter(({ id }) => id !== version.id)
    .map(
      ({ effectiveOn }) =>
        `<li><a href="${lawHref(law, undefined, effectiveOn)}">${chineseDate(effectiveOn)}起施行的文本</a> <a href="${comparedHref(law, effectiveOn, version.effectiveOn)}">对照</a></li>`,
    );
  const label = read.clauses.find(({ locator }) => locator === articleOf(query.get('at') ?? ''))?.label;
  return {
    title: `${law.title}${label ?? ''}`,
    body: `<h1>${escapeHtml(law.title)}</h1><p class="law-standing"><strong>${VALIDITY_NAMES[validity]}</strong>　读取日${chineseDate(on)}，${chineseDate(version.effectiveOn as PlainDate)}起施行</p>${
      others.length > 0 ? `<ul class="law-list">${others.join('')}</ul>` : ''
    }${outline === '' ? '' : `<ul class="law-list">${outline}</ul>`}<div class="law-body">${articles.join('')}</div>`,
  };
}

const comparedHref = (law: Pick<LawHit, 'code'>, one: string, other: string): string =>
  `${lawHref(law, undefined, one > other ? one : other)}&amp;vs=${one > other ? other : one}`;

/** /portal/law/CODE?on=&vs= without script: what changed between two texts. */
async function comparedPage(platform: Platform, newer: InForce, on: PlainDate): Promise<PlainPage> {
  const older = (await lawInForce(platform.pool, newer.law.code, on))!;
  const { title, rows } = await wordDifference(platform.pool, newer.law, older.version, newer.version);
  const MARKS = { same: '', added: 'ins', removed: 'del' } as const;
  const marked = (tag: string, text: string) =>
    tag === '' ? escapeHtml(text) : `<${tag}>${escapeHtml(text)}</${tag}>`;
  const changed = changedRows(rows).map((row) => {
    const words = row.runs
      ? row.runs.map(({ kind, text }) => marked(MARKS[kind], text)).join('')
      : marked(row.change === 'new' ? 'ins' : 'del', row.text ?? '');
    return `<section class="law-changed"><h2>${escapeHtml(changeWords([row], true))}</h2><p class="law-words">${words}</p></section>`;
  });
  const text = ({ version }: InForce) =>
    `<a href="${lawHref(newer.law, undefined, version.effectiveOn)}">${chineseDate(version.effectiveOn)}起施行的文本</a>`;
  return {
    title: `${title}：两次文本对照`,
    body: `<h1>${escapeHtml(title)}</h1><p>${text(newer)}和${text(older)}比：${changeWords(rows)}。</p><p class="hint"><ins>有下划线的</ins>是增加的字，<del>有删除线的</del>是删去的字。</p><div class="law-body">${changed.join('')}</div>`,
  };
}
