import { CharacterOffsets } from '../text/characters.js';
import type { LawDocument } from '../tree/document.js';
import { type LawNode, ownText } from '../tree/node.js';

/** A node as `fadu law parse --json` prints it; offsets count Unicode characters of the file as it is. */
export interface PrintedNode {
  readonly kind: LawNode['kind'];
  readonly number: string | null;
  readonly label: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly PrintedNode[];
}

/** Fields of the gold structure format, with `tree` and `diagnostics` in addition. */
export function structureJson(law: LawDocument) {
  const offsets = new CharacterOffsets(law.source);
  const printNode = (node: LawNode): PrintedNode => ({
    kind: node.kind,
    number: node.number,
    label: node.label && law.source.slice(node.label.start, node.label.end),
    text: ownText(law.source, node),
    start: offsets.of(node.start),
    end: offsets.of(node.end),
    children: node.children.map(printNode),
  });
  return {
    file: law.fileName,
    title: law.title,
    subtitle: law.subtitle,
    kind: law.kind,
    file_date: law.file_date,
    promulgation_date: law.promulgation_date,
    effective_date: law.effective_date,
    effective_source: law.effective_source,
    effective_basis: law.effective_basis,
    history: law.history.map(({ date, event }) => ({ date, event })),
    revision_entries: law.revision_entries,
    unit: law.unit,
    counts: law.counts,
    units: law.units,
    extra: law.extra,
    tree: law.tree.map(printNode),
    diagnostics: law.diagnostics.map((entry) => ({
      ...entry,
      start: offsets.of(entry.start),
      end: offsets.of(entry.end),
    })),
  };
}
