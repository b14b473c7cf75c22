import type { Counts, UnitRow } from '../tree/document.js';
import type { LawNode } from '../tree/node.js';

/** Counts of the text as it should be read, with one row for each article or point. Annexes are counted, not entered. */
export function countTree(tree: readonly LawNode[]): { counts: Counts; units: UnitRow[] } {
  const counts: Counts = {
    parts: 0,
    subparts: 0,
    chapters: 0,
    sections: 0,
    articles: 0,
    points: 0,
    paragraphs: 0,
    items: 0,
    subitems: 0,
    annexes: 0,
    unnumbered_paragraphs: 0,
  };
  const units: UnitRow[] = [];
  const enter = (nodes: readonly LawNode[]): void => {
    for (const node of nodes) {
      switch (node.kind) {
        case 'part':
          counts.parts++;
          break;
        case 'subpart':
          counts.subparts++;
          break;
        case 'chapter':
          counts.chapters++;
          break;
        case 'section':
          counts.sections++;
          break;
        case 'annex':
          counts.annexes++;
          continue;
        case 'unnumbered':
          counts.unnumbered_paragraphs++;
          continue;
        case 'article':
        case 'point': {
          const row = unitRow(node);
          units.push(row);
          counts[node.kind === 'article' ? 'articles' : 'points']++;
          counts.paragraphs += row[1];
          counts.items += row[2];
          counts.subitems += row[3];
          continue;
        }
        default:
      }
      enter(node.children);
    }
  };
  enter(tree);
  return { counts, units };
}

function unitRow(unit: LawNode): UnitRow {
  let paragraphs = 0;
  let items = 0;
  let subitems = 0;
  for (const paragraph of unit.children) {
    if (paragraph.kind !== 'paragraph') continue;
    paragraphs++;
    for (const item of paragraph.children) {
      if (item.kind !== 'item') continue;
      items++;
      for (const child of item.children) if (child.kind === 'subitem') subitems++;
    }
  }
  return [unit.number!, paragraphs, items, subitems];
}
