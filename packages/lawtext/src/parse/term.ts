import { numeralValue } from '../text/numeral.js';
import type { LawDocument } from '../tree/document.js';
import { fullText, type LawNode } from '../tree/node.js';
import { findDates } from './dates.js';

/** What a text says of its own end. */
export type LawTerm =
  /** 有效期至2025年12月31日: its last day. */
  | { readonly kind: 'until'; readonly day: string; readonly text: string }
  /** 有效期五年, counted from its day of effect. */
  | { readonly kind: 'for'; readonly months: number; readonly text: string };

/** The text speaks of its own effect; the term of a licence or of what it replaces is another matter. */
const EFFECT = /施行|试行|实施|生效|执行|印发|公布之日|发布之日/;
const OWN = /^(?:本|此|该)?(?:法|条例|规定|办法|细则|规则|决定|解释|意见|通知|标准|规程|文件|方案|制度)?(?:的)?$/;
const OTHERS = /证|照|许可|资质|资格|批准|登记|备案|签证|合同|协议|公告期|认定/;

const NUMBER = '([0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})';
const TERM = new RegExp(
  `有效期(?:限|间)?(?:为|是|：|:)?${NUMBER}(年|个月)|(?:施行|实施|执行|试行)(?:期|期限)(?:为|是)?${NUMBER}(年|个月)(?:，|,)?(?:期满|到期|届满)`,
);
const UNTIL =
  /(?:有效期(?:限|间)?(?:截?至|到|截止到?)|(?:施行|实施|执行|试行)(?:截?至|到))([^。；，]{0,30}?日)|至([^。；，]{0,30}?日)(?:止|(?:自动|自行|同时)?(?:失效|废止))/;

/**
 * What a text says of its own end (失效), read from its last five units, where the day of effect stands too. Nothing is
 * guessed: a trial without a word of its end, and the term of a licence, are no term of the text.
 */
export function termOf({ source, tree }: Pick<LawDocument, 'source' | 'tree'>): LawTerm | null {
  const units: LawNode[] = [];
  const collect = (nodes: readonly LawNode[]): void => {
    for (const node of nodes)
      if (node.kind === 'article' || node.kind === 'point' || node.kind === 'unnumbered') units.push(node);
      else if (node.kind !== 'annex' && node.kind !== 'matter') collect(node.children);
  };
  collect(tree);
  for (const node of units.slice(-5).reverse()) {
    let spoken = false;
    for (const sentence of fullText(source, node).split(/[。；\n]/)) {
      // 本办法自…起施行。有效期五年。
      spoken ||= EFFECT.test(sentence);
      const found = termIn(sentence, spoken);
      if (found) return found;
    }
  }
  return null;
}

function termIn(sentence: string, spoken: boolean): LawTerm | null {
  const until = UNTIL.exec(sentence);
  const term = until ?? TERM.exec(sentence);
  if (!term) return null;
  const before = sentence.slice(0, term.index);
  const clause = before
    .split(/[，,、：:]/)
    .at(-1)!
    .trim();
  if (OTHERS.test(before) || !(EFFECT.test(before) || (spoken && OWN.test(clause.replaceAll(/\s/g, ''))))) return null;
  const text = term[0];
  if (until) {
    const day = findDates(until[1] ?? until[2]!).at(-1)?.date;
    return day === undefined ? null : { kind: 'until', day, text };
  }
  const [, amount, unit, trial, trialUnit] = term;
  const value = numeralValue((amount ?? trial)!);
  if (!value) return null;
  return { kind: 'for', months: (unit ?? trialUnit) === '年' ? value * 12 : value, text };
}
