import type { LawDocument } from '../tree/document.js';
import { type LawNode, walk } from '../tree/node.js';
import type { Address } from './address.js';

/** Every article, paragraph, item and subitem with its address, in the order of the text. Units are counted, not read off
 * their marks, so that an item with a lost or doubled mark still has one address. */
export function addresses(law: LawDocument): Map<LawNode, Address> {
  const made = new Map<LawNode, Address>();
  for (const unit of walk(law.tree)) {
    if ((unit.kind !== 'article' && unit.kind !== 'point') || unit.number === null) continue;
    const article = unit.number;
    made.set(unit, { article });
    children(unit, 'paragraph').forEach((paragraphNode, p) => {
      const paragraph = p + 1;
      made.set(paragraphNode, { article, paragraph });
      children(paragraphNode, 'item').forEach((itemNode, i) => {
        const item = i + 1;
        made.set(itemNode, { article, paragraph, item });
        children(itemNode, 'subitem').forEach((node, s) => {
          made.set(node, { article, paragraph, item, subitem: s + 1 });
        });
      });
    });
  }
  return made;
}

const children = (node: LawNode, kind: LawNode['kind']): LawNode[] =>
  node.children.filter((child) => child.kind === kind);
