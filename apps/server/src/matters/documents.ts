import { createHash, randomInt } from 'node:crypto';
import { chineseDate, type PlainDate } from '@fadu/kernel';
import {
  fill,
  type IssuedDocument,
  type Line,
  type Matter,
  type MatterEvent,
  mergeDocument,
  ruleSetAt,
  settingsOn,
  templateOf,
} from '@fadu/procedure';
import { uuidv7 } from 'uuidv7';
import type { Directory } from '../access/directory.js';
import { type OfficialDocument, renderDocx } from '../documents/index.js';
import type { Settings } from '../settings/settings.js';
import { noteOf, serviceWords, youOf } from './document-words.js';
import { LETTERS } from './query-code.js';

/** A document record as it is stored: content is what the file is made from, for ever. */
export interface IssuedRecord {
  readonly id: string;
  readonly eventSeq: number;
  readonly template: string;
  readonly name: string;
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  readonly code: string;
  readonly digest: string;
  readonly content: OfficialDocument;
}

const group = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Public code of a document: FD-XXXX-XXXX. */
const verificationCode = (): string => `FD-${group(4)}-${group(4)}`;

/** What a paper needs beside its matter. */
export interface Issuer {
  readonly directory: Pick<Directory, 'getOrg' | 'nameOf'>;
  readonly settings: Pick<Settings, 'lookupIn'>;
  readonly publicUrl: string;
}

/**
 * The document an event produces, merged and laid out as data. `after` is the matter with the event applied. Its
 * paragraphs also go by the law of the step (`$ruleSet`) and by what the region has settled (`$setting`).
 */
export function composeDocument(
  { directory, settings, publicUrl }: Issuer,
  line: Line,
  after: Matter,
  event: MatterEvent,
  issued: IssuedDocument,
  code: string,
  earlier: readonly MatterEvent[] = [],
): OfficialDocument {
  const template = templateOf(line, issued.template)!;
  const organ = directory.getOrg(after.organ);
  const merge = {
    line,
    data: {
      ...after.data,
      $ruleSet: ruleSetAt(line, after, event.on),
      $setting: settingsOn(line, settings.lookupIn(after.region), event.on),
    },
    clocks: after.clocks,
    nameOf: directory.nameOf,
    words: {
      organ: organ.name,
      number: after.number ?? '',
      docNumber: issued.number ?? '',
      today: chineseDate(event.on),
      you: youOf(template, after.data),
      sign: '　',
      ...serviceWords(line, after, event, earlier, directory.nameOf),
    },
  };
  const optional = (words: readonly string[] | undefined): string[] =>
    (words ?? []).map((one) => fill(one, merge)).filter((one) => one.trim() !== '');
  const attachments = optional(template.attachments);
  const copyTo = optional(template.copyTo);
  return {
    layout: 1,
    form: template.form ?? 'writ',
    organ: organ.name,
    ...(issued.number !== null && { number: issued.number }),
    title: fill(template.title, merge),
    ...(template.to !== undefined && { to: fill(template.to, merge) }),
    blocks: mergeDocument(template, merge),
    ...(attachments.length > 0 && { attachments }),
    sender: template.signer ? fill(template.signer, merge) : organ.name,
    date: event.on,
    ...noteOf(template.note && fill(template.note, merge), issued),
    ...(copyTo.length > 0 && { copyTo }),
    verification: { code, url: `${publicUrl}/verify/${code}` },
    ...(template.signed && { signatories: template.signed }),
  };
}

/** Gives each document of the events its id, code and digest, and makes the records. Rendering is deterministic. */
export async function issueDocuments(
  issuer: Issuer,
  line: Line,
  after: Matter,
  events: readonly MatterEvent[],
  earlier: readonly MatterEvent[] = [],
): Promise<{ events: MatterEvent[]; records: IssuedRecord[] }> {
  const records: IssuedRecord[] = [];
  const enriched: MatterEvent[] = [];
  for (const event of events) {
    const documents: IssuedDocument[] = [];
    for (const issued of event.documents) {
      const id = uuidv7();
      const code = verificationCode();
      const content = composeDocument(issuer, line, after, event, issued, code, earlier);
      const digest = digestOf(renderDocx(content));
      const { name } = templateOf(line, issued.template)!;
      records.push({
        id,
        eventSeq: event.seq,
        template: issued.template,
        name,
        number: issued.number,
        issuedOn: event.on,
        code,
        digest,
        content,
      });
      documents.push({ ...issued, id, code, digest });
    }
    enriched.push({ ...event, documents });
  }
  return { events: enriched, records };
}

/**
 * The file of an issued document, made again from its recorded content. Undefined when it is not the file whose digest
 * was recorded: somebody changed the content in the database, and what comes out must not be handed out as genuine.
 */
export async function fileOf(content: OfficialDocument, digest: string): Promise<Buffer | undefined> {
  const file = renderDocx(content);
  return digestOf(file) === digest ? file : undefined;
}

const digestOf = (file: Buffer): string => createHash('sm3').update(file).digest('hex');
