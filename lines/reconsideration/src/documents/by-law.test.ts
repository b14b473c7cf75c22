import { basesUnder, type Condition, mergeDocument, type Paragraph } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { reconsideration as line } from '../line.js';
import { drafted, heard } from '../walks.fixture.js';

/** Whether a condition may hold under a rule set, whatever the fields are; false only when it never can. */
function mayHold(condition: Condition, ruleSet: string): boolean {
  if ('all' in condition) return condition.all.every((part) => mayHold(part, ruleSet));
  if ('any' in condition) return condition.any.some((part) => mayHold(part, ruleSet));
  if ('not' in condition) {
    const { not: inner } = condition;
    return !('field' in inner && inner.field === '$ruleSet') || ![inner.is].flat().includes(ruleSet);
  }
  return !('field' in condition && condition.field === '$ruleSet') || [condition.is].flat().includes(ruleSet);
}

const wordsOf = (part: Paragraph): string =>
  typeof part === 'string' ? part : 'text' in part ? part.text : JSON.stringify(part);

/** Every citation that a paper may carry under a rule set, as 法31.1, 条例42.1.2. */
function citationsOf(template: string, ruleSet: string): string[] {
  const { title, paragraphs } = line.documents[template]!;
  const texts = paragraphs
    .filter((part) => typeof part === 'string' || !('when' in part) || mayHold(part.when, ruleSet))
    .map(wordsOf);
  const cited = [title, ...texts]
    .join('\n')
    .matchAll(/《中华人民共和国行政复议法(实施条例)?》((?:第[零一二三四五六七八九十百]+[条款项]、?)+)/g);
  return [...cited].flatMap(([, regulation, clauses]) =>
    clauses!
      .split('、')
      .filter((clause) => clause !== '')
      .map((clause) => (regulation ? '条例' : '') + clause),
  );
}

/** Papers that no step of a matter under this law makes. */
function made(ruleSet: string): string[] {
  const actions = Object.values(line.actions).filter(
    ({ when, basis }) => basesUnder(basis, ruleSet).length > 0 && (!when || mayHold(when, ruleSet)),
  );
  return Object.keys(line.documents).filter((key) => actions.some(({ documents }) => documents?.includes(key)));
}

/** The articles of the law of 2017 and of its regulation of 2007 on which each paper rests. */
const UNDER_2017: Readonly<Record<string, readonly string[]>> = {
  correctionNotice: ['条例第二十九条'],
  acceptanceNotice: ['条例第二十八条', '第十七条第二款'],
  deemedNotice: ['第十七条第二款'],
  refusalDecision: ['第十七条第一款'],
  replyNotice: ['第二十八条第一款第四项'],
  noReplyRecord: ['第二十八条第一款第四项'],
  stayNotice: ['第二十一条'],
  suspensionNotice: ['条例第四十一条第一款'],
  extensionNotice: ['第三十一条第一款'],
  normTransfer: ['第二十六条'],
  normOpinion: ['第二十六条'],
  terminationDecision: ['条例第四十二条'],
  withdrawalPermit: ['第二十五条', '条例第四十二条第一款'],
  dismissalDecision: ['条例第四十八条第一款第二项'],
  orderToPerform: ['第三十二条第二款', '第三十七条'],
  transferLetter: ['第三十七条', '条例第六十五条'],
  opinionLetter: ['条例第五十七条第一款'],
};
/** And those of the law of 2023. */
const UNDER_2023: Readonly<Record<string, readonly string[]>> = {
  correctionNotice: ['第三十一条第一款'],
  acceptanceNotice: ['第三十条第一款'],
  deemedNotice: ['第三十条第三款'],
  refusalDecision: ['第三十条第二款'],
  replyNotice: ['第七十条'],
  noReplyRecord: ['第七十条'],
  stayNotice: ['第四十二条'],
  suspensionNotice: ['第三十九条第一款'],
  conversionNotice: ['第五十五条'],
  extensionNotice: ['第六十二条第一款'],
  normNotice: ['第五十八条'],
  normTransfer: ['第五十六条'],
  normOpinion: ['第五十九条'],
  terminationDecision: ['第四十一条'],
  withdrawalPermit: ['第四十一条第一项', '第七十四条'],
  dismissalDecision: ['第三十三条'],
  orderToPerform: ['第七十七条第二款', '第八十三条'],
  interviewNotice: ['第七十七条第二款'],
  transferLetter: ['第八十三条', '第八十五条'],
  opinionLetter: ['第七十六条'],
  copyLetter: ['第七十九条第二款'],
  circular: ['第七十七条第二款'],
};

/** The decision names its clause by what was decided; tested below. */
const others = (ruleSet: string): string[] => made(ruleSet).filter((template) => template !== 'decision');

describe('papers cite the law of their matter', () => {
  it.each(others('fy2017'))('%s under the law of 2017', (template) => {
    expect(citationsOf(template, 'fy2017')).toEqual(UNDER_2017[template] ?? []);
  });
  it.each(others('fy2023'))('%s under the law of 2023', (template) => {
    expect(citationsOf(template, 'fy2023')).toEqual(UNDER_2023[template] ?? []);
  });
  it.each([
    ['fy2023', 'REVOKE', 'procedure', '《中华人民共和国行政复议法》第六十四条第一款第二项'],
    ['ft2026', 'REVOKE', 'facts', '《中华人民共和国行政复议法》第六十四条第一款第一项'],
    ['fy2017', 'REVOKE', 'content', '《中华人民共和国行政复议法》第二十八条第一款第三项'],
    ['fy2017', 'MODIFY', 'cleared', '《中华人民共和国行政复议法实施条例》第四十七条第二项'],
    ['fy2023', 'UPHOLD', 'none', '《中华人民共和国行政复议法》第六十八条'],
    ['ft2026', 'CONFIRM_ILLEGAL', 'actChanged', '《中华人民共和国行政复议法》第六十五条第二款第二项'],
    ['fy2023', 'REVOKE', 'noReply', '《中华人民共和国行政复议法》第七十条'],
    [
      'ft2026',
      'CONFIRM_VOID',
      'gross',
      '《中华人民共和国行政复议法》第六十七条、《中华人民共和国行政复议法实施条例》第六十条',
    ],
    [
      'ft2026',
      'MODIFY',
      'content',
      '《中华人民共和国行政复议法》第六十三条第一款第一项、《中华人民共和国行政复议法实施条例》第五十五条',
    ],
    ['fy2023', 'DISMISS_REQUEST', 'noDuty', '《中华人民共和国行政复议法》第六十九条'],
  ])('a decision under %s: %s for %s', ($ruleSet, proposed, outcomeGround, clause) => {
    const blocks = mergeDocument(line.documents.decision!, {
      line,
      data: { $ruleSet, proposed, outcomeGround, operative: '决定内容。' },
      clocks: {},
      nameOf: (id) => id,
      words: { you: '你', number: '', today: '2024年3月1日' },
    });
    expect(blocks.flatMap((block) => ('text' in block && block.text.startsWith('依照') ? [block.text] : []))).toEqual([
      `依照${clause}，决定如下：`,
    ]);
  });

  it('no paper is left with citations nobody expects', () => {
    expect(Object.keys(UNDER_2017).filter((key) => !made('fy2017').includes(key))).toEqual([]);
    expect(Object.keys(UNDER_2023).filter((key) => !made('fy2023').includes(key))).toEqual([]);
    for (const template of ['interviewNotice', 'circular', 'copyLetter', 'normNotice'])
      expect(made('fy2017')).not.toContain(template);
  });
});

describe('a matter received on 2023-12-20', () => {
  const old = { received: '2023-12-20', accepted: '2023-12-22' };
  const act = { madeOn: '2023-11-20', servedOn: '2023-11-22', knewOn: '2023-11-22' };
  const printed = ({ matter }: ReturnType<typeof heard>, template: string) =>
    mergeDocument(line.documents[template]!, {
      line,
      data: { ...matter!.data, $ruleSet: matter!.ruleSet },
      clocks: matter!.clocks,
      nameOf: (id) => ({ bureau: '白城市样例局' })[id] ?? id,
      words: { you: '你', number: matter!.number ?? '', today: '2024年3月1日' },
    })
      .map((block) => ('text' in block ? block.text : ''))
      .join('\n');

  it('is accepted, answered and extended by the articles of 2017, in the periods of 2017', () => {
    const walker = heard({ ...old, act });
    expect(walker.matter!.ruleSet).toBe('fy2017');
    expect(printed(walker, 'acceptanceNotice')).toContain(
      '依照《中华人民共和国行政复议法》第十七条第二款，自2023年12月20日起即为受理',
    );
    expect(printed(walker, 'acceptanceNotice')).not.toContain('普通程序');
    expect(printed(walker, 'replyNotice')).toContain('请自收到之日起十日内提出书面答复');
    expect(printed(walker, 'replyNotice')).not.toContain('十个工作日');
  });

  it('knows no 约谈 and no 通报批评', () => {
    const walker = drafted(undefined, { ...old, act });
    walker.take('2024-04-15', 'decide');
    walker.take('2024-04-17', 'serve', { servedOn: '2024-04-17', serving: 'direct', servingProof: ['slip'] });
    walker.take('2024-07-01', 'orderPerformance', { orderedBy: '2024-07-31' });
    for (const action of ['interview', 'circulate', 'copyToSuperior'])
      expect(walker.decline('2024-08-10', action).refusals).toMatchObject([
        { code: expect.stringMatching(/^engine\./) },
      ]);
    expect(walker.decline('2024-08-10', 'interview').refusals[0]!.code).toBe('engine.not_in_law');
  });
});
