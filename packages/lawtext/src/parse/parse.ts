import { splitLines } from '../text/lines.js';
import type { Diagnostic } from '../tree/diagnostic.js';
import { diagnostic } from '../tree/diagnostic.js';
import type { Extra, LawDocument, UnitKind } from '../tree/document.js';
import { closeSpans, type LawNode, newNode, type Span } from '../tree/node.js';
import { buildTree } from './build.js';
import { contentsLength } from './contents.js';
import { countTree } from './counts.js';
import { Cursor } from './cursor.js';
import { effectiveDate } from './effective.js';
import { fileDate, instrumentKind, readHeader, withoutMarker } from './header.js';
import { readHistory } from './history.js';
import { cutPieces, type Piece } from './pieces.js';
import { cutZeroWidth } from './zero-width.js';

export interface ParseOptions {
  /** Path or name of the file: its `(2018-11-01)` is the promulgation date when the header has none. */
  readonly fileName?: string;
}

/**
 * Reads a legal text into a typed tree. Never fails: what is damaged is put right where the neighbourhood allows it and
 * reported in `diagnostics`; the source is not changed, and every node knows its place in it.
 */
export function parseLaw(source: string, options: ParseOptions = {}): LawDocument {
  const fileName = options.fileName ?? null;
  const diagnostics: Diagnostic[] = [];
  const lines = withoutMarker(source, splitLines(source));
  const header = readHeader(source, lines);
  const behind = lines.slice(header.bodyTo);
  const all = cutPieces(
    source,
    behind.length > 0 ? lines.slice(0, header.bodyTo) : lines,
    header.bodyFrom,
    diagnostics,
  );
  const skipped = contentsLength(source, all, header.title.replace(/\s/g, ''));
  if (skipped > 0)
    diagnostics.push(diagnostic('contents.skipped', { start: all[0]!.start, end: all[skipped - 1]!.end }));
  const pieces = skipped > 0 ? all.slice(skipped) : all;
  const unit = unitKind(pieces);
  const extra: Extra = {};
  const tree = buildTree({
    source,
    pieces,
    facts: {
      unit,
      title: header.title.replace(/\s/g, '') + (header.subtitle ?? ''),
      decision: /修改|修正案|废止|决定/.test(header.title),
      chaptersPrinted: pieces.some(({ mark }) => mark?.kind === 'heading' && mark.level === 'chapter'),
      partsPrinted: pieces.some(
        ({ mark, level }) =>
          level > 0 && mark?.kind === 'heading' && (mark.level === 'part' || mark.level === 'subpart'),
      ),
    },
    cursor: new Cursor(source),
    report: diagnostics,
    extra,
  });
  if (skipped > 0) tree.unshift(matterOf(all.slice(0, skipped)));
  if (behind.length > 0) {
    const foot = matterOf(behind);
    tree.push(foot);
    diagnostics.push(diagnostic('page.skipped', foot));
  }
  cutZeroWidth(source, tree);
  closeSpans(tree);
  const { counts, units } = countTree(tree);
  if (pieces.length === 0) diagnostics.push(diagnostic('text.empty', { start: source.length, end: source.length }));

  const history = readHistory(source, header.notes);
  const file_date = fileDate(fileName);
  const promulgation_date =
    history.find(({ event }) => event === '公布' || event === '发布')?.date ?? history[0]?.date ?? file_date;
  const notes = header.notes.map(({ start, end }) => source.slice(start, end));
  return {
    source,
    fileName,
    title: header.title,
    subtitle: header.subtitle,
    kind: instrumentKind(header.title, fileName ?? ''),
    file_date,
    promulgation_date,
    ...effectiveDate(source, tree, history, notes, promulgation_date),
    history,
    revision_entries: history.filter(({ event }) => event === '修正' || event === '修订').length,
    unit,
    counts,
    units,
    extra,
    tree,
    diagnostics,
  };
}

/** Lines that count as no unit, in one node. */
function matterOf(lines: readonly Span[]): LawNode {
  const node = newNode('matter', null, null, lines[0]!.start);
  for (const { start, end } of lines) node.text.push({ start, end });
  node.end = lines.at(-1)!.end;
  return node;
}

/** Articles when any line is an article label; else points when lines are numbered 一、; else neither. */
function unitKind(pieces: readonly Piece[]): UnitKind {
  let points = false;
  for (const { mark, level } of pieces) {
    if (mark?.kind === 'article' && !mark.quoted && mark.spaced && level === 0) return 'article';
    if (mark?.kind === 'list' && mark.style === '一、') points = true;
  }
  return points ? 'point' : 'none';
}
