import { chineseDate, type JsonObject } from '@fadu/kernel';
import {
  type DocumentTemplate,
  documentsOf,
  type IssuedDocument,
  type Line,
  type Matter,
  type MatterEvent,
  printValue,
  recipientName,
  serviceFields,
  serviceMethods,
  templateOf,
  valueAt,
} from '@fadu/procedure';

/** How the addressee is spoken to: 你 a person, 你单位 an organization, 你们 several parties. */
export function youOf(template: DocumentTemplate, data: JsonObject): string {
  const [target] = template.serve ?? [];
  const parties = target && valueAt(data, target.to);
  if (!Array.isArray(parties)) return '你单位';
  if (parties.length > 1) return '你们';
  const kind = (parties[0] as JsonObject | undefined)?.kind;
  return kind === undefined || ['citizen', 'soleTrader', 'foreigner'].includes(String(kind)) ? '你' : '你单位';
}

/** `{service.…}` of a 送达回证: what was recorded, in words. */
export function serviceWords(
  line: Line,
  after: Matter,
  event: MatterEvent,
  earlier: readonly MatterEvent[],
  nameOf: (id: string) => string,
): Record<string, string> {
  const { service } = event;
  if (!service) return {};
  const document = documentsOf(line, earlier, after.data).find((one) => one.id === service.document);
  const name = document ? (templateOf(line, document.template)?.title ?? '') : '';
  const words: Record<string, string> = {
    'service.document': `《${name}》${document?.number ? `（${document.number}）` : ''}`,
    'service.recipient': recipientName(after.data, service.recipient, nameOf),
    'service.method': serviceMethods[service.method].name,
    'service.servedOn': chineseDate(service.servedOn),
  };
  for (const [key, spec] of Object.entries(serviceFields))
    words[`service.${key}`] ??= printValue(spec, service.form[key], nameOf);
  return words;
}

/** 附注; a correction says which paper it takes the place of. */
export function noteOf(words: string | undefined, { replaces }: IssuedDocument): { note?: string } {
  const correction =
    replaces && `本件为更正件，代替${chineseDate(replaces.issuedOn)}签发、核验码${replaces.code}的文书`;
  const note = [words, correction].filter(Boolean).join('；');
  return note === '' ? {} : { note };
}
