import type { LawHit } from './law.js';

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
  /** The citation as written; of a definition, the clause it rests on. */
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

/** One of many to be registered, in the words of a table: the name of the kind and of the post. */
export interface LawDependentRow {
  /** Of the table or the list it was pasted in, from 1. */
  readonly row: number;
  readonly kind: string;
  readonly name: string;
  readonly number: string;
  readonly post: string;
  readonly text: string;
}

/** What became, or would become, of a row. `present`: registered so already. */
export interface LawJudgedDependent {
  readonly row: LawDependentRow;
  readonly standing: 'ready' | 'faulty' | 'present' | 'written';
  readonly faults: readonly string[];
  readonly checks: readonly LawCitationCheck[];
}

/** Columns of the table in which many are registered, in their order. */
export const DEPENDENT_COLUMNS = ['类别', '名称', '文号或者编码', '责任岗位', '依据原文'] as const;
export const DEPENDENT_KINDS: readonly LawDependentKind[] = ['normative', 'power', 'benchmark', 'form'];
/** How many are registered at once. */
export const MOST_DEPENDENTS = 500;

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

export type LawChange = 'modified' | 'moved' | 'deleted' | 'ended' | 'lapsed' | 'cited';
export const CHANGE_NAMES: Readonly<Record<LawChange, string>> = {
  modified: '修改',
  moved: '移位',
  deleted: '删除',
  ended: '废止',
  lapsed: '失效',
  cited: '引用时已不在',
};

export interface LawAlert {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly locator: string | null;
  /** First day of the version that brought the change. */
  readonly changedOn: string | null;
  /** `ended`: the whole law was repealed; `lapsed`: its own term is over; `cited`: a document cites what was not in force on its day. */
  readonly change: LawChange;
  readonly affectedKind: LawAffectedKind;
  readonly affected: string;
  readonly affectedName: string;
  readonly relation: LawRelation;
  readonly severity: LawSeverity;
  readonly createdAt: string;
  /** Last day by the internal limit, by what the owner's region has settled; not before the day before the change takes effect. */
  readonly dueOn: string;
  /** Open, and the last day is over. */
  readonly overdue: boolean;
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

/** What became of several alerts handled at once. */
export interface LawSettled {
  readonly settled: number;
  /** Handled meanwhile, or not of this post. */
  readonly left: readonly string[];
}

export interface LawAlertList {
  readonly rows: readonly LawAlert[];
  /** All alerts in this state, also those beyond the page. */
  readonly total: number;
  readonly open: number;
  /** Open alerts of the posts in use. */
  readonly mine: number;
  /** Those of them whose last day is over. */
  readonly mineOverdue: number;
  /** Of all in this state, those whose last day is over. */
  readonly overdue: number;
  /** Whether a post in use may handle alerts of others too. */
  readonly mayHandle: boolean;
  /** Working days that hold today where the post in use is. */
  readonly workdays: Readonly<Record<LawSeverity, number>>;
}
