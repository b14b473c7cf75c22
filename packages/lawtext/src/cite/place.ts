import type { LawDocument } from '../tree/document.js';
import type { LawNode } from '../tree/node.js';

/** Where in the tree a text stands: the units around it, innermost last. */
export interface Place {
  readonly divisions: readonly LawNode[];
  readonly unit: LawNode | undefined;
  readonly paragraph: LawNode | undefined;
  readonly item: LawNode | undefined;
  readonly subitem: LawNode | undefined;
}

/** Articles (or points) of a text by number and in order, for 前条 and for telling own articles from others'. */
export class UnitOrder {
  readonly list: LawNode[] = [];
  readonly #at = new Map<LawNode, number>();
  readonly byNumber = new Map<string, LawNode>();

  constructor(law: LawDocument) {
    const enter = (nodes: readonly LawNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'article' || node.kind === 'point') {
          this.#at.set(node, this.list.length);
          this.list.push(node);
          if (!this.byNumber.has(node.number!)) this.byNumber.set(node.number!, node);
        } else if (node.kind !== 'annex' && node.kind !== 'matter' && node.kind !== 'unnumbered') enter(node.children);
      }
    };
    enter(law.tree);
  }

  /** The `count` units before one, in order; fewer at the beginning of the text. */
  before(unit: LawNode, count: number): LawNode[] {
    const at = this.#at.get(unit) ?? 0;
    return this.list.slice(Math.max(0, at - count), at);
  }
}

export const paragraphsOf = (unit: LawNode): LawNode[] => unit.children.filter((node) => node.kind === 'paragraph');

export const itemsOf = (paragraph: LawNode | undefined): LawNode[] =>
  paragraph?.children.filter((node) => node.kind === 'item') ?? [];

const DIVISION_UNIT: Readonly<Record<string, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' };

/** The 编 of a code whose parts are texts of their own (民法典: 合同编), undefined for any other text. */
export function partOfCode(law: LawDocument): string | undefined {
  if (!law.title.endsWith('民法典') || !law.subtitle) return undefined;
  const name = law.subtitle.replace(/编$/, '');
  const at = CIVIL_CODE.indexOf(name);
  return at < 0 ? undefined : `编${at + 1}`;
}

const CIVIL_CODE = ['总则', '物权', '合同', '人格权', '婚姻家庭', '继承', '侵权责任'];

/** `编2章13`: the divisions around a place down to the one named, or undefined when there is none of its kind. */
export function divisionPath(place: Place, unit: '编' | '分编' | '章' | '节'): string | undefined {
  let path = '';
  for (const node of place.divisions) {
    const name = DIVISION_UNIT[node.kind];
    if (name === undefined || node.number === null) continue;
    path += name + node.number;
    if (name === unit) return path;
  }
  return undefined;
}
