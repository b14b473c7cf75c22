import { type LegalBasis, plainDate, shortBasesText } from '@fadu/kernel';
import { type Bases, basesUnder, type Clock, type Fields, type Guard, limitOf, ruleSetAt } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { reconsideration as line } from './line.js';
import { acceptance, copySent, drafted, draftOf, heard, received } from './walks.fixture.js';

const RULE_SETS = ['fy2017', 'fy2023', 'ft2026'] as const;
type RuleSet = (typeof RULE_SETS)[number];

const guardsOf = (): Guard[] => Object.values(line.actions).flatMap((action) => [...(action.guards ?? [])]);
/** What a clock rests on under a rule set, for a matter of ordinary procedure. */
const clockBasis = (code: string, ruleSet: string): LegalBasis =>
  limitOf(line.clocks[code] as Clock, { $ruleSet: ruleSet, procedure: 'ordinary' }).basis;

/** The editions of the law and its regulation that are in force for matters of each rule set. */
const EDITIONS: Readonly<Record<RuleSet, Readonly<Record<string, string | undefined>>>> = {
  fy2017: { 中华人民共和国行政复议法: '2017年修正', 中华人民共和国行政复议法实施条例: '2007年' },
  fy2023: { 中华人民共和国行政复议法: undefined, 中华人民共和国行政复议法实施条例: '2007年' },
  ft2026: { 中华人民共和国行政复议法: undefined, 中华人民共和国行政复议法实施条例: '2026年' },
};
/** Refusals that say from when a rule is there cite the law that brought it. */
const CITE_WHAT_CAME_LATER = new Set([
  'reconsideration.simple_not_eligible',
  'reconsideration.same_decision',
  'reconsideration.dismissal_ground',
  'reconsideration.exclusion_ground',
]);

describe('every citation is of the text in force for the matter', () => {
  const foreign = (bases: readonly LegalBasis[], ruleSet: RuleSet): string[] =>
    bases
      .filter(({ title, edition }) => title in EDITIONS[ruleSet] && edition?.name !== EDITIONS[ruleSet][title])
      .map((basis) => shortBasesText([basis]));

  it.each(RULE_SETS)('of actions under %s', (ruleSet) => {
    for (const [key, action] of Object.entries(line.actions))
      expect([key, foreign(basesUnder(action.basis, ruleSet), ruleSet)]).toEqual([key, []]);
  });
  it.each(RULE_SETS)('of refusals under %s', (ruleSet) => {
    for (const { code, basis } of guardsOf())
      if (!CITE_WHAT_CAME_LATER.has(code))
        expect([code, foreign(basesUnder(basis, ruleSet), ruleSet)]).toEqual([code, []]);
  });
  it.each(RULE_SETS)('of clocks under %s', (ruleSet) => {
    const started = Object.values(line.actions)
      .filter((action) => basesUnder(action.basis, ruleSet).length > 0)
      .flatMap((action) => action.clocks?.start ?? []);
    const holding = [...new Set(started)].filter((code) => !ONLY_LATER[ruleSet].includes(code));
    expect(holding.length).toBeGreaterThan(10);
    for (const code of holding) expect([code, foreign([clockBasis(code, ruleSet)], ruleSet)]).toEqual([code, []]);
  });
});

describe('papers and fields', () => {
  const foreign = (bases: readonly LegalBasis[], ruleSet: RuleSet): string[] =>
    bases
      .filter(({ title, edition }) => title in EDITIONS[ruleSet] && edition?.name !== EDITIONS[ruleSet][title])
      .map((basis) => shortBasesText([basis]));
  const made = (ruleSet: RuleSet): Set<string> =>
    new Set(
      Object.values(line.actions)
        .filter(({ basis }) => basesUnder(basis, ruleSet).length > 0)
        .flatMap(({ documents = [] }) => documents),
    );

  it.each(RULE_SETS)('rest on the text in force under %s', (ruleSet) => {
    for (const [key, { basis }] of Object.entries(line.documents)) {
      const bases = basesUnder(basis, ruleSet);
      expect([key, foreign(bases, ruleSet)]).toEqual([key, []]);
      // A paper that a step makes under this law rests on something in it.
      if (made(ruleSet).has(key)) expect([key, bases.length > 0]).toEqual([key, true]);
    }
    const walk = (fields: Fields, path: string): void => {
      for (const [key, spec] of Object.entries(fields)) {
        if (spec.basis)
          expect([path + key, foreign(basesUnder(spec.basis, ruleSet), ruleSet)]).toEqual([path + key, []]);
        if (spec.kind === 'group' || spec.kind === 'list') walk(spec.of, `${path}${key}.`);
      }
    };
    walk(line.fields, '');
  });

  it('the notice of suspension, the ground of a decision, the limit on changes', () => {
    const text = (bases: Bases, ruleSet: RuleSet) => shortBasesText(basesUnder(bases, ruleSet));
    const { suspensionNotice } = line.documents;
    expect(RULE_SETS.map((ruleSet) => text(suspensionNotice!.basis, ruleSet))).toEqual([
      '《行政复议法实施条例》（2007年）第四十一条第一款',
      '《行政复议法》第三十九条第一款',
      '《行政复议法》第三十九条第一款',
    ]);
    expect(text(line.fields.worse!.basis!, 'fy2017')).toBe('《行政复议法实施条例》（2007年）第五十一条');
    expect(text(line.fields.handlers!.basis!, 'ft2026')).toBe('《行政复议法实施条例》（2026年）第三十九条');
    expect(text(line.fields.simplifiedGround!.basis!, 'fy2017')).toBe('');
  });

  it('the law of 2017 lets no act be made again on the same facts, whatever it was annulled for', () => {
    const redone = { performedOn: '2024-05-10', performance: '重新作出处罚决定。', redoneSameFacts: true };
    const annulled = draftOf('REVOKE', 'procedure', { redo: true });
    const slip = { servedOn: '2024-04-17', serving: 'direct', servingProof: ['slip'] };
    const old = drafted(annulled, {
      received: '2023-12-20',
      accepted: '2023-12-22',
      act: { madeOn: '2023-11-20', servedOn: '2023-11-22', knewOn: '2023-11-22' },
    });
    old.take('2024-04-15', 'decide');
    old.take('2024-04-17', 'serve', slip);
    const declined = old.decline('2024-05-10', 'recordPerformance', redone);
    expect(declined.refusals).toMatchObject([{ code: 'reconsideration.same_act_again' }]);
    expect(declined.refusals[0]!.message).toContain('《行政复议法》（2017年修正）第二十八条第二款');
    // 第六十四条第二款 of 2023 excepts what was annulled for its procedure.
    const now = drafted(annulled);
    now.take('2024-04-15', 'decide');
    now.take('2024-04-17', 'serve', slip);
    now.take('2024-05-10', 'recordPerformance', redone);
  });
});

/** Clocks whose condition keeps them from starting under a rule set. */
const ONLY_LATER: Readonly<Record<RuleSet, readonly string[]>> = {
  fy2017: ['norm-notify', 'norm-reply', 'agency-forward', 'agency-self-correct', 'raise-transfer'],
  fy2023: ['agency-self-correct', 'raise-transfer'],
  ft2026: [],
};

describe('worked articles', () => {
  const cited = (action: string, ruleSet: RuleSet): string =>
    shortBasesText(basesUnder(line.actions[action]!.basis, ruleSet));

  it.each<[string, string, string, string]>([
    [
      'sendCopy',
      '《行政复议法》（2017年修正）第二十三条第一款',
      '《行政复议法》第四十八条、第五十四条第一款',
      '《行政复议法》第四十八条、第五十四条第一款',
    ],
    [
      'accept',
      '《行政复议法》（2017年修正）第十七条第二款，《行政复议法实施条例》（2007年）第二十八条',
      '《行政复议法》第三十条第一款',
      '《行政复议法》第三十条第一款',
    ],
    [
      'suspend',
      '《行政复议法实施条例》（2007年）第四十一条第一款',
      '《行政复议法》第三十九条第一款',
      '《行政复议法》第三十九条第一款',
    ],
    [
      'excludeTime',
      '《行政复议法实施条例》（2007年）第三十条、第三十四条、第三十七条',
      '《行政复议法实施条例》（2007年）第三十条、第三十四条、第三十七条',
      '《行政复议法实施条例》（2026年）第四十五条、第四十六条',
    ],
    [
      'dismiss',
      '《行政复议法实施条例》（2007年）第四十八条第一款',
      '《行政复议法》第三十三条',
      '《行政复议法》第三十三条，《行政复议法实施条例》（2026年）第三十七条',
    ],
    [
      'serve',
      '《行政复议法》（2017年修正）第三十一条第三款',
      '《行政复议法》第七十五条第二款',
      '《行政复议法》第七十五条第二款',
    ],
    ['copyToSuperior', '', '《行政复议法》第七十九条第二款', '《行政复议法》第七十九条第二款'],
    ['join', '', '', '《行政复议法实施条例》（2026年）第四十三条'],
    ['extendByOrganHead', '《行政复议法》（2017年修正）第三十一条第一款', '', ''],
  ])('%s', (action, of2017, of2023, of2026) => {
    expect(RULE_SETS.map((ruleSet) => cited(action, ruleSet))).toEqual([of2017, of2023, of2026]);
  });

  const old = { received: '2023-12-20', accepted: '2023-12-22' };
  const act = { madeOn: '2023-11-20', servedOn: '2023-11-22', knewOn: '2023-11-22' };

  it('a refusal in a matter received on 2023-12-20 names the article of 2017, in its words and beside them', () => {
    const walker = heard({ ...old, act });
    const early = walker.decline('2024-03-25', 'draft', draftOf('CONFIRM_VOID', 'noBasis'));
    expect(early.refusals[0]).toMatchObject({ code: 'reconsideration.outcome_ground', field: 'proposed' });
    expect(early.refusals[0]!.message).toBe(
      '不能决定确认无效：本案适用2017年行政复议法，没有这种决定（《行政复议法》（2017年修正）第二十八条第一款）。可以改为维持、撤销、变更、确认违法或者责令履行。',
    );
    const late = walker.decline('2024-07-01', 'extendByOrganHead', {
      extendBy: 30,
      extensionReason: '情况复杂',
      extensionNotifiedOn: '2024-07-01',
    });
    expect(late.refusals[0]!.message).toContain('《行政复议法》（2017年修正）第三十一条第一款');
    expect(late.refusals[0]!.basis).toEqual([
      {
        title: line.ruleSets[0]!.basis.title,
        article: 31,
        paragraph: 1,
        edition: { name: '2017年修正', until: '2023-12-31' },
      },
    ]);
  });

  it('the law of 2017 asks no hearing of opinions, no hearing and no committee before the draft', () => {
    const walker = copySent({ ...old, act, accept: { major: true } });
    walker.take(
      '2024-03-18',
      'recordReply',
      {
        repliedOn: '2024-03-15',
        replyText: '事实清楚。',
        replyBasis: '《行政处罚法》',
        replyEvidence: [],
      },
      { reasons: { 'reconsideration.reply_late': '邮寄迟到' } },
    );
    walker.take('2024-03-20', 'draft', draftOf('REVOKE', 'content'));
    expect(walker.matter!.state).toBe('drafted');
    expect(basesUnder(line.actions.consultCommittee!.basis, 'fy2017')).toEqual([]);
  });

  it('the law of 2017 knows no absolute limit and does not lengthen the sixty days where rights were not told', () => {
    const long = { madeOn: '2015-03-02', servedOn: '2015-03-04', knewOn: '2023-12-01' };
    expect(received({ received: '2023-12-20', act: long }).take('2023-12-22', 'accept', acceptance()).notes).toEqual(
      [],
    );
    expect(() =>
      received({ act: { ...long, knewOn: '2024-02-20' } }).take('2024-03-06', 'accept', acceptance()),
    ).toThrow('reconsideration.too_late');
    const untold = { madeOn: '2023-05-08', servedOn: '2023-05-10', knewOn: '2023-05-10', toldRights: false };
    expect(() => received({ received: '2023-12-20', act: untold })).toThrow('第九条第一款');
  });

  it('a matter that goes on after 2026-07-01 cites the regulation of 2026 from that day', () => {
    const walker = received({
      received: '2026-06-29',
      act: { madeOn: '2026-06-01', servedOn: '2026-06-03', knewOn: '2026-06-03' },
    });
    walker.take('2026-06-30', 'accept', acceptance());
    const bases = (on: string) =>
      shortBasesText(basesUnder(line.actions.excludeTime!.basis, ruleSetAt(line, walker.matter!, plainDate(on))));
    expect(bases('2026-06-30')).toBe('《行政复议法实施条例》（2007年）第三十条、第三十四条、第三十七条');
    expect(bases('2026-07-01')).toBe('《行政复议法实施条例》（2026年）第四十五条、第四十六条');
  });

  it('performance is owed by 第三十二条 of 2017', () => {
    const walker = drafted(draftOf('REVOKE', 'procedure', { performBy: '2024-06-14' }), { ...old, act });
    walker.take('2024-04-15', 'decide');
    walker.take('2024-04-17', 'serve', { servedOn: '2024-04-17', serving: 'direct', servingProof: ['slip'] });
    expect(walker.matter!.clocks.perform).toMatchObject({ legalDue: '2024-06-14' });
    expect(shortBasesText([clockBasis('perform', 'fy2017')])).toBe('《行政复议法》（2017年修正）第三十二条第一款');
  });
});
