/**
 * One way in which a figure states an indicator. Lists are separated by `|`.
 * `head` must stand beside the number (or, weaker, in its clause); one of `verb` must act in the clause or be carried
 * over from an earlier one; one of `topic` must occur before in the sentence or paragraph; none of `not` may occur in
 * the clause. `units` replaces the classes that the catalogue's unit implies.
 */
export interface Rule {
  readonly code: string;
  readonly head: string;
  readonly verb?: string;
  readonly topic?: string;
  readonly not?: string;
  readonly units?: string;
  /** None of these may stand in the 26 characters before the clause either: 开展培训10期，覆盖500人次. */
  readonly early?: string;
  /** None of these may stand anywhere before in the sentence: 村（居）法律顾问…提供法律意见9121条 are not the government's. */
  readonly unless?: string;
  /** One of these must stand in the clause or within 40 characters of it: what a meeting was on. */
  readonly on?: string;
  /** Measure words allowed, where the measure tells indicators apart (清单600项, 案件600件). */
  readonly measure?: string;
}

/** Acts that review a text; shared by rules of several domains. */
export const REVIEW =
  '审查|审核|合法性审查|合法性审核|法制审核|事前审查|前置审查|把关|审改|审修|立法审查|完成审查|完成审核';
export const REPEAL = '修改|废止|失效|宣布失效|修订废止|拟修改|拟废止|修订|停止执行|打包修改|废改';
export const CLEAN = '清理审查|清理|梳理|全面清理|集中清理|专项清理|纳入清理';
/** Who advises villages and the public, not the government. */
export const VILLAGE_ADVISERS =
  '村（居）法律顾问|村居法律顾问|村（社区）法律顾问|村(居)法律顾问|村(社区)法律顾问|一村一法律顾问|村级法律顾问|一村（居）一法律顾问|一村（社区）一法律顾问';
export const ADOPT = '制定|修订|出台|颁布|公布|发布|印发|制发|制定出台|修改|制定修订|颁布实施|审议通过|新制定|起草';
export const FILE_REVIEW = '备案审查|审查备案|审查报备|备案|予以备案|登记备案|准予备案';

/** 研究 + 法治建设 + 工作: every phrase that takes one word of each list. */
export const phrasesOf = (...lists: readonly string[]): string =>
  lists
    .map((list) => list.split('|'))
    .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)))
    .join('|');
