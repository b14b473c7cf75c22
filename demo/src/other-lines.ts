import { addDays, addMonths, dayOf, type JsonObject, type PlainDate } from '@fadu/kernel';
import { CLAIMS_ORGAN } from './open-suits.js';
import { CITY, departmentOf } from './organizations.js';
import type { Stage } from './stage.js';
import { type Story, StoryWriter } from './story.js';
import { slipOf } from './uploads.js';

const REGION = CITY.slice(1);

interface Letter {
  readonly issuer: 'court' | 'procuratorate';
  readonly kind: string;
  readonly letterNo: string;
  readonly subject: string;
  readonly to: string;
  readonly suggestions: readonly (readonly [content: string, measure: string])[];
  readonly receivedOn: PlainDate;
  readonly urgent?: true;
  readonly stopAfter?: string;
}

/** Letters of court and procuratorate, with the clock of the reply at every distance. */
export function letters(stage: Stage): Story[] {
  const { days, now } = stage;
  const today = dayOf(now);
  const year = today.slice(0, 4);
  /** Received so that the two months for the reply end that many days from today. */
  const dueIn = (left: number): PlainDate => days.within(addMonths(addDays(today, left), -2), 0);
  const list: readonly Letter[] = [
    {
      issuer: 'court',
      kind: 'governance',
      letterNo: `（${year}）吉0802司建3号`,
      subject: '规范市场监管领域处罚告知',
      to: departmentOf(REGION, 'scjg'),
      suggestions: [
        ['在处罚告知书中写明罚款数额的计算依据', '修改告知书格式，增加“计算依据”一栏'],
        ['对执法人员进行听证程序培训', '两个月内轮训一遍'],
      ],
      receivedOn: dueIn(2),
      stopAfter: 'approveMeasures',
    },
    {
      issuer: 'procuratorate',
      kind: 'publicInterest',
      letterNo: `白检行公建〔${year}〕12号`,
      subject: '清理河道内堆放的建筑垃圾',
      to: departmentOf(REGION, 'cg'),
      suggestions: [['依法履行监管职责，清理样例河段内的建筑垃圾', '已责成责任单位清运，并设置监控']],
      receivedOn: days.within(today, -9),
      urgent: true,
      stopAfter: 'proposeMeasures',
    },
    {
      issuer: 'procuratorate',
      kind: 'litigationSupervision',
      letterNo: `白检行建〔${year}〕5号`,
      subject: '规范工伤认定文书的送达',
      to: departmentOf(REGION, 'rs'),
      suggestions: [['工伤认定决定应当送达用人单位并留存送达回证', '统一使用送达回证，按月抽查']],
      receivedOn: dueIn(24),
      stopAfter: 'assign',
    },
    {
      issuer: 'court',
      kind: 'case',
      letterNo: `（${year}）吉08司建7号`,
      subject: '完善行政强制拆除的催告程序',
      to: departmentOf(REGION, 'cg'),
      suggestions: [['强制拆除前应当依法催告和公告', '制定强制拆除流程清单，逐项核对']],
      receivedOn: dueIn(-4),
      stopAfter: 'proposeMeasures',
    },
    {
      issuer: 'court',
      kind: 'norm',
      letterNo: `（${year}）吉08司建9号`,
      subject: '对占道经营管理规定有关条款的建议',
      to: departmentOf(REGION, 'sf'),
      suggestions: [['清理与上位法不一致的处罚幅度', '列入本年规范性文件清理']],
      receivedOn: days.work(today, -1),
      stopAfter: 'register',
    },
    {
      issuer: 'procuratorate',
      kind: 'social',
      letterNo: `白检建〔${year}〕2号`,
      subject: '加强校园周边食品摊点管理',
      to: departmentOf(REGION, 'scjg'),
      suggestions: [['建立校园周边摊点台账', '已建台账，每周巡查一次']],
      receivedOn: days.within(today, -100),
    },
  ];
  return list.map((letter, index) => tellLetter(stage, letter, `open/advice/${index + 1}`));
}

function tellLetter({ cast, days, now }: Stage, letter: Letter, key: string): Story {
  const w = new StoryWriter(key, 'advice', CITY, now, letter.stopAfter);
  const office = cast.one('responseOffice', CITY);
  const handler = cast.one('agencyHandler', letter.to);
  const { receivedOn } = letter;
  w.take(receivedOn, office, 'register', {
    issuer: letter.issuer,
    issuerName: letter.issuer === 'court' ? '白城市中级人民法院' : '白城市人民检察院',
    letterNo: letter.letterNo,
    kind: letter.kind,
    subject: letter.subject,
    receivedOn,
    ...(letter.kind === 'publicInterest' && { urgent: letter.urgent === true }),
    suggestions: letter.suggestions.map(([content]) => ({ content })),
  });
  w.take(days.work(receivedOn, 2), office, 'assign', { assignedTo: letter.to, instructions: '请逐条研究，提出措施。' });
  w.take(days.work(receivedOn, 5), handler, 'proposeMeasures', {
    measures: letter.suggestions.map(([suggestion, measure]) => ({ suggestion, accepted: 'yes', measure })),
    accepted: 'yes',
  });
  const approved = days.work(receivedOn, 8);
  w.take(approved, cast.one('responseHead', CITY), 'approveMeasures', { approvalNote: '同意，按期回复。' });
  const replied = days.work(receivedOn, 12);
  w.take(replied, office, 'reply', { repliedOn: replied, reply: '来函收悉。所提建议均予采纳，措施见附表，现予函复。' });
  w.take(days.work(receivedOn, 25), office, 'close', {
    feedback: 'satisfied',
    ...(letter.kind === 'publicInterest' && { suitFollowed: false }),
    closedNote: '来文机关认可整改情况。',
  });
  return w.story();
}

/** Disputes taken up before a suit: one has little time left to sue. */
export function disputes({ cast, days, now, maker }: Stage): Story[] {
  const today = dayOf(now);
  const list = [
    { ago: 1, known: 60, stopAfter: 'register' },
    { ago: 10, known: 90, stopAfter: 'session' },
    { ago: 24, known: 172, stopAfter: 'session' },
    { ago: 40, known: 80, result: 'resolved' },
    { ago: 70, known: 120, result: 'resolved' },
    { ago: 90, known: 130, result: 'failed' },
  ] as const;
  return list.map((scene, index) => {
    const key = `open/prelit/${index + 1}`;
    const registeredOn = days.within(today, -scene.ago);
    const suitFrom = addDays(today, -scene.known);
    const { kind, agency, docNumber, madeOn, form } = maker.make({
      code: (['food', 'landUse', 'stall', 'workInjury', 'camera', 'landRight'] as const)[index]!,
      organ: CITY,
      // The act is older than the day on which it became known.
      receivedOn: suitFrom,
    });
    const w = new StoryWriter(key, 'prelit', CITY, now, 'stopAfter' in scene ? scene.stopAfter : undefined);
    const mediator = cast.one('mediator', CITY);
    w.take(registeredOn, cast.one('responseOffice', CITY), 'register', {
      source: (['court', 'centre', 'organ'] as const)[index % 3]!,
      ...(index % 3 === 0 && { court: '白城市洮北区人民法院' }),
      parties: form.applicants ?? [],
      agency,
      act: { name: kind.name, ...(docNumber !== undefined && { docNumber, madeOn }) },
      registeredOn,
      basisOfSuit: 'direct',
      suitFrom,
    });
    w.take(days.work(registeredOn, 1), cast.one('responseHead', CITY), 'assign', { mediator: [mediator] });
    const met = days.work(registeredOn, 4);
    w.take(met, mediator, 'session', {
      on: met,
      attendees: '当事人、行政机关承办人、化解人员',
      content: '听取双方意见，行政机关同意就处理幅度重新研究。',
    });
    const closedOn = days.within(registeredOn, 22, met);
    if ('result' in scene && scene.result === 'failed')
      w.take(closedOn, mediator, 'close', { result: 'failed', closedOn, failure: '双方对处理幅度分歧较大。' });
    else
      w.take(closedOn, mediator, 'resolve', {
        closedOn,
        agreement: '行政机关调整处理幅度，当事人按期履行，双方不再就本事项提起诉讼。',
      });
    return w.story();
  });
}

/** Claims for damages against the public security bureau and the city itself. */
export function claims({ cast, days, now, maker }: Stage): Story[] {
  const today = dayOf(now);
  const dueIn = (left: number): PlainDate => days.within(addMonths(addDays(today, left), -2), 0);
  const list: readonly { receivedOn: PlainDate; organ: string; result?: 'pay' | 'refuse'; stopAfter?: string }[] = [
    { receivedOn: days.work(today, -3), organ: CITY, stopAfter: 'register' },
    { receivedOn: dueIn(2), organ: CLAIMS_ORGAN, stopAfter: 'hear' },
    { receivedOn: dueIn(12), organ: CLAIMS_ORGAN, result: 'pay', stopAfter: 'decide' },
    { receivedOn: days.within(today, -42), organ: CLAIMS_ORGAN, result: 'refuse' },
    { receivedOn: days.within(today, -60), organ: CITY, result: 'pay' },
    { receivedOn: days.within(today, -120), organ: CLAIMS_ORGAN, result: 'pay' },
  ];
  return list.map(({ receivedOn, organ, result = 'pay', stopAfter }, index) => {
    const w = new StoryWriter(`open/claim/${index + 1}`, 'compensation', organ, now, stopAfter);
    const handler = cast.one('handler', organ);
    const yuan = 1200 + index * 900;
    const claimant: JsonObject = maker.party('citizen', REGION);
    w.take(receivedOn, handler, 'register', {
      applicants: [claimant],
      harm: 'property',
      illegalAct: '扣押车辆期间保管不当，车辆受到损坏。',
      knewOn: days.within(receivedOn, -30),
      request: `赔偿车辆维修费${yuan}元。`,
      facts: '车辆被扣押前完好，发还时右侧车门凹陷、后视镜断裂，有交接照片和维修发票为证。',
      amountAsked: yuan * 100,
      receivedOn,
    });
    w.take(days.work(receivedOn, 1), cast.one('compensationHead', organ), 'assign', { handlers: [handler] });
    w.take(days.work(receivedOn, 8), handler, 'hear', {
      hearingNote: '当面听取请求人意见，双方对维修项目没有争议，对其中一项金额有争议。',
    });
    const asked = days.work(receivedOn, 14);
    const decidedOn = days.work(asked, 2);
    const pays = result === 'pay';
    w.takeApproved(asked, handler, cast.one('organHead', organ), decidedOn, 'decide', {
      result,
      ...(pays && { mode: 'money', amount: (yuan - 200) * 100 }),
      reasons: pays
        ? '保管不当造成损坏，应当赔偿合理的维修费用；其中200元的项目与损坏没有关联，不予支持。'
        : '交接照片显示损坏在扣押前已经存在，与扣押行为没有因果关系。',
      decidedOn: asked,
    });
    const servedOn = days.work(decidedOn, 3);
    const slip = slipOf(`compensation/${receivedOn}/${organ}`, cast.org(organ).name);
    const serving = { serving: 'direct', servingProof: [slip.id] };
    w.take(servedOn, handler, 'serve', { servedOn, ...serving }, { uploads: [slip] });
    if (pays) {
      const payAskedOn = days.work(servedOn, 8);
      w.take(payAskedOn, handler, 'askPayment', { payAskedOn });
      w.take(days.work(payAskedOn, 3), handler, 'askFinance', { financeAskedOn: days.work(payAskedOn, 3) });
      const paidOn = days.work(payAskedOn, 12);
      w.take(paidOn, handler, 'pay', { paidOn });
    } else w.take(days.after(servedOn, 100), handler, 'close');
    return w.story();
  });
}
