import { fail, ok, type Result } from '@fadu/kernel';
import { readLawFile, type TitleIndex } from '@fadu/lawtext';
import { DEPENDENT_COLUMNS, type LawDependentRow, MOST_DEPENDENTS } from '@fadu/wire';
import { readTable } from '../bulk/read.js';
import { FAULT } from '../bulk/template.js';
import { namedLaws } from './citing.js';

/** What a document is registered as: a table says it for each row itself. */
export interface ReadAs {
  readonly kind: string;
  readonly post: string;
}

/** Rows of the registration table, or a document with the paragraphs of it that name a law. */
export async function readDependents(
  bytes: Uint8Array,
  name: string,
  as: ReadAs,
  titles: TitleIndex,
): Promise<Result<LawDependentRow[], string>> {
  if (/\.xlsx$/i.test(name)) return readRows(bytes);
  const read = await readLawFile(bytes, name.split('/').at(-1)!);
  if (!read.ok) return fail(read.error.message);
  return ok([documentRow(read.value.text, name, as, titles)]);
}

async function readRows(bytes: Uint8Array): Promise<Result<LawDependentRow[], string>> {
  const table = await readTable(bytes, DEPENDENT_COLUMNS, FAULT, MOST_DEPENDENTS);
  if (!table.ok) return fail(table.error.message);
  return ok(
    table.value.map(({ row, texts }) => {
      const [kind = '', name = '', number = '', post = '', text = ''] = texts;
      return { row, kind, name, number, post, text };
    }),
  );
}

/** 白样发〔2024〕3号, alone in its line. */
const NUMBER = /^[^\s〔〕]{1,20}〔\d{4}〕\d+号$/;

/**
 * The title is the first line, unless it is the number of the document; kept are the paragraphs in which a law is named.
 * A document whose first line is something else (a red head as text) is registered under that line: the name can be put
 * right before it is confirmed.
 */
function documentRow(text: string, file: string, { kind, post }: ReadAs, titles: TitleIndex): LawDependentRow {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^#+\s*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('<!--'));
  const number = lines.slice(0, 6).find((line) => NUMBER.test(line)) ?? '';
  const title = lines.find((line) => line !== number) ?? file.replace(/^.*\/|\.[^.]+$/g, '');
  const body = lines.slice(lines.indexOf(title) + 1);
  return {
    row: 1,
    kind,
    name: title.slice(0, 200),
    number,
    post,
    text: body.filter((line) => namedLaws(line, titles).length > 0).join('\n'),
  };
}
