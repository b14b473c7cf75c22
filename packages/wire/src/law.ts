/** What the law base answers. Days are `2024-09-25`, both in Asia/Shanghai; offsets are code units of the text beside them. */

export * from './law-alerts.js';
export * from './law-catalogue.js';
export * from './law-desk.js';

/** Where a version stands on a day. */
export type LawValidity = 'notYetEffective' | 'inForce' | 'superseded' | 'repealed' | 'lapsed';

export const VALIDITY_NAMES: Readonly<Record<LawValidity, string>> = {
  notYetEffective: '尚未生效',
  inForce: '现行有效',
  superseded: '已修改',
  repealed: '已废止',
  lapsed: '失效',
};

/** Kinds of texts by the letter that their codes begin with. */
export const KIND_NAMES: Readonly<Record<string, string>> = {
  C: '宪法',
  L: '法律',
  Q: '有关法律问题的决定',
  A: '行政法规',
  I: '司法解释',
  D: '地方性法规',
  Z: '自治条例、单行条例',
  S: '特区法规',
  B: '部门规章',
  G: '地方政府规章',
  N: '规范性文件',
};

/** A law as a list names it. */
export interface LawHit {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly region: string;
}

export interface ClauseHit extends LawHit {
  readonly locator: string;
  readonly label: string;
  /** First day of the version it stands in. */
  readonly effectiveOn: string;
  readonly current: boolean;
  /** Text around the words found; they stand between U+0002 and U+0003. */
  readonly excerpt: string;
}

export interface LawSearchAnswer {
  /** The question named one clause: 复议法48, 《行政复议法》第四十八条. */
  readonly exact: ClauseHit | null;
  readonly laws: readonly LawHit[];
  readonly clauses: readonly ClauseHit[];
  /** Clauses were looked for with any of the words, since none holds all. */
  readonly loose: boolean;
  /** The law's own words that were looked for when everyday ones were asked: 饮酒后驾驶机动车; empty when as it was asked. */
  readonly meant: readonly string[];
  /** The name of a law that was looked for, since the one typed is none but almost this: 行政处罚法 for 行政外罚法. */
  readonly corrected: string | null;
  /** A sentence, when the law that was named has no such article or the article no such 款 or 项: where it stops. */
  readonly missing: string | null;
}

/** What a search can be narrowed to, with how many laws each holds. */
export interface LawFacets {
  readonly kinds: readonly { readonly kind: string; readonly laws: number }[];
  readonly regions: readonly { readonly region: string; readonly name: string; readonly laws: number }[];
}

/** While one types: a law, or the clause that was typed. */
export interface LawSuggestion extends LawHit {
  readonly locator: string | null;
  readonly label: string | null;
}

export interface LawVersion {
  readonly id: number;
  readonly effectiveOn: string;
  /** Where the first day comes from: `stated`, `promulgation`, `amendment`, `file`. */
  readonly effectiveBasis: string;
  readonly publishedOn: string | null;
  /** Exclusive. */
  readonly endOn: string | null;
  /** `lapsed`: by its own words (有效期五年). */
  readonly endKind: 'superseded' | 'repealed' | 'lapsed' | null;
  /** Title of the text that repealed it. */
  readonly endedBy: string | null;
}

/** The version to read on a day, and what must be said beside it. */
export interface LawStanding {
  readonly law: LawHit & { readonly maker: string | null };
  readonly version: LawVersion;
  readonly validity: LawValidity;
  /** Published, not yet effective on the day. */
  readonly coming: LawVersion | null;
  readonly versions: readonly LawVersion[];
}

/** A citation in an article. `code` is null when the base does not hold the law: the name stays a fact. */
export interface LawCitation {
  readonly raw: string;
  readonly title: string;
  readonly code: string | null;
  readonly articles: readonly string[];
  readonly unresolved: string | null;
  /**
   * The text it was written for, when that is not the one in force on the day of reading; its numbers are that text's.
   * `on`: its first day; null: the base holds no text so old, and the number may be another article's by now.
   */
  readonly writtenFor: { readonly on: string | null } | null;
}

export interface LawArticle {
  readonly locator: string;
  readonly label: string;
  /** The divisions it stands in: `C03.S01`. */
  readonly outline: string;
  readonly body: string;
  readonly identity: string;
  /** Units inside: locator below the article, start and end in `body`, half open. */
  readonly inner: readonly (readonly [string, number, number])[];
}

/** A whole version as a browser shows it. */
export interface LawText {
  readonly header: {
    readonly history: readonly { readonly date: string | null; readonly event: string; readonly text: string }[];
    readonly divisions: readonly { readonly path: string; readonly heading: string }[];
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly clauses: readonly LawArticle[];
  /** Citations by the locator of the article they stand in, in the order of the text. */
  readonly citations: Readonly<Record<string, readonly LawCitation[]>>;
}

export type LawRead = LawStanding &
  LawText & {
    readonly on: string;
    /** As the newest text tells it: it knows of versions that the base does not hold. */
    readonly history: LawText['header']['history'];
  };

/** The same clause in the versions, and who cites it. */
export interface LawClauseHistory {
  readonly history: readonly {
    readonly effectiveOn: string;
    readonly locator: string;
    readonly label: string;
    readonly body: string;
  }[];
  /** In force on the day and citing the article, higher ranks first; at most 200, from the row asked for on. */
  readonly citedBy: readonly {
    readonly code: string;
    readonly title: string;
    readonly label: string;
    readonly locator: string;
    readonly raw: string;
    /** It was written for a text so old that the base does not hold it: the number may have been another article's. */
    readonly uncertain: boolean;
  }[];
  readonly citedByCount: number;
}

export interface LawClause extends LawClauseHistory {
  readonly found: LawStanding;
  readonly locator: string;
  readonly identity: string;
  readonly label: string;
  readonly outline: string;
  /** Text of the unit asked for. */
  readonly text: string;
  readonly article: string;
  /** Half open, in `article`; where the unit asked for stands. */
  readonly from: number;
  readonly to: number;
  readonly citations: readonly LawCitation[];
  readonly on: string;
}

export interface LawRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface ComparedArticle {
  readonly change: 'same' | 'moved' | 'modified' | 'new' | 'deleted';
  readonly old: { readonly locator: string; readonly label: string } | null;
  readonly new: { readonly locator: string; readonly label: string } | null;
  /** Words of the newer text with what was taken out; absent when nothing changed. */
  readonly runs?: readonly LawRun[];
  readonly text?: string;
}

export interface LawComparison {
  readonly code: string;
  readonly title: string;
  readonly older: LawVersion;
  readonly newer: LawVersion;
  readonly rows: readonly ComparedArticle[];
}

/** What the base holds now, and an import that is under way. */
export interface LawStatus {
  readonly laws: number;
  readonly versions: number;
  readonly clauses: number;
  readonly importing: {
    readonly stage: 'reading' | 'storing' | 'linking';
    readonly done: number;
    readonly of: number;
  } | null;
  /** How the last import that was begun at start-up ended, when it failed. */
  readonly trouble: string | null;
}
