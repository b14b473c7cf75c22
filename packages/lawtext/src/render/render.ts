import { chineseNumeral } from '@fadu/kernel';
import { articleParts } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { type LawNode, ownText, type Span } from '../tree/node.js';

/**
 * The source put together again from the spans of the tree and what lies between them. Throws when two nodes claim the
 * same character or when anything but blanks, `#`, comments and head lines lies between: nothing may be lost or doubled.
 */
export function renderSource(law: LawDocument): string {
  const spans: Span[] = [];
  const collect = (node: LawNode): void => {
    if (node.label) spans.push(node.label);
    spans.push(...node.text);
    for (const child of node.children) collect(child);
  };
  for (const node of law.tree) collect(node);
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  spans.forEach((span, index) => {
    if (span.start < at) throw new Error(`two nodes claim offset ${span.start}`);
    const gap = law.source.slice(at, span.start);
    if (index > 0 && !isMarkup(gap)) throw new Error(`characters in no node at offset ${at}: ${gap.slice(0, 20)}`);
    text += gap + law.source.slice(span.start, span.end);
    at = span.end;
  });
  const rest = law.source.slice(at);
  if (spans.length > 0 && !isMarkup(rest))
    throw new Error(`characters in no node at offset ${at}: ${rest.slice(0, 20)}`);
  return text + rest;
}

const isMarkup = (gap: string): boolean =>
  /^[\s\u2000-\u200d\ufeff\ue000-\uf8ff#]*$/.test(gap.replace(/<!--[\s\S]*?(-->|$)/g, ''));

const DIVISION: Readonly<Record<string, readonly [level: string, unit: string]>> = {
  part: ['##', '编'],
  subpart: ['##', '分编'],
  chapter: ['##', '章'],
  section: ['###', '节'],
};

/** The text as it should be read, in the form of the corpus: labels and marks restored, broken lines joined. */
export function renderLaw(law: LawDocument): string {
  const lines: string[] = [`# ${law.title}`];
  if (law.subtitle) lines.push(`# ${law.subtitle}`);
  for (const { span } of law.history) {
    const note = law.source.slice(span.start, span.end).replace(/\s*\n\s*/g, '');
    if (lines.at(-1) !== note) lines.push(note);
  }
  lines.push('<!-- INFO END -->');
  const write = (node: LawNode, lead: string): void => {
    const text = ownText(law.source, node);
    const number = node.number;
    const written = node.label && law.source.slice(node.label.start, node.label.end);
    const division = DIVISION[node.kind];
    let own = lead + text;
    let below = '';
    if (division) own = `${division[0]} ${number ? `第${chineseNumeral(Number(number))}${division[1]} ` : ''}${text}`;
    else if (node.kind === 'division' || node.kind === 'preamble') own = `## ${written ?? ''}${text}`;
    else if (node.kind === 'subdivision') own = `${written}${text}`;
    else if (node.kind === 'article') {
      const [value, sub] = articleParts(number!);
      below = `第${chineseNumeral(value)}条${sub ? `之${chineseNumeral(sub)}` : ''} `;
    } else if (node.kind === 'point') below = `${chineseNumeral(Number(number))}、`;
    else if (node.kind === 'item') own = (lead || written || `（${chineseNumeral(Number(number))}）`) + text;
    else if (node.label) own = `${lead}${written}${text}`;
    if (node.kind === 'annex' || (node.kind === 'matter' && node.text.length > 1)) {
      node.text.forEach((span) => {
        lines.push(law.source.slice(span.start, span.end));
      });
    } else if (node.kind !== 'article' && node.kind !== 'point' && own.trim() !== '') lines.push(own);
    node.children.forEach((child, index) => {
      write(child, index === 0 ? below : '');
    });
    if (node.children.length === 0 && below) lines.push(below.trim());
  };
  for (const node of law.tree) write(node, '');
  return `${lines.join('\n\n')}\n`;
}
