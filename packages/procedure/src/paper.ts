import type { Bases } from './bases.js';
import type { Condition } from './condition.js';

/** A paragraph: words with {placeholders}; or only when a condition holds; or a table of a list field. */
export type Paragraph =
  | string
  | { readonly when: Condition; readonly text: string }
  | { readonly heading: string }
  /** One paragraph for each item of a list, whose parts the words name: 申请人：{name}[，法定代表人：{legalRep}]。 */
  | { readonly each: string; readonly text: string /** Above each of them. */; readonly heading?: string }
  | { readonly table: string; readonly columns: readonly string[] }
  /** A sheet of labels and values, one or two pairs in a row (登记表, 送达回证). */
  | { readonly sheet: readonly (readonly (readonly [label: string, words: string])[])[] };

export interface DocumentTemplate {
  readonly name: string;
  /** The title on paper. */
  readonly title: string;
  /** What kind of paper it is; absent: `writ`. */
  readonly form?: PaperForm;
  readonly number?: string;
  /** 主送: words with placeholders. */
  readonly to?: string;
  readonly paragraphs: readonly Paragraph[];
  readonly basis: Bases;
  /** Given to the applicant in the portal: a paper that is served, once it has been served on those it is addressed to first. */
  readonly toParty?: boolean;
  /** Given to this participant. */
  readonly toParticipant?: string;
  /** Signed by hand by those present (笔录). */
  readonly signed?: readonly string[];
  /** 署名: words with placeholders; absent: the organ. */
  readonly signer?: string;
  /** 附件: words with placeholders, one each. */
  readonly attachments?: readonly string[];
  /** 抄送: words with placeholders. */
  readonly copyTo?: readonly string[];
  /** 附注, without the brackets. */
  readonly note?: string;
  /** On whom it is served, and what that brings about; absent: it is not served. */
  readonly serve?: readonly ServiceTarget[];
}

/** On whom a document is served (送达). */
export interface ServiceTarget {
  /** A list of parties (each is served), or a field that names an organization or a person. */
  readonly to: string;
  /**
   * The action that follows when all have been served whose target names it: its `on` field takes the day of the last
   * service, its clocks count from there. Skipped where the state does not allow it.
   */
  readonly takes?: string;
  /** Other actions by which it is received (签收): then it is served too. */
  readonly alsoBy?: readonly string[];
  /** Other fields of that action's form, from the record of service. */
  readonly carry?: Readonly<Record<string, 'method' | 'consent' | 'proof'>>;
  /** Days of a public notice where the line's law asks for other than thirty. */
  readonly noticeDays?: number;
}

/**
 * Kinds of paper. `writ` 文书: organ's name above the title, no red head. `letter` 函: red mark, double
 * rules. `official` 其他公文（通报）: red head, 版记. `record` 笔录、登记表: title only, signed by those present. `statement` 诉讼文书、当事人文书: title only, ends with 此致.
 */
export type PaperForm = 'writ' | 'letter' | 'official' | 'record' | 'statement';

export interface NumberRule {
  /** Words with {organ}, {year}, {serial}: `{organ}复〔{year}〕{serial}号`. Serial runs by organ and year. */
  readonly template: string;
}
