import { alignLaws, type Citation, citeLaw, type LawDocument, parseLaw, type TitleIndex } from '@fadu/lawtext';
import type pg from 'pg';
import { clausesOf, divisionsOf, inPart, partsOf } from './clauses.js';
import { textDigest } from './instrument.js';
import { lapseOf } from './lapse.js';
import { type Entry, type Refused, readDocument } from './reading.js';
import { repealsIn } from './repeal.js';
import { packWords } from './search/words.js';
import { type VersionText, versionTexts } from './version-text.js';

/** What a run has done so far. */
export interface Tally {
  stored: number;
  clauses: number;
  citations: number;
  readonly changed: number[];
  readonly refused: Refused[];
}

/** When a version ends, exclusive, and by what. */
interface End {
  readonly on: string | null;
  readonly kind: 'superseded' | 'lapsed' | null;
}

/** A version that the base holds; its text is read when it is needed. */
export interface Held {
  readonly id: number;
  readonly on: string;
  readonly source?: string;
}

/** A work with what the base holds of it. */
export interface KnownWork {
  readonly law: number;
  readonly code: string;
  /** Oldest first. */
  readonly held: readonly Held[];
}

/**
 * A connection whose answers nobody waits for one by one: statements run in the order they are sent, and the first that
 * fails makes the end fail.
 */
export class Sending {
  private readonly sent: Promise<unknown>[] = [];
  constructor(readonly client: pg.PoolClient) {}

  send(text: string, values: readonly unknown[]): void {
    const one = this.client.query(text, [...values]);
    one.catch(() => undefined);
    this.sent.push(one);
  }

  /** Waits for all. @throws what the first that failed threw */
  async end(): Promise<void> {
    await Promise.all(this.sent.splice(0));
  }
}

/** Stores the new versions of one work, in the transaction of the caller. */
export async function storeWork(
  to: Sending,
  folder: string,
  work: KnownWork,
  entries: readonly Entry[],
  titles: TitleIndex,
  tally: Tally,
): Promise<void> {
  const { law, code } = work;
  const held = [...work.held];
  const heldBefore = held.length > 0;
  let serial = heldBefore ? await lastSerial(to.client, law) : 0;
  const { versions, twins } = versionTexts(entries);
  for (const { entry, effectiveOn } of twins) refuseTwin(to, entry, effectiveOn, tally);
  for (const text of versions) {
    if (held.some((one) => one.on === text.effectiveOn)) {
      for (const entry of text.parts) refuseTwin(to, entry, text.effectiveOn, tally);
      continue;
    }
    const documents: LawDocument[] = [];
    for (const part of text.parts) {
      const read = await readDocument(folder, part.path);
      if (!read.ok) throw new Error(`${part.path} changed while it was imported: ${read.why}`);
      documents.push(read.law);
    }
    const before = held.filter((one) => one.on < text.effectiveOn).at(-1);
    const after = held.find((one) => one.on > text.effectiveOn);
    const lapse = lapseOf(documents, text.effectiveOn);
    // What ends first ends it.
    const end: End =
      lapse !== null && (after === undefined || lapse < after.on)
        ? { on: lapse, kind: 'lapsed' }
        : { on: after?.on ?? null, kind: after ? 'superseded' : null };
    const version = await insertVersion(to.client, law, text, documents, end);
    const source = documents.map((document) => document.source).join(PART);
    const identities = before ? await inherit(to, before, version, documents) : new Map<string, string>();
    const parts = partsOf(text.parts, documents);
    const rowsOfText = documents.flatMap((document, index) => {
      const shift = offsetOf(documents, index);
      return clausesOf(document).map((row) => ({
        ...row,
        outline: inPart(parts[index]!, row.outline),
        identity: identities.get(row.locator) ?? `${code}~${(++serial).toString(36)}`,
        from: row.from + shift,
        to: row.to + shift,
      }));
    });
    sendClauses(to, version, law, rowsOfText);
    for (const [index, document] of documents.entries()) {
      const citations = citeLaw(document, { titles });
      sendCitations(to, version, document, citations, offsetOf(documents, index), rowsOfText);
      tally.citations += citations.length;
    }
    if (before)
      to.send(
        "update law_version set end_on = $2, end_kind = 'superseded' where id = $1 and (end_on is null or end_kind <> 'lapsed' or end_on > $2)",
        [before.id, text.effectiveOn],
      );
    held.push({ id: version, on: text.effectiveOn, source });
    held.sort((a, b) => a.on.localeCompare(b.on));
    for (const part of text.parts) noteSource(to, part, 'stored', version, null);
    tally.stored += 1;
    tally.clauses += rowsOfText.length;
    if (heldBefore) {
      to.send('update law_version set change_alerts = true where id = $1', [version]);
      tally.changed.push(version);
    }
  }
}

/** Between the parts of one text in `source`. */
const PART = '\n\n';

const offsetOf = (documents: readonly LawDocument[], index: number): number =>
  documents.slice(0, index).reduce((sum, document) => sum + document.source.length + PART.length, 0);

function refuseTwin(to: Sending, entry: Entry, effectiveOn: string, tally: Tally): void {
  const why = `同一法规已有${effectiveOn}施行的文本，内容不同，没有入库。请核对哪一份是标准文本（E-LW-01）。`;
  tally.refused.push({ path: entry.path, why });
  noteSource(to, entry, 'refused', null, why);
}

function noteSource(
  to: Sending,
  { path, digest }: Entry,
  outcome: 'stored' | 'refused',
  version: number | null,
  note: string | null,
): void {
  to.send(
    `insert into law_source (path, digest, outcome, version, note) values ($1, $2, $3, $4, $5)
     on conflict (path) do update set digest = excluded.digest, outcome = excluded.outcome, version = excluded.version, note = excluded.note, at = now()`,
    [path, digest, outcome, version, note],
  );
}

async function sourceOf(client: pg.PoolClient, version: number): Promise<string> {
  const { rows } = await client.query('select source from law_version where id = $1', [version]);
  return rows[0].source;
}

async function lastSerial(client: pg.PoolClient, law: number): Promise<number> {
  const { rows } = await client.query(
    "select distinct split_part(identity, '~', 2) as serial from law_clause where law = $1",
    [law],
  );
  return Math.max(0, ...rows.map((row) => Number.parseInt(row.serial, 36)));
}

async function insertVersion(
  client: pg.PoolClient,
  law: number,
  text: VersionText,
  documents: readonly LawDocument[],
  end: End,
): Promise<number> {
  const counts: Record<string, number> = {};
  for (const document of documents)
    for (const [name, count] of Object.entries(document.counts)) counts[name] = (counts[name] ?? 0) + (count as number);
  const source = documents.map((document) => document.source).join(PART);
  const [first] = documents;
  const parts = partsOf(text.parts, documents);
  const { rows } = await client.query(
    `insert into law_version (law, effective_on, effective_basis, published_on, end_on, end_kind, lapse_told, title, header, counts, diagnostics, digest, source)
     values ($1, $2, $3, $4, $5, $6, $6 is distinct from 'lapsed' or $5::date <= current_date, $7, $8, $9, $10, $11, $12) returning id`,
    [
      law,
      text.effectiveOn,
      text.effectiveBasis,
      text.publishedOn,
      end.on,
      end.kind,
      first!.title,
      JSON.stringify({
        history: first!.history.map(({ date, event, span }) => ({
          date,
          event,
          text: first!.source.slice(span.start, span.end),
        })),
        divisions: documents.flatMap((document, index) => {
          const part = parts[index]!;
          const own = divisionsOf(document).map((one) => ({ ...one, path: inPart(part, one.path) }));
          return part ? [part, ...own] : own;
        }),
      }),
      JSON.stringify(counts),
      JSON.stringify(
        documents.flatMap((document, index) => {
          const shift = offsetOf(documents, index);
          return document.diagnostics.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift }));
        }),
      ),
      textDigest(source),
      source,
    ],
  );
  return rows[0].id;
}

function sendClauses(
  to: Sending,
  version: number,
  law: number,
  rows: readonly (ReturnType<typeof clausesOf>[number] & { readonly identity: string })[],
): void {
  const { words, places } = packWords(rows.map(({ body }) => body));
  // As JSON, which costs this process much less than arrays, whose every element is escaped by hand.
  to.send(
    `with added as (insert into law_version_words (version, words, places) values ($1, $4, $5))
     insert into law_clause (version, ord, locator, identity, law, label, outline, body, inner_places, char_from, char_to)
     select $1, ord, locator, identity, $2, label, outline, body, "inner", "from", "to"
     from json_to_recordset($3::json) as u (ord int, locator text, identity text, label text, outline text, body text, "inner" jsonb, "from" int, "to" int)`,
    [version, law, JSON.stringify(rows.map((row, index) => ({ ...row, ord: index + 1 }))), words, places],
  );
}

const locatorOf = (article: string): string => {
  const [value = '', sub = '0'] = article.split('-');
  return `T${value.padStart(4, '0')}.${sub.padStart(2, '0')}`;
};

/**
 * Lineage from the version before, and the identities that go on: a changed article keeps its own, of a split the first
 * and largest part keeps it, of a merge the article that gave most (sheet 4f-2).
 * @returns locator in the new version → identity
 */
async function inherit(
  to: Sending,
  before: Held,
  version: number,
  documents: readonly LawDocument[],
): Promise<Map<string, string>> {
  const { rows } = await to.client.query('select locator, identity from law_clause where version = $1', [before.id]);
  const source = before.source ?? (await sourceOf(to.client, before.id));
  const held = new Map<string, string>(rows.map((row) => [row.locator, row.identity]));
  const inherited = new Map<string, string>();
  const share = new Map<string, number>();
  const edges: { from: string; to: string | null; change: string; similarity: number }[] = [];
  const newer =
    documents.length === 1 ? documents[0]! : parseLaw(documents.map((document) => document.source).join(PART));
  for (const row of alignLaws(parseLaw(source), newer)) {
    const from = row.old === null ? '' : locatorOf(row.old);
    const targets = row.new.length > 0 ? row.new.map(locatorOf) : [null];
    for (const [index, to] of targets.entries()) {
      edges.push({ from, to, change: row.change, similarity: row.similarity });
      const identity = held.get(from);
      if (index > 0 || to === null || identity === undefined || (share.get(to) ?? -1) >= row.similarity) continue;
      share.set(to, row.similarity);
      inherited.set(to, identity);
    }
  }
  to.send(
    `insert into law_lineage (from_version, from_locator, to_version, to_locator, change, similarity)
     select $1, "from", $2, "to", change, similarity
     from jsonb_to_recordset($3::jsonb) as u ("from" text, "to" text, change text, similarity real)`,
    [before.id, version, JSON.stringify(edges)],
  );
  return inherited;
}

function sendCitations(
  to: Sending,
  version: number,
  document: LawDocument,
  citations: readonly Citation[],
  shift: number,
  clauses: readonly Pick<ReturnType<typeof clausesOf>[number], 'locator' | 'from' | 'to'>[],
): void {
  if (citations.length === 0) return;
  const repeals = repealsIn(document, citations);
  const rows = citations.map((citation) => ({
    // The article or point it stands in; further levels follow from the offsets. Empty in a header or a signature.
    locator:
      clauses.find(({ from, to }) => from <= citation.start + shift && citation.start + shift < to)?.locator ?? '',
    from: citation.start + shift,
    to: citation.end + shift,
    raw: citation.text,
    kind: citation.kind,
    title: citation.target_title === 'self' ? document.title : citation.target_title,
    articles: [...new Set(citation.targets.flatMap(({ article }) => (article === null ? [] : [locatorOf(article)])))],
    targets: citation.targets,
    repeals: repeals.has(citation),
    unresolved: citation.unresolved ?? null,
  }));
  to.send(
    `insert into law_citation (version, locator, char_from, char_to, raw, kind, title, articles, targets, repeals, unresolved)
     select $1, locator, "from", "to", raw, kind, title, articles, targets, repeals, unresolved
     from jsonb_to_recordset($2::jsonb) as u (locator text, "from" int, "to" int, raw text, kind text, title text, articles text[], targets jsonb, repeals boolean, unresolved text)`,
    [version, JSON.stringify(rows)],
  );
}
