/** What the law base answers. Days are `2024-09-25`, both in Asia/Shanghai; offsets are code units of the text beside them. */

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
  readonly endKind: 'superseded' | 'repealed' | null;
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
  /** In force on the day and citing the article, higher ranks first; at most 200. */
  readonly citedBy: readonly {
    readonly code: string;
    readonly title: string;
    readonly label: string;
    readonly locator: string;
    readonly raw: string;
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

/** How something hangs on a clause. */
export type LawRelation =
  | 'directChanged'
  | 'targetDeleted'
  | 'renumberedOnly'
  | 'container'
  | 'rangeTouched'
  | 'internalRelative'
  | 'power';

export const RELATION_NAMES: Readonly<Record<LawRelation, string>> = {
  directChanged: '直接引用',
  targetDeleted: '所引已删除',
  renumberedOnly: '仅条号变动',
  container: '引用整部法规',
  rangeTouched: '引用范围涉及',
  internalRelative: '本法内引用',
  power: '以它为依据',
};

/** What may hang on a clause: texts of laws, the platform's own definitions and papers, what organizations registered. */
export type LawAffectedKind =
  | 'law'
  | 'definition'
  | 'template'
  | 'document'
  | 'normative'
  | 'power'
  | 'benchmark'
  | 'form';

export const AFFECTED_NAMES: Readonly<Record<LawAffectedKind, string>> = {
  law: '法规',
  definition: '条线定义',
  template: '文书模板',
  document: '已制发文书',
  normative: '规范性文件',
  power: '权力事项',
  benchmark: '裁量权基准',
  form: '文书格式',
};

export type LawSeverity = 'high' | 'mid' | 'low';
export const SEVERITY_NAMES: Readonly<Record<LawSeverity, string>> = { high: '重', mid: '中', low: '轻' };

export interface LawAffected {
  readonly kind: LawAffectedKind;
  /** Code of the citing law, line and place of a definition, number of a registration, id of a document. */
  readonly id: string;
  readonly name: string;
  /** Article of the citing law, in words; place in the definition; number of a document. */
  readonly place: string;
  /** The citation as written. */
  readonly raw: string;
  readonly relation: LawRelation;
  readonly severity: LawSeverity;
}

/** What was found about a citation on a day; `unknown`: the base does not hold the law. */
export type LawCitationVerdict = 'ok' | 'unknown' | 'E-LW-05' | 'E-LW-06' | 'W-LW-07' | 'W-LW-08';

export interface LawCitationCheck {
  readonly raw: string;
  readonly title: string;
  readonly code: string | null;
  readonly articles: readonly string[];
  readonly verdict: LawCitationVerdict;
  readonly message: string;
  /** In the text, half open. */
  readonly start: number;
  readonly end: number;
}

/** Kinds of texts that an organization registers with the clauses they rest on. */
export type LawDependentKind = 'normative' | 'power' | 'benchmark' | 'form';

export interface LawDependentInput {
  readonly kind: LawDependentKind;
  readonly name: string;
  /** 文号或者编码; empty without one. */
  readonly number: string;
  readonly org: string;
  /** Who answers for it: a post that somebody holds there. */
  readonly post: string;
  /** The words that name its grounds, as they stand in it. */
  readonly text: string;
}

export interface LawDependent {
  readonly id: number;
  readonly kind: LawDependentKind;
  readonly name: string;
  readonly number: string | null;
  readonly owner: string;
  readonly text: string;
  readonly citations: readonly { readonly raw: string; readonly title: string; readonly articles: readonly string[] }[];
  /** Open alerts. */
  readonly alerts: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  /** Registered by an organization of the posts in use. */
  readonly mayEnd: boolean;
}

/** An organization of the posts in use, with the posts that somebody holds there. */
export interface LawDependentPlace {
  readonly org: string;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly name: string }[];
}

export interface LawDependentList {
  readonly rows: readonly LawDependent[];
  readonly places: readonly LawDependentPlace[];
}

export interface LawImpact {
  readonly law: LawHit;
  readonly affected: readonly LawAffected[];
}

export type LawHandled = 'noChange' | 'changed' | 'repealed';
export const HANDLED_NAMES: Readonly<Record<LawHandled | 'open', string>> = {
  open: '待处置',
  noChange: '无须修改',
  changed: '已修改',
  repealed: '已废止',
};

export type LawChange = 'modified' | 'moved' | 'deleted' | 'ended' | 'cited';
export const CHANGE_NAMES: Readonly<Record<LawChange, string>> = {
  modified: '修改',
  moved: '移位',
  deleted: '删除',
  ended: '废止',
  cited: '引用时已不在',
};

export interface LawAlert {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly locator: string | null;
  /** First day of the version that brought the change. */
  readonly changedOn: string | null;
  /** `ended`: the whole law was repealed; `cited`: a document cites what was not in force on its day. */
  readonly change: LawChange;
  readonly affectedKind: LawAffectedKind;
  readonly affected: string;
  readonly affectedName: string;
  readonly relation: LawRelation;
  readonly severity: LawSeverity;
  readonly createdAt: string;
  /** Matter of an issued document. */
  readonly matter: string | null;
  /** Who answers for it, in words: 示例市司法局·法规编辑; null when nobody holds such a post. */
  readonly owner: string | null;
  /** Belongs to the posts in use of whoever asked. */
  readonly mine: boolean;
  readonly handled: LawHandled | 'open';
  readonly handledBy: string | null;
  /** Post and organization in which it was handled, in words. */
  readonly handledAs: string | null;
  readonly handledAt: string | null;
  readonly note: string | null;
}

export interface LawAlertList {
  readonly rows: readonly LawAlert[];
  /** All alerts in this state, also those beyond the page. */
  readonly total: number;
  readonly open: number;
  /** Open alerts of the posts in use. */
  readonly mine: number;
  /** Whether a post in use may handle alerts of others too. */
  readonly mayHandle: boolean;
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

/** A batch of texts at the editors' desk. */
export interface LawBatch {
  readonly id: number;
  readonly name: string;
  readonly state: 'open' | 'released' | 'stored' | 'withdrawn';
  readonly createdBy: string;
  readonly createdAt: string;
  readonly releasedBy: string | null;
  readonly releasedAt: string | null;
  readonly texts: number;
  /** Texts that stand in the way of a release: not to be taken, or with a problem nobody has answered. */
  readonly blocked: number;
  /** What the import said, once it has run. */
  readonly report: { readonly stored: number; readonly same: number; readonly refused: readonly string[] } | null;
}

export const BATCH_STATES: Readonly<Record<LawBatch['state'], string>> = {
  open: '待放行',
  released: '正在入库',
  stored: '已入库',
  withdrawn: '已撤回',
};

export interface LawBatchText {
  readonly ord: number;
  readonly path: string;
  readonly title: string | null;
  readonly effectiveOn: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly diagnostics: readonly LawDiagnostic[];
  /** Why it cannot be taken; one such text holds the batch. */
  readonly refusal: string | null;
  /** That what must be answered stands so in the source, and how that was checked. */
  readonly note: string | null;
  /** Corrections that stand. */
  readonly corrections: number;
}

export interface LawDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** In the source, half open. */
  readonly start: number;
  readonly end: number;
}

export interface LawBatchView {
  readonly batch: LawBatch;
  readonly texts: readonly LawBatchText[];
  /** Why this person cannot release it now; null when they can. */
  readonly notReleased: string | null;
}

/** What an editor put right in a text: place in the text as corrected until then, what stood there and what stands now. */
export interface LawCorrection {
  readonly n: number;
  readonly from: number;
  readonly was: string;
  readonly now: string;
  /** Words were changed, not only lines. */
  readonly words: boolean;
  /** The difference, to be shown. */
  readonly runs: readonly LawRun[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
}

/** A text beside what was read of it; nodes in the order of the text, with their place in it. */
export interface LawBatchSource {
  /** As it came. */
  readonly original: string;
  /** After the corrections that stand; diagnostics and nodes have their places in it. */
  readonly source: string;
  readonly corrections: readonly LawCorrection[];
  /** Whether whoever asks may put something right. */
  readonly mayCorrect: boolean;
  readonly nodes: readonly { readonly name: string; readonly depth: number; readonly start: number }[];
}
