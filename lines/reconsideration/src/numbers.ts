import type { NumberRule } from '@fadu/procedure';

const of = (word: string): NumberRule => ({ template: `{organ}${word}〔{year}〕{serial}号` });

/** 案号 and the numbers of documents; each runs by organ and year. */
export const numbers = {
  case: of('复'),
  correction: of('复补'),
  acceptance: of('复受'),
  refusal: of('复不受'),
  reply: of('复答'),
  hearing: of('复听'),
  suspension: of('复中'),
  stay: of('复停'),
  extension: of('复延'),
  termination: of('复终'),
  dismissal: of('复驳'),
  decision: of('复决'),
  mediation: of('复调'),
  order: of('复履'),
  opinion: of('复意'),
  norm: of('复审'),
  letter: of('复函'),
} as const satisfies Record<string, NumberRule>;
