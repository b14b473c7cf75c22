import { Automaton } from './automaton.js';
import type { Context } from './context.js';
import { SCOPE, VERBS } from './lexicon/words.js';
import type { Role } from './types.js';
import { unitClass } from './units.js';

/**
 * The shortest words for what is counted, the act, and the area. Best effort: the noun group beside the number without
 * its verb, scope and modifiers before 的.
 */
const verbs = new Automaton(VERBS);

export interface Phrases {
  readonly subject: string | null;
  readonly verb: string | null;
  readonly scope: string | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

function verbsIn(piece: string): Span[] {
  const found: Span[] = [];
  verbs.scan(piece, 0, piece.length, (id, end) => {
    const word = VERBS[id]!;
    const start = end - word.length;
    while (found.length > 0 && found[found.length - 1]!.start >= start) found.pop();
    if (found.length === 0 || start >= found[found.length - 1]!.end) found.push({ start, end, word });
  });
  return found;
}

const FILL =
  /^(并|共|共计|累计|先后|已|新|全面|高效|依法|共同|组织|一是|二是|三是|四是|五是|各类|各级|全部|其中|对|将|为|了|在|的|有|年内|全年|全市|全省|全县|全区|，|、|：|:|“|"|和|及|与|以及|我市|我省)+/;
const TAIL = /(共计|共|累计|总计|合计|达到|达|为|是|有|共有|已|约|均|分别|的|等|数量|总数|就|仅|共达|数)+$/;

export function phrases(text: string, context: Context, role: Role, head: string | null): Phrases {
  const { mention, before, after, nounAfter } = context;
  const clause = text.slice(context.clauseStart, mention.start).replace(/\s+/g, '');
  const rate = unitClass(mention.unit) === 'rate' && role !== 'share';
  const inBefore = verbsIn(before);
  let verb = rate ? null : (inBefore.at(-1)?.word ?? null);
  let subject: string;
  if (nounAfter) {
    const raw = after.replace(/^(的|多)/, '');
    const stop = raw.search(/[、，。；（(“]|和|分别|被|均|参加|参与|[》]/);
    subject = stop > 0 ? raw.slice(0, stop) : raw;
    const inner = verbsIn(subject);
    const first = inner.find((span) => span.start > 0);
    if (first !== undefined) {
      if (verb === null) verb = first.word;
      subject = subject.slice(0, first.start);
    }
  } else {
    const last = inBefore.at(-1);
    const own = rate ? before : last === undefined ? before : before.slice(last.end) || before.slice(0, last.start);
    subject = own.replace(TAIL, '').replace(FILL, '');
    const of = subject.lastIndexOf('的');
    if (of >= 0 && of < subject.length - 1) subject = subject.slice(of + 1);
  }
  if (verb === null && !rate) verb = verbsIn(clause).at(-1)?.word ?? carried(text, context);
  subject = subject.replace(/^[“"'（(《]+|[”"'）)》]+$/g, '');
  if (head !== null && (subject === '' || subject.length > 16 || !subject.includes(head.slice(-2))))
    subject = subject.length > 0 && subject.length <= 10 ? subject : head;
  const scopes = text.slice(context.sentence.start, mention.end + 12).match(SCOPE);
  return { subject: subject === '' ? head : subject, verb, scope: scopes?.at(-1) ?? null };
}

function carried(text: string, context: Context): string | null {
  const earlier = text.slice(Math.max(context.sentence.start, context.clauseStart - 40), context.clauseStart);
  return verbsIn(earlier).at(-1)?.word ?? null;
}
