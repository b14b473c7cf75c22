import { fieldsOf } from './condition.js';
import type { DocumentTemplate, Line } from './line.js';
import type { Matter } from './matter.js';
import { templateOf } from './service-return.js';
import { placesOf, wordsOf } from './template.js';

/**
 * What a person has to look at. A flag stays with the matter until somebody says on the record what was found; that the matter
 * lies under two laws stays known, so that each further step does not raise it again.
 */
export const flagOf = {
  ruleSets: (opened: string, inForce: string): string => `rule-set:${opened}/${inForce}`,
  step: (action: string): string => `step:${action}`,
  paper: (template: string): string => `paper:${template}`,
  /** By the field that links the other matter. */
  linked: (field: string): string => `linked:${field}`,
  voidedService: 'voided-service',
} as const;

const SETTLED = 'settled:';
export const isSettled = (matter: Matter, flag: string): boolean => matter.flags.includes(SETTLED + flag);
/** What is kept of a flag that was looked at. */
export const settledAs = (flag: string): string[] => (flag.startsWith('rule-set:') ? [SETTLED + flag] : []);
/** Those that nobody has looked at yet. */
export const openFlags = (flags: readonly string[]): string[] => flags.filter((flag) => !flag.startsWith(SETTLED));

/** A flag as a person reads it: what happened, what is to be done. */
export function flagWords(line: Line, flag: string): string {
  const [kind, about = ''] = flag.split(/:(.*)/);
  switch (kind) {
    case 'rule-set': {
      const names = about.split('/').map((code) => line.ruleSets.find((one) => one.code === code)?.name ?? code);
      return `本案跨新旧规定，须核对适用哪一版本（${names.join('、')}）。`;
    }
    case 'step':
      return `更正记录后，已办的“${line.actions[about]?.name ?? about}”须核对是否仍然成立。`;
    case 'paper':
      return `更正记录后，已制作的“${templateOf(line, about)?.name ?? about}”须核对；内容不符的，由负责人更正文书，重新送达。`;
    case 'linked':
      return `更正记录后，已转给“${line.fields[about]?.label ?? about}”的内容与本案不同，须在该案中更正。`;
    default:
      return '送达已确认无效，本案其后已有进展，须核对以后各步是否有效。';
  }
}

/** Names of what a paper prints or is worded by: fields, and `due:` with the code of a clock. */
function readBy(document: DocumentTemplate): Set<string> {
  const conditions = document.paragraphs.flatMap((part) =>
    typeof part === 'object' && 'when' in part && part.when ? fieldsOf(part.when) : [],
  );
  const lists = document.paragraphs.flatMap((part) =>
    typeof part === 'object' && 'table' in part ? [part.table] : [],
  );
  const names = [...wordsOf(document).flatMap(placesOf), ...conditions, ...lists];
  return new Set(names.map((name) => name.split('.')[0]!));
}

/** Links to matters that were told, by the steps taken, what has come out otherwise since. */
export function linksTouched(line: Line, taken: readonly string[], fields: readonly string[]): string[] {
  const links = taken.flatMap((code): string[] => {
    const { opens, tells } = line.actions[code] ?? {};
    const changed = (carry: Readonly<Record<string, string>> = {}): boolean =>
      Object.values(carry).some((source) => fields.includes(source.split('.')[0]!));
    return [
      ...(opens && changed(opens.carry) ? [opens.linkBack] : []),
      ...(tells && changed(tells.carry) ? [tells.link] : []),
    ];
  });
  return [...new Set(links)];
}

/** Papers whose words may be others since these fields and clocks came out otherwise. */
export function papersTouched(
  line: Line,
  papers: readonly { readonly template: string }[],
  fields: readonly string[],
  clocks: readonly string[],
): string[] {
  const changed = [...fields, ...clocks.map((code) => `due:${code}`)];
  return [...new Set(papers.map(({ template }) => template))].filter((template) => {
    const document = templateOf(line, template);
    if (!document) return false;
    const read = readBy(document);
    return changed.some((name) => read.has(name));
  });
}
