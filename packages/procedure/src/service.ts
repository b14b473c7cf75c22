import { type JsonObject, type LegalBasis, type PlainDate, statute } from '@fadu/kernel';
import { is, valueAt } from './condition.js';
import { choice, type Fields, files, pastDay, personName, persons, text } from './field.js';
import type { Line, ServiceTarget } from './line.js';
import type { ClockState } from './matter.js';
import { isSealed, specAt } from './template.js';

const MS = statute('中华人民共和国民事诉讼法');
const CF = statute('中华人民共和国行政处罚法');

export type ServiceMethod = 'pronounced' | 'direct' | 'left' | 'electronic' | 'entrusted' | 'post' | 'unit' | 'notice';

/** Ways of service, each with its article and what proves it. The procedural law of civil suits holds for all lines. */
export const serviceMethods: Readonly<
  Record<ServiceMethod, { readonly name: string; readonly proof: string; readonly basis: LegalBasis }>
> = {
  pronounced: { name: '宣告后当场交付', proof: '受送达人签收的送达回证', basis: CF(61, 1) },
  direct: { name: '直接送达', proof: '签收的送达回证', basis: MS(88) },
  left: { name: '留置送达', proof: '见证人签名的送达回证，或者记录送达过程的照片、录像', basis: MS(89) },
  electronic: { name: '电子送达', proof: '到达受送达人系统的回执', basis: MS(90) },
  entrusted: { name: '委托送达', proof: '受委托机关送回的送达回证', basis: MS(91) },
  post: { name: '邮寄送达', proof: '注明收件日期的邮件回执', basis: MS(91) },
  unit: {
    name: '转交送达',
    proof: '受送达人签收的送达回证',
    basis: { ...MS(92), note: '被监禁的和被采取强制性教育措施的，见第九十三条' },
  },
  notice: { name: '公告送达', proof: '公告及其发布的证明', basis: MS(95) },
};

/** Days of a public notice (民事诉讼法第九十五条); a line's own law may ask for more (`ServiceTarget.noticeDays`). */
export const NOTICE_DAYS = 30;

export const serviceMethodNames = Object.fromEntries(
  Object.entries(serviceMethods).map(([key, { name }]) => [key, name]),
) as Readonly<Record<ServiceMethod, string>>;
const handed = is('method', ['pronounced', 'direct', 'entrusted', 'post', 'unit']);

/** The form of the word `serveDocument`, the same in every line: drawn, checked and sealed like any other form. */
export const serviceFields = {
  document: text('文书', 64),
  recipient: text('受送达人', 80),
  method: choice('送达方式', serviceMethodNames),
  servedOn: pastDay('送达日期', {
    when: { not: is('method', 'notice') },
    hint: '回证上签收的日期；电子送达填到达日期',
  }),
  publishedOn: pastDay('公告发布日期', { when: is('method', 'notice'), basis: MS(95) }),
  receiver: personName('签收人', { when: handed, optional: true, sensitive: 'name' }),
  relation: choice(
    '签收人身份',
    {
      self: '受送达人本人',
      family: '同住的成年家属',
      head: '法定代表人或者主要负责人',
      clerk: '负责收件的人',
      agent: '代理人',
      nominee: '指定的代收人',
    },
    { when: is('method', ['direct', 'post', 'entrusted']), optional: true, basis: MS(88) },
  ),
  witness: personName('见证人', { when: is('method', 'left'), optional: true, sensitive: 'name', basis: MS(89) }),
  place: text('送达地点', 200, { optional: true, sensitive: 'text' }),
  system: text('电子地址或者系统', 100, { when: is('method', 'electronic'), optional: true, sensitive: 'text' }),
  consent: files('电子送达确认书', {
    when: is('method', 'electronic'),
    optional: true,
    judged: true,
    max: 5,
    hint: '受送达人事先签署；本案以前附过的，不必再附',
    basis: MS(90),
  }),
  reason: text('采用公告送达的原因和经过', 500, {
    when: is('method', 'notice'),
    optional: true,
    judged: true,
    multiline: true,
  }),
  proof: files('送达证明', { optional: true, judged: true, max: 10 }),
  servers: persons('送达人', 'handler', { optional: true, max: 2 }),
  note: text('备注', 200, { optional: true }),
} as const satisfies Fields;

/** One service of one document on one recipient, as recorded. */
export interface ServiceRecord {
  /** Unique in the matter: `s` and the number of its event. */
  readonly id: string;
  /** Id of the document. */
  readonly document: string;
  /** Path of the recipient in the matter's data: `applicants.0`, `respondent`. */
  readonly recipient: string;
  readonly method: ServiceMethod;
  /** The day on which the law takes it as served; for a public notice the last day of its period. */
  readonly servedOn: PlainDate;
  /** The rest of the form, personal data sealed. */
  readonly form: JsonObject;
  /** What it brought about; a service found invalid takes this back. */
  readonly effect: ServiceEffect | null;
}

export interface ServiceEffect {
  readonly action: string;
  readonly from: string;
  readonly to: string;
  /** Clocks it started, by code and first day. */
  readonly started: readonly { readonly code: string; readonly startedOn: PlainDate }[];
  /** Clocks it stopped, as they stood before. */
  readonly stopped: readonly ClockState[];
  /** Fields it set, with their values before; null where there was none. */
  readonly before: JsonObject;
}

export interface Recipient {
  readonly path: string;
  readonly target: ServiceTarget;
}

/** Everybody on whom a document is served: each item of a list, or the organization or person a field names. */
export function recipientsOf(line: Line, template: string, data: JsonObject): Recipient[] {
  return (line.documents[template]?.serve ?? []).flatMap((target) => {
    const value = valueAt(data, target.to);
    if (specAt(line.fields, target.to)?.kind === 'list')
      return Array.isArray(value) ? value.map((_, index) => ({ path: `${target.to}.${index}`, target })) : [];
    return typeof value === 'string' && value !== '' ? [{ path: target.to, target }] : [];
  });
}

/** A recipient's name: that of the party (masked where the line seals it), or of the organization. */
export function recipientName(data: JsonObject, path: string, nameOf: (id: string) => string): string {
  const [head, index] = path.split('.') as [string, string?];
  const value = valueAt(data, head);
  if (Array.isArray(value)) {
    const item = value[Number(index)] as JsonObject | undefined;
    const name = item?.name;
    if (isSealed(name)) return name.mask;
    return typeof name === 'string' ? name : '';
  }
  return typeof value === 'string' ? nameOf(value) : '';
}
