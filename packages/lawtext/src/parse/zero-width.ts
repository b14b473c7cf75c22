import { type LawNode, type Span, walk } from '../tree/node.js';

const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]+/;
const EVERY_ZERO_WIDTH = new RegExp(ZERO_WIDTH, 'g');

/**
 * Cuts the text of the nodes at characters without width, which pages put into words: read together, the parts are the
 * words without them, and every offset stays true. Annexes and what counts as no unit keep one span for each line.
 */
export function cutZeroWidth(source: string, tree: readonly LawNode[]): void {
  if (!ZERO_WIDTH.test(source)) return;
  for (const node of walk(tree)) {
    if (node.kind === 'annex' || node.kind === 'matter') continue;
    node.text = node.text.flatMap((span) => parts(source, span));
  }
}

function parts(source: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const { 0: gap, index } of source.slice(start, end).matchAll(EVERY_ZERO_WIDTH)) {
    if (start + index > from) found.push({ start: from, end: start + index });
    from = start + index + gap.length;
  }
  if (from < end) found.push({ start: from, end });
  return found;
}
