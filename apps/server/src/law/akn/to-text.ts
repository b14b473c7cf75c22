import type { Instrument } from '../instrument.js';
import type { AknText } from './text.js';

/** The words of a file as a plain text that the parser reads: title, heading notes, divisions and articles in their order. */
export function plainText({ title, history, divisions, clauses }: AknText): string {
  const lines = [`# ${title}`, ...history.map(({ text }) => text), '', '<!-- INFO END -->'];
  let next = 0;
  let outline = '';
  for (const clause of clauses) {
    while (outline !== clause.outline && next < divisions.length) {
      const { path, heading } = divisions[next++]!;
      outline = path;
      lines.push(heading);
    }
    lines.push(clause.label === '' ? clause.body : `${clause.label}　${clause.body}`);
  }
  for (const { heading } of divisions.slice(next)) lines.push(heading);
  return lines.join('\n');
}

/** What the file itself says of the law: its dates are not read from the words again. */
export const instrumentOfAkn = ({ title, kind, code, maker, effectiveOn, publishedOn }: AknText): Instrument => ({
  title,
  kind,
  region: /^[A-Z](\d{6})-/.exec(code)?.[1] ?? '000000',
  maker,
  effectiveOn,
  effectiveBasis: 'file',
  publishedOn,
});
