import { addressCode, addresses, type LawDocument, type LawNode } from '@fadu/lawtext';

/** One row of law_clause: an article, a point, a paragraph of the preamble, or an annex. */
export interface ClauseRow {
  readonly locator: string;
  readonly label: string;
  /** Where it stands: `B02.C03.S01`; names follow in `headings`. */
  readonly outline: string;
  readonly body: string;
  /** Units inside: locator below the article, start and end in `body`, half open. */
  readonly inner: readonly (readonly [string, number, number])[];
  /** In the source, half open, code units. */
  readonly from: number;
  readonly to: number;
}

const DIVISIONS: Readonly<Record<string, string>> = {
  part: 'B',
  subpart: 'F',
  chapter: 'C',
  section: 'S',
  division: 'V',
  subdivision: 'U',
};

/** `C03` of a chapter; undefined for what is no division. */
function outlineStep(node: LawNode): string | undefined {
  const letter = DIVISIONS[node.kind];
  if (letter === undefined) return undefined;
  const number = Number.parseInt(node.number ?? '', 10);
  return `${letter}${String(Number.isNaN(number) ? 0 : number).padStart(2, '0')}`;
}

/** Everything one can point at in a text, in order: the order of locators is the order of the text (sheet 4f-2). */
export function clausesOf(law: LawDocument): ClauseRow[] {
  const rows: ClauseRow[] = [];
  const codes = addresses(law);
  const used = new Set<string>();
  let preamble = 0;
  let annex = 0;
  const unique = (locator: string): string => {
    // A text with two articles of one number (a reset, a misprint) keeps both; the second is told apart by a letter.
    let name = locator;
    for (let copy = 1; used.has(name); copy += 1) name = `${locator}~${copy}`;
    used.add(name);
    return name;
  };
  const visit = (nodes: readonly LawNode[], outline: readonly string[]): void => {
    for (const node of nodes) {
      const step = outlineStep(node);
      if (step !== undefined || node.kind === 'preamble') {
        visit(node.children, step === undefined ? outline : [...outline, step]);
      } else if (node.kind === 'article' || node.kind === 'point') {
        const address = codes.get(node);
        if (address) rows.push(rowOf(law, node, unique(addressCode(address)), outline, codes));
      } else if (node.kind === 'unnumbered') {
        preamble += 1;
        rows.push(rowOf(law, node, unique(`P${String(preamble).padStart(2, '0')}`), outline, codes));
      } else if (node.kind === 'annex') {
        annex += 1;
        rows.push(rowOf(law, node, unique(`X${String(annex).padStart(2, '0')}`), outline, codes));
      }
    }
  };
  visit(law.tree, []);
  return rows;
}

function rowOf(
  law: LawDocument,
  node: LawNode,
  locator: string,
  outline: readonly string[],
  codes: ReturnType<typeof addresses>,
): ClauseRow {
  const parts: string[] = [];
  const inner: [string, number, number][] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const write = (one: LawNode): void => {
    const begin = length;
    if (one !== node && one.label) add(law.source.slice(one.label.start, one.label.end));
    for (const span of one.text) add(law.source.slice(span.start, span.end));
    one.children.forEach((child, index) => {
      if (index > 0 || length > begin) add('\n');
      write(child);
    });
    const address = codes.get(one);
    if (address && one !== node) inner.push([addressCode(address).slice(9), begin, length]);
  };
  write(node);
  return {
    locator,
    label: node.label ? law.source.slice(node.label.start, node.label.end).trim() : '',
    outline: outline.join('.'),
    body: parts.join(''),
    inner: inner.sort((a, b) => a[1] - b[1] || b[2] - a[2]),
    from: node.start,
    to: node.end,
  };
}

/** The divisions of a text with their printed headings, for the outline on screen. */
export interface Division {
  readonly path: string;
  readonly heading: string;
}

export function divisionsOf(law: LawDocument): Division[] {
  const found: Division[] = [];
  const visit = (nodes: readonly LawNode[], outline: readonly string[]): void => {
    for (const node of nodes) {
      const step = outlineStep(node);
      if (step === undefined) {
        // A text whose preamble has a heading (序言) holds its chapters behind it.
        if (node.kind === 'preamble') visit(node.children, outline);
        continue;
      }
      const path = [...outline, step];
      const words = [node.label, ...node.text].filter((span) => span !== null);
      found.push({
        path: path.join('.'),
        heading: words.map((span) => law.source.slice(span.start, span.end).trim()).join('　'),
      });
      visit(node.children, path);
    }
  };
  visit(law.tree, []);
  return found;
}

/**
 * Where the files of a text that is stored part by part stand in it: each is a division of its own, named by its file
 * (民法典/物权编.md), unless the text itself says 第二编. Else the first chapters of all parts would be one.
 */
export function partsOf(
  files: readonly { readonly path: string }[],
  documents: readonly LawDocument[],
): (Division | null)[] {
  return documents.map((document, index) => {
    if (documents.length === 1 || document.tree.some((node) => node.kind === 'part')) return null;
    const name = files[index]!.path.split('/')
      .at(-1)!
      .replace(/\.[a-z]+$/i, '');
    return { path: `B${String(index + 1).padStart(2, '0')}`, heading: name };
  });
}

/** The path of a division inside a part. */
export const inPart = (part: Division | null, path: string): string =>
  part === null ? path : path === '' ? part.path : `${part.path}.${path}`;
