import { type LawNode, newNode } from '../tree/node.js';
import { type ListStyle, markAt } from './mark.js';

/** A paragraph put together from lines outside any unit, and the lines it was made of. */
export interface Gathered {
  readonly paragraph: LawNode;
  readonly lines: LawNode[];
}

/**
 * Lines that were read before the article they belong to was known: marked ones become items of the paragraph before
 * them, marks of a second style subitems. A list whose lead is lost gets a paragraph without text of its own.
 */
export function gatherLists(source: string, lines: readonly LawNode[]): Gathered[] {
  const found: Gathered[] = [];
  let style: ListStyle | undefined;
  for (const line of lines) {
    const first = line.text[0];
    const mark = first && markAt(source, first.start, first.end);
    const open = found.at(-1);
    if (!first || mark?.kind !== 'list' || (!open && mark.value !== 1)) {
      found.push({ paragraph: { ...line, kind: 'paragraph', children: [...line.children] }, lines: [line] });
      style = undefined;
      continue;
    }
    const { paragraph, lines: members } = open ?? {
      paragraph: newNode('paragraph', null, null, line.start),
      lines: [],
    };
    if (!open) found.push({ paragraph, lines: members });
    const item = paragraph.children.at(-1);
    const below = item && mark.style !== style ? item : paragraph;
    if (below === paragraph) style = mark.style;
    const label = { start: first.start, end: mark.labelEnd };
    const node = newNode(below === paragraph ? 'item' : 'subitem', String(mark.value), label, first.start);
    if (mark.end < first.end) node.text.push({ start: mark.end, end: first.end });
    node.text.push(...line.text.slice(1));
    node.end = line.end;
    below.children.push(node);
    paragraph.end = line.end;
    members.push(line);
  }
  return found;
}
