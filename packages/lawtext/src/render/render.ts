import { chineseNumeral } from '@fadu/kernel';
import { isFormula } from '../parse/plain.js';
import { articleParts } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import type { LawNode, Span } from '../tree/node.js';

/**
 * The source put together again from the spans of the tree and what lies between them. Throws when two nodes claim the
 * same character or when anything but blanks, `#`, comments and head lines lies between: nothing may be lost or doubled.
 */
export function renderSource(law: LawDocument): string {
  const spans: Span[] = [];
  const collect = (node: LawNode): void => {
    if (node.label) spans.push(node.label);
    for (const span of node.text) spans.push(span);
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
  /^[\s\u2000-\u200d\u2060\ufeff\ue000-\uf8ff#*]*$/.test(gap.replace(/<!--[\s\S]*?(-->|$)/g, ''));

const DIVISION: Readonly<Record<string, readonly [level: string, unit: string]>> = {
  part: ['##', '编'],
  subpart: ['##', '分编'],
  chapter: ['##', '章'],
  section: ['###', '节'],
};

/** Own text of a node, broken lines joined; a formula stays on a line of its own. */
function readText(source: string, node: LawNode): string {
  const parts = node.text.map(({ start, end }) => source.slice(start, end));
  return parts.reduce((text, part, index) => {
    const apart = index > 0 && (isFormula(part) || isFormula(parts[index - 1]!));
    return text + (apart ? '\n\n' : '') + part;
  }, '');
}

/** A lost mark in the style of the marks beside it, else （三） for items and 3. for subitems. */
function markLike(source: string, siblings: readonly LawNode[], node: LawNode): string {
  const like = siblings.find(({ label }) => label !== null)?.label;
  const style = like ? source.slice(like.start, like.end) : node.kind === 'item' ? '（一）' : '1.';
  const digits = /[\d０-９\u2460-\u249b]/.test(style);
  const number = digits ? node.number! : chineseNumeral(Number(node.number));
  if (/[（(]/.test(style)) return `（${number}）`;
  return digits ? `${number}.` : `${number}、`;
}

/** The text as it should be read, in the form of the corpus: labels and marks restored, broken lines joined. */
export function renderLaw(law: LawDocument): string {
  const lines: string[] = [`# ${law.title}`];
  if (law.subtitle) lines.push(`# ${law.subtitle}`);
  for (const { span } of law.history) {
    const note = law.source.slice(span.start, span.end).replace(/\s*\n\s*/g, '');
    if (lines.at(-1) !== note) lines.push(note);
  }
  lines.push('<!-- INFO END -->');
  const contents = law.diagnostics.some(({ code }) => code === 'contents.skipped') ? law.tree[0] : undefined;
  const foot = law.diagnostics.some(({ code }) => code === 'page.skipped') ? law.tree.at(-1) : undefined;
  for (const node of law.tree) {
    if (node === foot) continue;
    if (node === contents) for (const { start, end } of node.text) lines.push(`## ${law.source.slice(start, end)}`);
    else writeNode(law.source, node, '', law.tree, lines);
  }
  return `${lines.join('\n\n')}\n`;
}

/** Pushes the lines of a node. `lead` is the label of an article or point, which stands before its first 款. */
function writeNode(source: string, node: LawNode, lead: string, siblings: readonly LawNode[], lines: string[]): void {
  if (node.kind === 'annex' || (node.kind === 'matter' && node.text.length > 1)) {
    for (const { start, end } of node.text) lines.push(source.slice(start, end));
  } else if (node.kind !== 'article' && node.kind !== 'point') {
    const own = writtenLabel(source, node, lead, siblings) + readText(source, node);
    if (own.trim() !== '') lines.push(own);
  }
  const below = unitLabel(node);
  node.children.forEach((child, index) => {
    writeNode(source, child, index === 0 ? below : '', node.children, lines);
  });
  if (node.children.length === 0 && below) lines.push(below.trim());
}

/** What stands before the own text of a node on its line. */
function writtenLabel(source: string, node: LawNode, lead: string, siblings: readonly LawNode[]): string {
  const printed = node.label ? source.slice(node.label.start, node.label.end) : '';
  const division = DIVISION[node.kind];
  if (division) return `${division[0]} ${node.number ? `第${chineseNumeral(Number(node.number))}${division[1]} ` : ''}`;
  if (node.kind === 'division' || node.kind === 'preamble') return `## ${printed}`;
  if (node.kind === 'item' || node.kind === 'subitem') return lead || printed || markLike(source, siblings, node);
  return lead + printed;
}

/** 第十二条之一, 三、; empty for nodes of another kind. */
function unitLabel(node: LawNode): string {
  if (node.kind === 'point') return `${chineseNumeral(Number(node.number))}、`;
  if (node.kind !== 'article') return '';
  const [value, sub] = articleParts(node.number!);
  return `第${chineseNumeral(value)}条${sub ? `之${chineseNumeral(sub)}` : ''} `;
}
