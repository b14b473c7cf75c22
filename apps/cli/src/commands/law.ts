import { basename } from 'node:path';
import {
  alignLaws,
  alignmentJson,
  citationRows,
  citeLaw,
  type LawDocument,
  parseLaw,
  readLawFile,
  structureJson,
} from '@fadu/lawtext';
import {
  CommandError,
  DONE,
  files,
  options,
  print,
  printJson,
  printJsonRows,
  REFUSED,
  readBytes,
  WRONG_USAGE,
  warn,
} from './io.js';

/** Structure, citations and alignment of legal texts, read from files; needs no database. */
export async function law(args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'parse') return parse(rest);
  if (action === 'cite') return cite(rest);
  if (action === 'align') return align(rest);
  // The base needs the platform; texts alone do not.
  if (action === 'import' || action === 'search' || action === 'show' || action === 'impact') {
    const base = await import('./law-base.js');
    return (action === 'import' ? base.importFolder : base[action])(rest);
  }
  throw new CommandError(
    WRONG_USAGE,
    action === undefined
      ? '须说明做什么：parse、cite、align、import、search、show 或 impact。'
      : `没有 law ${action}。`,
  );
}

async function read(path: string): Promise<LawDocument> {
  const found = await readLawFile(readBytes(path), basename(path));
  if (!found.ok) throw new CommandError(REFUSED, found.error.message, found.error.code);
  return parseLaw(found.value.text, { fileName: basename(path) });
}

async function parse(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const document = await read(files(positionals, ['FILE'])[0]!);
  const printed = structureJson(document);
  if (values.json) {
    printJson(printed);
    return DONE;
  }
  print(
    `${printed.title}　${printed.promulgation_date ?? '公布日不明'}公布，${printed.effective_date ?? '施行日不明'}施行`,
  );
  print(
    Object.entries(printed.counts)
      .filter(([, count]) => typeof count === 'number' && count > 0)
      .map(([name, count]) => `${name} ${count}`)
      .join('，'),
  );
  for (const one of printed.diagnostics) warn(JSON.stringify(one));
  return DONE;
}

async function cite(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const document = await read(files(positionals, ['FILE'])[0]!);
  const rows = citationRows(document.source, citeLaw(document));
  if (values.json) await printJsonRows(rows);
  else for (const one of rows) print(`${one.start}\t${one.text}\t${one.target_title}\t${JSON.stringify(one.targets)}`);
  return DONE;
}

async function align(args: readonly string[]): Promise<number> {
  const { values, positionals } = options(args, { json: { type: 'boolean' } });
  const [before, after] = files(positionals, ['OLD', 'NEW']);
  const [older, newer] = [await read(before!), await read(after!)];
  const rows = alignmentJson(older, newer, alignLaws(older, newer));
  if (values.json) printJson(rows);
  else for (const row of rows) print(`${row.old ?? '—'}\t${JSON.stringify(row.new)}\t${row.change}`);
  return DONE;
}
