import { chineseNumeral, fail, ok, type Result } from '@fadu/kernel';
import type { LawDocument } from '../tree/document.js';
import { type LawNode, walk } from '../tree/node.js';
import { type Address, addressText } from './address.js';

/** An address that names no place. `found` is the part that exists, with its node. */
export interface LocateError {
  readonly message: string;
  readonly found: Address | null;
  readonly node: LawNode | null;
}

const childrenOf = (node: LawNode, kind: LawNode['kind']): LawNode[] =>
  node.children.filter((child) => child.kind === kind);

/** The node at an address, or which part exists and where it stops. */
export function locate(law: LawDocument, address: Address): Result<LawNode, LocateError> {
  let unit: LawNode | undefined;
  let last: LawNode | undefined;
  for (const node of walk(law.tree)) {
    if (node.kind !== 'article' && node.kind !== 'point') continue;
    last = node;
    if (node.number === address.article) {
      unit = node;
      break;
    }
  }
  if (!unit) {
    const end = last?.number ? `，最后一条是${addressText({ article: last.number })}` : '，本文没有条文';
    return fail({ message: `没有${addressText({ article: address.article })}${end}`, found: null, node: null });
  }
  let found: Address = { article: address.article };
  let node = unit;
  const stop = (message: string): Result<LawNode, LocateError> =>
    fail({ message: `${addressText(found)}${message}`, found, node });
  const paragraphs = childrenOf(unit, 'paragraph');
  if (address.paragraph !== undefined) {
    const paragraph = paragraphs[address.paragraph - 1];
    if (!paragraph)
      return stop(`只有${chineseNumeral(paragraphs.length)}款，没有第${chineseNumeral(address.paragraph)}款`);
    node = paragraph;
    found = { ...found, paragraph: address.paragraph };
  } else if (address.item !== undefined) {
    const lists = paragraphs.filter((paragraph) => childrenOf(paragraph, 'item').length > 0);
    if (lists.length > 1) return stop(`有${chineseNumeral(lists.length)}款分项，须写明第几款`);
    if (lists.length === 0) return stop('没有分项');
    node = lists[0]!;
  }
  if (address.item === undefined) return ok(node);
  const items = childrenOf(node, 'item');
  const item = items[address.item - 1];
  if (!item)
    return stop(
      items.length === 0
        ? '没有分项'
        : `只有${chineseNumeral(items.length)}项，没有第（${chineseNumeral(address.item)}）项`,
    );
  node = item;
  found = { ...found, item: address.item };
  if (address.subitem === undefined) return ok(node);
  const subitems = childrenOf(node, 'subitem');
  const subitem = subitems[address.subitem - 1];
  return subitem
    ? ok(subitem)
    : stop(subitems.length === 0 ? '没有分目' : `只有${subitems.length}目，没有第${address.subitem}目`);
}
