import { articleNumber } from '../text/numeral.js';
import { fullText, type LawNode, newNode } from '../tree/node.js';
import { gatherLists } from './loose-lists.js';
import { leansBack } from './plain.js';

export interface Gap {
  readonly source: string;
  readonly kind: 'article' | 'point';
  /** The article before the gap, whose later paragraphs may be articles without label. */
  readonly before: LawNode | undefined;
  /** Paragraphs outside any article since the last heading. */
  readonly loose: readonly LawNode[];
  readonly lost: number;
  readonly from: number;
  /** Children list into which the made units go. */
  readonly siblings: LawNode[];
}

/**
 * Gives a gap in the numbers its articles (or points) back.
 *
 * Assumes that the text of the lost articles is there. Of the paragraphs in the gap the required number are taken as
 * beginnings: never one that leans on the paragraph before it (前款…), first those that share the fewest words with what
 * precedes them, of equals the later. Loose paragraphs right after a heading always begin an article.
 * Fails when the text is lost too but the article before the gap has several 款.
 */
export function splitLostUnits(gap: Gap): LawNode[] {
  const { source, before, loose, lost } = gap;
  const own = before ? before.children.filter((node) => node.kind === 'paragraph') : [];
  const gathered = gatherLists(source, loose);
  const nodes = loose.length > 0 ? gathered.map(({ paragraph }) => paragraph) : own;
  const firstFree = loose.length > 0 ? 0 : 1;
  if (nodes.length - firstFree < lost || lost > 40) return [];
  const starts = chooseStarts(source, nodes, firstFree, lost);
  if (starts.length < lost) return [];
  const made: LawNode[] = [];
  starts.forEach((start, order) => {
    const members = nodes.slice(start, starts[order + 1] ?? nodes.length);
    const article = newNode(gap.kind, articleNumber(gap.from + order), null, members[0]!.start);
    article.children = members.map((node, place) => ({
      ...node,
      kind: 'paragraph' as const,
      number: String(place + 1),
    }));
    article.end = members.at(-1)!.end;
    made.push(article);
  });
  if (loose.length > 0) {
    const taken = new Set(gathered.slice(starts[0]!).flatMap(({ lines }) => lines));
    const at = gap.siblings.findIndex((node) => taken.has(node));
    const kept = gap.siblings.filter((node) => !taken.has(node));
    gap.siblings.length = 0;
    for (const node of kept) gap.siblings.push(node);
    gap.siblings.splice(at < 0 ? kept.length : at, 0, ...made);
  } else {
    const taken = new Set(nodes.slice(starts[0]!));
    before!.children = before!.children.filter((node) => !taken.has(node));
    gap.siblings.splice(gap.siblings.indexOf(before!) + 1, 0, ...made);
  }
  return made;
}

/** Indices of the nodes with which the lost articles begin, ascending. */
function chooseStarts(source: string, nodes: readonly LawNode[], firstFree: number, lost: number): number[] {
  const scored: { index: number; score: number }[] = [];
  for (let index = firstFree; index < nodes.length; index++) {
    const text = fullText(source, nodes[index]!);
    if (firstFree === 0 && index === 0) {
      scored.push({ index, score: -1 });
      continue;
    }
    const back = leansBack(text) ? 10 : /^本(法|条例|规定|办法|细则|规则)所称/.test(text) ? 1 : 0;
    const previous = fullText(source, nodes[index - 1]!);
    scored.push({ index, score: back + sharedPairs(text, previous) });
  }
  return scored
    .filter(({ score }) => score < 10)
    .sort((a, b) => a.score - b.score || b.index - a.index)
    .slice(0, lost)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** Share of the neighbouring character pairs of `text` that also occur in `other`, 0–1. */
function sharedPairs(text: string, other: string): number {
  const known = new Set<string>();
  for (let at = 0; at + 1 < other.length; at++) known.add(other.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at + 1 < text.length; at++) if (known.has(text.slice(at, at + 2))) shared++;
  return text.length < 2 ? 0 : shared / (text.length - 1);
}
