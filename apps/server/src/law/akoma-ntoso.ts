import type pg from 'pg';
import type { InForce } from './in-force.js';
import { readVersion } from './read.js';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** Divisions of a text in the standard's names (OASIS LegalDocML, Akoma Ntoso 3.0, hierarchy group). */
const ELEMENTS: Readonly<Record<string, string>> = {
  B: 'book',
  F: 'part',
  C: 'chapter',
  S: 'section',
  V: 'division',
  U: 'subdivision',
};
const PREFIX: Readonly<Record<string, string>> = {
  book: 'book',
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  division: 'dvs',
  subdivision: 'subdvs',
};

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * One version as Akoma Ntoso 3.0: `act` with FRBR identification, divisions, articles, paragraphs (款), points (项) and
 * indents (目); eId by the naming convention of the standard (`chp_3__art_42__para_1`). Texts of clauses are the base's own.
 */
export async function akomaNtoso(pool: pg.Pool, found: InForce): Promise<string> {
  const { law, version } = found;
  const { header, clauses } = await readVersion(pool, version.id);
  const headings = new Map(header.divisions.map(({ path, heading }) => [path, heading]));
  const iri = `/akn/cn/act/${version.publishedOn ?? version.effectiveOn}/${law.code}`;
  const identification = (level: string, suffix: string, date: string, name: string) =>
    `<FRBR${level}><FRBRthis value="${iri}${suffix}/!main"/><FRBRuri value="${iri}${suffix}"/><FRBRdate date="${date}" name="${name}"/><FRBRauthor href="#maker"/>${level === 'Work' ? '<FRBRcountry value="cn"/>' : level === 'Expression' ? '<FRBRlanguage language="zho"/>' : ''}</FRBR${level}>`;
  const out: string[] = [];
  let open: string[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      out.push(`</${ELEMENTS[open.at(-1)![0]!]}>`);
      open = open.slice(0, -1);
    }
  };
  for (const clause of clauses) {
    const path = clause.outline === '' ? [] : clause.outline.split('.');
    let shared = 0;
    while (shared < path.length && shared < open.length && path[shared] === open[shared]) shared += 1;
    closeTo(shared);
    for (let depth = shared; depth < path.length; depth += 1) {
      open = path.slice(0, depth + 1);
      const element = ELEMENTS[path[depth]![0]!]!;
      const heading = headings.get(open.join('.')) ?? '';
      const [num, ...rest] = heading.split('　');
      out.push(
        `<${element} eId="${divisionId(open)}"><num>${escapeXml(num ?? '')}</num><heading>${escapeXml(rest.join(' '))}</heading>`,
      );
    }
    out.push(articleXml(clause));
  }
  closeTo(0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${NAMESPACE}"><act name="act"><meta><identification source="#fadu">`,
    identification('Work', '', version.publishedOn ?? version.effectiveOn, 'publication'),
    identification('Expression', `/zho@${version.effectiveOn}`, version.effectiveOn, 'effective'),
    identification('Manifestation', `/zho@${version.effectiveOn}.xml`, version.effectiveOn, 'effective'),
    '</identification>',
    `<references source="#fadu"><TLCOrganization eId="maker" href="/ontology/organization/maker" showAs="${escapeXml(law.maker ?? '')}"/><TLCOrganization eId="fadu" href="/ontology/organization/fadu" showAs="法度"/></references>`,
    '</meta>',
    `<preface><p><docTitle>${escapeXml(law.title)}</docTitle></p></preface><body>`,
    ...out,
    '</body></act></akomaNtoso>',
  ].join('\n');
}

const number = (text: string): string => String(Number.parseInt(text, 10));
const divisionId = (path: readonly string[]): string =>
  path.map((step) => `${PREFIX[ELEMENTS[step[0]!]!]}_${number(step.slice(1))}`).join('__');

/** `art_42`, `art_133-1`; a paragraph outside articles keeps the base's own code. */
function articleId(locator: string): string {
  const found = /^T(\d{4})\.(\d{2})(.*)$/.exec(locator);
  if (!found) return locator.replace('.', '-').toLowerCase();
  const [, article = '', sub = '', copy = ''] = found;
  return `art_${number(article)}${sub === '00' ? '' : `-${number(sub)}`}${copy.replace('~', '_copy')}`;
}

type Clause = Awaited<ReturnType<typeof readVersion>>['clauses'][number];

/** Elements and id words of the units inside an article: 款, 项, 目. */
const UNITS = [
  ['paragraph', 'para'],
  ['point', 'point'],
  ['indent', 'indent'],
] as const;

function articleXml({ locator, label, body, inner }: Clause): string {
  const id = articleId(locator);
  const level = (from: number, to: number, depth: number, prefix: string, eId: string): string => {
    const children = inner.filter(
      ([code, start, end]) =>
        start >= from && end <= to && code.split('/').length === depth + 1 && code.startsWith(prefix),
    );
    if (children.length === 0) return `<content>${paragraphs(body.slice(from, to))}</content>`;
    const [element, word] = UNITS[depth] as (typeof UNITS)[number];
    const lead = body.slice(from, children[0]![1]).trim();
    const tail = body.slice(children.at(-1)![2], to).trim();
    const units = children.map(([code, start, end], index) => {
      const eIdOfUnit = `${eId}__${word}_${index + 1}`;
      return `<${element} eId="${eIdOfUnit}">${level(start, end, depth + 1, `${code}/`, eIdOfUnit)}</${element}>`;
    });
    return `${lead === '' ? '' : `<intro>${paragraphs(lead)}</intro>`}${units.join('')}${tail === '' ? '' : `<wrapUp>${paragraphs(tail)}</wrapUp>`}`;
  };
  return `<article eId="${id}">${label === '' ? '' : `<num>${escapeXml(label)}</num>`}${level(0, body.length, 0, '', id)}</article>`;
}

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeXml(line.trim())}</p>`)
    .join('');
