import { DIVISIONS, NAMESPACE, numberOfLocator, UNITS, wordOf } from './names.js';
import type { AknClause, AknText } from './text.js';
import { type Element, element, serialize } from './xml.js';

/** One version as Akoma Ntoso 3.0: `act` with FRBR identification, lifecycle, divisions, articles and the units in them. */
export const writeAkn = (text: AknText): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(aknElement(text))}\n`;

function aknElement(text: AknText): Element {
  const { preamble, body, attachments } = partsOf(text.clauses);
  return element('akomaNtoso', { xmlns: NAMESPACE }, [
    element('act', { name: 'act', contains: 'singleVersion' }, [
      metaOf(text, '!main', ''),
      prefaceOf(text),
      preamble.length === 0 ? undefined : element('preamble', {}, preamble.map(preambleParagraph)),
      element('body', {}, body.length === 0 && text.divisions.length === 0 ? [MISSING] : bodyOf(text.divisions, body)),
      attachments.length === 0
        ? undefined
        : element(
            'attachments',
            {},
            attachments.map((clause) => attachmentOf(text, clause)),
          ),
    ]),
  ]);
}

/** A body must hold something: of a text of which only the heading is known it says so (status of the schema). */
const MISSING = element('hcontainer', { name: 'missing', eId: 'hcontainer_missing', status: 'incomplete' }, [
  element('content', { eId: 'hcontainer_missing__content' }, [element('p', {}, [])]),
]);

/** Paragraphs before everything else are the preamble, annexes after everything else the attachments. */
function partsOf(clauses: readonly AknClause[]): Readonly<Record<'preamble' | 'body' | 'attachments', AknClause[]>> {
  const plain = ({ locator, outline, inner }: AknClause, letter: string) =>
    locator.startsWith(letter) && outline === '' && (letter === 'X' || inner.length === 0);
  let from = 0;
  while (from < clauses.length && plain(clauses[from]!, 'P')) from += 1;
  let to = clauses.length;
  while (to > from && plain(clauses[to - 1]!, 'X')) to -= 1;
  // A body holds something: a text of paragraphs only has them there.
  if (from === clauses.length) from = 0;
  if (to === from) to = clauses.length;
  return { preamble: clauses.slice(0, from), body: clauses.slice(from, to), attachments: clauses.slice(to) };
}

const lines = (text: string): Element[] => text.split('\n').map((line) => element('p', {}, line === '' ? [] : [line]));

const preambleParagraph = ({ locator, body }: AknClause): Element =>
  element('container', { name: 'unnumbered', eId: `preamble__container_${numberOfLocator(locator)}` }, lines(body));

function prefaceOf({ title, history }: AknText): Element {
  return element('preface', {}, [
    element('p', {}, [element('docTitle', {}, [title])]),
    ...history.map(({ date, text }, index) =>
      element('p', {}, [
        element(date === null ? 'docStage' : 'docDate', { date: date ?? undefined, refersTo: `#event_${index + 1}` }, [
          text,
        ]),
      ]),
    ),
  ]);
}

/**
 * Levels of FRBR: the work by the day it was published, the expression by the day it takes effect.
 * @param prefix before the ids of an attachment, so that each stands once in a file
 */
function metaOf(text: AknText, part: string, prefix: string): Element {
  const { code, title, kind, maker, publishedOn, effectiveOn, endOn, endType } = text;
  // What happened to the law is told once, with the main part.
  const history = prefix === '' ? text.history : [];
  const born = publishedOn ?? effectiveOn;
  const work = `/akn/cn/act/${born}/${code}`;
  const expression = `${work}/zho@${effectiveOn}`;
  const level = (name: string, uri: string, date: readonly [string, string], more: readonly Element[]): Element =>
    element(`FRBR${name}`, {}, [
      element('FRBRthis', { value: `${uri}/${part}` }),
      element('FRBRuri', { value: uri }),
      element('FRBRdate', { date: date[0], name: date[1] }),
      element('FRBRauthor', { href: `#${prefix}maker` }),
      ...more,
    ]);
  const event = (id: string, date: string, type: string) =>
    element('eventRef', { eId: `${prefix}${id}`, date, type, source: `#${prefix}source` });
  return element('meta', {}, [
    element('identification', { source: `#${prefix}fadu` }, [
      level(
        'Work',
        work,
        [born, publishedOn === null ? 'effective' : 'publication'],
        [
          element('FRBRcountry', { value: 'cn' }),
          element('FRBRsubtype', { value: kind }),
          element('FRBRnumber', { value: code }),
          element('FRBRname', { value: title }),
        ],
      ),
      level('Expression', expression, [effectiveOn, 'effective'], [element('FRBRlanguage', { language: 'zho' })]),
      level(
        'Manifestation',
        `${expression}.xml`,
        [effectiveOn, 'effective'],
        [element('FRBRformat', { value: 'application/akn+xml' })],
      ),
    ]),
    element('lifecycle', { source: `#${prefix}fadu` }, [
      event('eref_1', born, 'generation'),
      ...(endOn === null ? [] : [event('eref_2', endOn, endType ?? 'repeal')]),
    ]),
    element('references', { source: `#${prefix}fadu` }, [
      element('original', { eId: `${prefix}source`, href: work, showAs: title }),
      element('TLCOrganization', {
        eId: `${prefix}maker`,
        href: '/akn/ontology/organization/cn/maker',
        showAs: maker ?? '',
      }),
      element('TLCOrganization', { eId: `${prefix}fadu`, href: '/akn/ontology/organization/cn/fadu', showAs: '法度' }),
      ...history.map(({ event: name }, index) =>
        element('TLCEvent', { eId: `event_${index + 1}`, href: `/akn/ontology/event/cn/${index + 1}`, showAs: name }),
      ),
    ]),
  ]);
}

interface Open {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly heading: string;
  readonly children: Element[];
}

/** Divisions in the order of the text with the clauses in them; an empty division stays where it stands. */
function bodyOf(divisions: AknText['divisions'], clauses: readonly AknClause[]): Element[] {
  const ids = new Set<string>();
  const root: Element[] = [];
  const open: Open[] = [];
  let next = 0;
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const { name, id, heading, children } = open.pop()!;
      const [num = '', ...rest] = heading.split('　');
      const title = rest.join('　');
      (open.at(-1)?.children ?? root).push(
        element(name, { eId: id }, [
          num === '' ? undefined : element('num', {}, [num]),
          rest.length === 0 ? undefined : element('heading', { eId: `${id}__heading` }, [title]),
          ...children,
        ]),
      );
    }
  };
  const enter = ({ path, heading }: AknText['divisions'][number]): void => {
    const steps = path.split('.');
    closeTo(steps.length - 1);
    const step = steps.at(-1)!;
    const name = DIVISIONS[step[0]!]!;
    const above = open.at(-1)?.id;
    const id = unique(ids, `${above === undefined ? '' : `${above}__`}${wordOf(name)}_${Number(step.slice(1))}`);
    open.push({ path, id, name, heading, children: [] });
  };
  for (const clause of clauses) {
    while ((open.at(-1)?.path ?? '') !== clause.outline && next < divisions.length) enter(divisions[next++]!);
    (open.at(-1)?.children ?? root).push(clauseElement(clause, ids));
  }
  while (next < divisions.length) enter(divisions[next++]!);
  closeTo(0);
  return root;
}

function unique(ids: Set<string>, id: string): string {
  let name = id;
  for (let copy = 1; ids.has(name); copy += 1) name = `${id}-copy${copy}`;
  ids.add(name);
  return name;
}

/** 条 is an article, 一、 of a text without articles a clause; what has no number a container named for what it is. */
function clauseElement(clause: AknClause, ids: Set<string>): Element {
  const { locator, label } = clause;
  const number = numberOfLocator(locator);
  const num = label === '' ? [] : [element('num', {}, [label])];
  if (locator.startsWith('T')) {
    const name = label === '' || label.startsWith('第') ? 'article' : 'clause';
    const id = unique(ids, `${wordOf(name)}_${number}`);
    return element(name, { eId: id }, [...num, ...unitsOf(clause, id, ids)]);
  }
  const name = locator.startsWith('P') ? 'unnumbered' : 'annex';
  const id = unique(ids, `hcontainer_${name}_${number}`);
  return element('hcontainer', { name, eId: id }, [...num, ...unitsOf(clause, id, ids)]);
}

function attachmentOf(text: AknText, clause: AknClause): Element {
  const id = `att_${numberOfLocator(clause.locator)}`;
  const ids = new Set<string>();
  const content = `${id}__hcontainer_1`;
  return element('attachment', { eId: id }, [
    element('doc', { name: 'annex' }, [
      metaOf(text, `!${id}`, `${id}__`),
      element('mainBody', {}, [
        element('hcontainer', { name: 'annex', eId: content }, [
          ...(clause.label === '' ? [] : [element('num', {}, [clause.label])]),
          ...unitsOf(clause, content, ids),
        ]),
      ]),
    ]),
  ]);
}

interface Unit {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly children: Unit[];
}

/** Units inside one another by their places; of two with the same place the shorter code is the outer one. */
function nested(inner: AknClause['inner']): Unit[] {
  const root: Unit[] = [];
  const open: Unit[] = [];
  const sorted = [...inner].sort((a, b) => a[1] - b[1] || b[2] - a[2] || a[0].length - b[0].length);
  for (const [code, from, to] of sorted) {
    while (
      open.length > 0 &&
      !(open.at(-1)!.from <= from && to <= open.at(-1)!.to && code.startsWith(`${open.at(-1)!.code}/`))
    )
      open.pop();
    const unit: Unit = { code, from, to, children: [] };
    (open.at(-1)?.children ?? root).push(unit);
    open.push(unit);
  }
  return root;
}

const LABEL = /^(?:[（(][^）)\n]{1,6}[）)]|\d{1,3}[.．、])/;

/** Content of an article: its words, or what stands before, between and after its units. */
function unitsOf({ body, inner }: AknClause, id: string, ids: Set<string>): Element[] {
  const inside = (units: readonly Unit[], from: number, to: number, above: string): Element[] => {
    if (units.length === 0) return [element('content', { eId: `${above}__content` }, lines(body.slice(from, to)))];
    const found: Element[] = [];
    let at = from;
    let texts = 0;
    // Units stand on lines of their own (clauses.ts): what is between them begins and ends with a line break.
    const between = (start: number, end: number): Element[] => lines(body.slice(start + 1, end));
    for (const unit of units) {
      const gap = body.slice(at, unit.from);
      if (at === from) {
        if (gap !== '') found.push(element('intro', { eId: `${above}__intro` }, lines(gap.slice(0, -1))));
      } else if (gap.length > 1) {
        texts += 1;
        const name = unique(ids, `${above}__hcontainer_${texts}`);
        found.push(
          element('hcontainer', { name: 'text', eId: name }, [
            element('content', { eId: `${name}__content` }, between(at, unit.from - 1)),
          ]),
        );
      }
      found.push(unitElement(unit, above));
      at = unit.to;
    }
    if (at < to) found.push(element('wrapUp', { eId: `${above}__wrapup` }, between(at, to)));
    return found;
  };
  const unitElement = ({ code, from, to, children }: Unit, above: string): Element => {
    const step = code.split('/').at(-1)!;
    const name = UNITS[step[0]!]!;
    const own = unique(ids, `${above}__${wordOf(name)}_${Number(step.slice(1))}`);
    const label = name === 'paragraph' ? undefined : LABEL.exec(body.slice(from, to))?.[0];
    return element(name, { eId: own }, [
      label === undefined ? undefined : element('num', {}, [label]),
      ...inside(children, from + (label?.length ?? 0), to, own),
    ]);
  };
  return inside(nested(inner), 0, body.length, id);
}
