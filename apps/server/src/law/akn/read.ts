import { fail, ok, parsePlainDate, type Refusal, type Result } from '@fadu/kernel';
import { checkAkn } from './check.js';
import { divisionLetter, NAMESPACE, numberOfId, unitLetter } from './names.js';
import type { AknClause, AknText } from './text.js';
import { type Element, elements, first, parseXml, wordsOf } from './xml.js';

const refuse = (code: string, what: string): Result<never, Refusal> =>
  fail({ code, message: `不能读取：${what}。请核对文件，或者用本平台导出的Akoma Ntoso文件。`, basis: [] });

/**
 * Reads an act of Akoma Ntoso 3.0 as this platform writes it. What breaks the standard's content model, its required
 * attributes or the uniqueness of its ids is refused with the place.
 */
export function readAkn(xml: string): Result<AknText, Refusal> {
  const parsed = parseXml(xml, NAMESPACE);
  if (!parsed.ok) return refuse('law.akn_xml', parsed.error);
  const faults = checkAkn(parsed.value);
  if (faults.length > 0) return refuse('law.akn_model', faults.slice(0, 3).join('；'));
  const act = first(parsed.value, 'act')!;
  const identity = identityOf(act);
  if (typeof identity === 'string') return refuse('law.akn_identity', identity);
  const reader = new Reader();
  try {
    for (const child of elements(first(act, 'preamble') ?? EMPTY)) reader.unnumbered(child);
    for (const child of elements(first(act, 'body')!)) reader.hierarchy(child, '');
    for (const attachment of elements(first(act, 'attachments') ?? EMPTY, 'attachment')) reader.annex(attachment);
  } catch (error) {
    if (error instanceof Unreadable) return refuse('law.akn_place', error.message);
    throw error;
  }
  return ok({ ...identity, divisions: reader.divisions, clauses: reader.clauses });
}

const EMPTY: Element = { name: '', attributes: {}, children: [] };

/** An element whose place cannot be told from its id. */
class Unreadable extends Error {}

function identityOf(act: Element): Omit<AknText, 'divisions' | 'clauses'> | string {
  const meta = first(act, 'meta')!;
  const identification = first(meta, 'identification')!;
  const work = first(identification, 'FRBRWork')!;
  const value = (name: string): string => first(work, name)?.attributes.value ?? '';
  const date = (of: Element): Element => first(of, 'FRBRdate')!;
  const effectiveOn = date(first(identification, 'FRBRExpression')!).attributes.date!;
  const published = date(work);
  const references = first(meta, 'references') ?? EMPTY;
  const byId = new Map(elements(references).map((one) => [one.attributes.eId, one.attributes.showAs ?? '']));
  const ended = elements(first(meta, 'lifecycle') ?? EMPTY).find(
    ({ attributes }) => attributes.type === 'repeal' || attributes.type === 'amendment',
  );
  const paragraphs = elements(first(act, 'preface') ?? EMPTY, 'p');
  const title = paragraphs.map((one) => first(one, 'docTitle')).find((one) => one !== undefined);
  const days = [effectiveOn, published.attributes.date!, ended?.attributes.date ?? effectiveOn];
  const wrong = days.find((day) => parsePlainDate(day) === undefined);
  if (wrong !== undefined) return `没有“${wrong}”这一天`;
  if (!title) return '没有标题（docTitle）';
  return {
    code: value('FRBRnumber'),
    title: wordsOf(title),
    kind: value('FRBRsubtype'),
    maker: byId.get('maker') || null,
    publishedOn: published.attributes.name === 'publication' ? published.attributes.date! : null,
    effectiveOn,
    endOn: ended?.attributes.date ?? null,
    endType: ended ? (ended.attributes.type === 'amendment' ? 'amendment' : 'repeal') : null,
    history: paragraphs.flatMap((one) =>
      [...elements(one, 'docDate'), ...elements(one, 'docStage')].map((told) => ({
        date: told.attributes.date ?? null,
        event: byId.get(told.attributes.refersTo?.slice(1)) ?? '',
        text: wordsOf(told),
      })),
    ),
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

class Reader {
  readonly divisions: { path: string; heading: string }[] = [];
  readonly clauses: AknClause[] = [];

  /** A paragraph of the preamble. */
  unnumbered(container: Element): void {
    this.clauses.push({ ...this.place(container, 'P'), outline: '', label: '', body: linesOf(container), inner: [] });
  }

  annex(attachment: Element): void {
    const doc = first(attachment, 'doc')!;
    const content = elements(first(doc, 'mainBody')!)[0]!;
    this.clauses.push(clauseOf(content, this.place(attachment, 'X').locator, ''));
  }

  hierarchy(child: Element, outline: string): void {
    if (child.attributes.status === 'incomplete') return;
    const letter = divisionLetter(child.name);
    if (letter === undefined) {
      const kind = child.name === 'hcontainer' ? (child.attributes.name === 'annex' ? 'X' : 'P') : 'T';
      this.clauses.push(clauseOf(child, this.place(child, kind).locator, outline));
      return;
    }
    const step = `${letter}${pad(this.number(child).value, 2)}`;
    const path = outline === '' ? step : `${outline}.${step}`;
    const heading = ['num', 'heading'].flatMap((name) => elements(child, name).map(wordsOf)).join('　');
    this.divisions.push({ path, heading });
    for (const one of elements(child)) if (one.name !== 'num' && one.name !== 'heading') this.hierarchy(one, path);
  }

  private number(of: Element) {
    const found = numberOfId(of.attributes.eId ?? '');
    if (!found) throw new Unreadable(`${of.name}的eId“${of.attributes.eId}”读不出编号`);
    return found;
  }

  private place(of: Element, letter: 'T' | 'P' | 'X'): { locator: string } {
    const { value, sub, copy } = this.number(of);
    const number = letter === 'T' ? `${pad(value, 4)}.${pad(sub, 2)}` : pad(value, 2);
    return { locator: `${letter}${number}${copy === null ? '' : `~${copy}`}` };
  }
}

/** The words of an article with the places of its units, by the rule that units stand on lines of their own. */
function clauseOf(node: Element, locator: string, outline: string): AknClause {
  const inner: [string, number, number][] = [];
  let body = '';
  const content = (of: Element, above: string, begin: number): void => {
    let units = 0;
    for (const child of elements(of)) {
      if (child.name === 'num') continue;
      if (child.name === 'content' || child.name === 'intro') body += linesOf(child);
      else {
        if (units > 0 || body.length > begin) body += '\n';
        units += 1;
        unit(child, above);
      }
    }
  };
  const unit = (child: Element, above: string): void => {
    const from = body.length;
    if (child.name === 'wrapUp') {
      body += linesOf(child);
      return;
    }
    body += elements(child, 'num').map(wordsOf).join('');
    const letter = unitLetter(child.name);
    const found = letter === undefined ? undefined : numberOfId(child.attributes.eId ?? '');
    const code = found && `${above}${letter}${pad(found.value, 2)}`;
    content(child, code === undefined ? above : `${code}/`, from);
    if (code !== undefined) inner.push([code, from, body.length]);
  };
  content(node, '', 0);
  return {
    locator,
    label: elements(node, 'num').map(wordsOf).join(''),
    outline,
    body,
    inner: inner.sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0].length - b[0].length),
  };
}

const linesOf = (of: Element): string => elements(of, 'p').map(wordsOf).join('\n');
