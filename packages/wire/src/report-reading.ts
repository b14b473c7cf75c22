/** A piece of a paragraph; with a code it is what a figure says. */
export interface ReportPiece {
  readonly text: string;
  readonly code: string | null;
}

/**
 * A paragraph cut at what its figures say, so that each can lead to its definition. A longer statement goes before a
 * shorter one that is its beginning; what stands twice is linked each time.
 */
export function reportPieces(
  paragraph: string,
  figures: readonly { readonly code: string; readonly written: string }[],
): ReportPiece[] {
  const known = figures.filter(({ written }) => written !== '').toSorted((a, b) => b.written.length - a.written.length);
  const pieces: ReportPiece[] = [];
  let plain = '';
  for (let at = 0; at < paragraph.length; ) {
    const found = known.find(({ written }) => paragraph.startsWith(written, at));
    if (found === undefined) {
      plain += paragraph.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, code: null });
    plain = '';
    pieces.push({ text: found.written, code: found.code });
    at += found.written.length;
  }
  if (plain !== '') pieces.push({ text: plain, code: null });
  return pieces;
}
