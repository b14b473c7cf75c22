import { plainDate, statute } from '@fadu/kernel';
import { countClock, guard, type Line, list, text, today } from '@fadu/procedure';
import type { GuideAnswer, OrganChoiceView, PublicLine, PublicMatter, Receipt } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followup, request } from '../testing/sample-lines.js';
import { freshKey, populate, raise, type Stage, sampleInput, take } from '../testing/stage.js';
import { buildApp } from './app.js';

const rule = statute('示例规程');

/** The sample line with everything a public view may say. */
const line: Line = {
  ...request,
  fields: {
    ...request.fields,
    papers: list('材料', '材料', { name: text('名称', 50) }, { optional: true }),
    asked: list('补正通知', '补正通知', { items: text('事项', 200) }, { optional: true }),
  },
  states: { ...request.states, asking: { name: '待补正', tone: 'waiting', publicText: '请补正' } },
  clocks: {
    ...request.clocks,
    supply: {
      ...request.clocks.review!,
      name: '补正',
      event: '收到通知',
      expiry: 'right',
      holder: 'party',
      from: 'acceptedOn',
    },
  },
  actions: {
    ...request.actions,
    apply: {
      ...request.actions.apply!,
      form: ['applicants', 'subject', 'agency', 'papers'],
      guards: [
        guard(
          'request.vague',
          rule(1),
          ({ data }) => (String(data.subject).length < 4 ? '事由太短，请说明理由。' : undefined),
          'soft',
        ),
      ],
    },
    ask: { name: '通知补正', by: ['handler'], from: ['received'], to: 'asking', basis: rule(2), record: 'asked' },
    served: {
      name: '登记送达',
      by: ['handler'],
      from: ['asking'],
      basis: rule(2),
      sets: { acceptedOn: today },
      clocks: { start: ['supply'] },
    },
    supply: {
      name: '补正',
      by: ['party'],
      from: ['asking'],
      to: 'received',
      basis: rule(2),
      form: ['papers'],
      clocks: { stop: ['supply'] },
      partyHint: '补正后接着审查。',
      publicText: '您补正了材料',
    },
  },
  publicView: {
    ...request.publicView!,
    steps: [{ title: '申请', fields: ['applicants', 'subject', 'agency', 'papers'] }],
    organs: (data, tree) => {
      const above = tree.parentOf(String(data.agency ?? ''));
      return { ids: above ? [above.id] : [], words: '上一级机关', basis: rule(9) };
    },
    duties: [{ states: ['asking'], text: '请补正材料。', shows: 'asked.items', action: 'supply', clock: 'supply' }],
    silence: { text: '期满没有答复的，可以反映。', basis: rule(8) },
    guide: {
      questions: [{ key: 'on', text: '哪一天', kind: 'date' }],
      assess: (answers, { calendar }) => {
        const counted = countClock({
          clock: request.clocks.review!,
          data: {},
          from: plainDate(String(answers.on)),
          calendar,
        });
        return {
          verdict: 'yes',
          headline: '来得及',
          reasons: [{ text: '理由。', basis: rule(1) }],
          ...(counted.ok && { deadline: counted.value }),
        };
      },
    },
  },
};

let stage: Stage;
let app: FastifyInstance;
beforeAll(async () => {
  stage = await raise({ lines: [line, followup] });
  await populate(stage);
  app = await buildApp({
    platform: stage.platform,
    accounts: stage.accounts,
    filesDir: stage.filesDir,
    version: 'test',
    site: { host: '示例市司法局', name: '示例网' },
  });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const post = (url: string, payload: object, remoteAddress = '10.0.0.1') =>
  app.inject({ method: 'POST', url: `/api/public${url}`, payload, remoteAddress });

const input = (more: object = {}) => ({
  applicants: [{ name: '王样例', phone: '13800000000' }],
  subject: '示例事由一',
  agency: 'eastbureau',
  papers: [{ name: '甲' }],
  ...more,
});
const apply = (body: object) => post('/lines/request/applications', { organ: 'east', key: freshKey(), ...body });

describe('a line as the public gets it', () => {
  it('holds what is asked and the steps of the party, no more', async () => {
    const got = (await app.inject('/api/public/lines/request')).json<PublicLine>();
    expect(Object.keys(got.fields)).toEqual(['applicants', 'subject', 'agency', 'papers']);
    expect(Object.keys(got.actions).sort()).toEqual(['supply', 'withdraw']);
    expect(got.actions.supply!.partyHint).toBe('补正后接着审查。');
    expect(JSON.stringify(got)).not.toContain('内部意见');
  });

  it('counts in its guide day by day, without the organ’s internal day', async () => {
    const answer = (await post('/lines/request/guide', { answers: { on: '2024-10-08' } })).json<GuideAnswer>();
    expect(answer.deadline).toMatchObject({ from: '2024-10-08', legalDue: '2024-10-14', left: 5 });
    expect(answer.deadline?.how.days.filter((day) => day.counted).map((day) => day.date)).toEqual([
      '2024-10-09',
      '2024-10-10',
      '2024-10-11',
      '2024-10-12',
      '2024-10-14',
    ]);
    expect(JSON.stringify(answer)).not.toContain('内控日');
    expect(answer.reasons[0]?.basis?.text).toBe('《示例规程》第一条');
  });

  it('says who runs the site, and nothing that was not set', async () => {
    expect((await app.inject('/api/public/site')).json()).toEqual({
      name: '示例网',
      host: '示例市司法局',
      sample: false,
      phone: null,
      siteId: null,
      icp: null,
      police: null,
      today: '2024-10-09',
    });
  });
});

describe('to whom an application goes', () => {
  it('follows the line’s rule on the tree of organizations', async () => {
    const choice = (await post('/lines/request/organs', { input: input() })).json<OrganChoiceView>();
    expect(choice.organs.map((organ) => organ.id)).toEqual(['east']);
    expect(choice).toMatchObject({ words: '上一级机关', basis: { article: 9 } });
  });

  it('an organ that is not offered is refused, with the ways that are open', async () => {
    const answer = await apply({ organ: 'west', input: input() });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().title).toContain('也可以当面或者邮寄申请');
  });
});

describe('an application', () => {
  it('sent twice has one effect and one receipt; changed in between, what came first stands and the receipt says so', async () => {
    const key = freshKey();
    const first = await apply({ key, input: input() });
    expect(first.statusCode).toBe(201);
    const again = await apply({ key, input: input() });
    expect(again.statusCode).toBe(200);
    const { receipt, queryCode } = first.json<Receipt>();
    expect(again.json<Receipt>()).toMatchObject({ receipt, queryCode });
    const changed = await apply({ key, input: input({ subject: '另一件事' }) });
    expect(changed.json<Receipt>()).toMatchObject({ receipt, queryCode, earlier: true });
    const [row] = await stage.asSuperuser('select data from matter where receipt = $1', [receipt]);
    expect(row!.data.subject).toBe('示例事由一');
  });

  it('is asked for a reason where the line objects softly, and goes on with one', async () => {
    const body = { key: freshKey(), input: input({ subject: '短' }) };
    const asked = await apply(body);
    expect(asked.statusCode).toBe(422);
    expect(asked.json().needsReason).toMatchObject([{ code: 'request.vague' }]);
    expect((await apply({ ...body, reasons: { 'request.vague': '只有这么多。' } })).statusCode).toBe(201);
  });

  it('with faults names each field', async () => {
    const answer = await apply({ input: input({ applicants: [{ name: '王' }] }) });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().faults).toMatchObject([{ field: 'applicants.0.name' }]);
  });
});

describe('the applicant of a matter', () => {
  it('reads what is to be corrected and until when, answers, and takes nothing away', async () => {
    const { receipt, queryCode } = (await apply({ input: input() })).json<Receipt>();
    const track = async () => (await post('/track', { receipt, queryCode })).json<PublicMatter>();
    expect(await track()).toMatchObject({ stateText: '已收到', duties: [], silence: { basis: { article: 8 } } });
    const id = await idOf(receipt);
    await take(stage, 'east-handler', id, 'ask', { items: '补身份证明。' });
    expect((await track()).duties).toMatchObject([
      { detail: '补身份证明。', due: null, term: '自收到通知之日起5个工作日内', action: 'supply' },
    ]);
    await take(stage, 'east-handler', id, 'served');
    expect((await track()).duties[0]?.due).toBe('2024-10-15');
    const key = freshKey();
    const answer = { receipt, queryCode, action: 'supply', input: { papers: [{ name: '乙' }] }, key };
    expect((await post('/act', answer)).json<PublicMatter>().timeline[0]?.text).toBe('您补正了材料');
    // The answer was lost on the way and the telephone sends again.
    expect((await post('/act', answer)).statusCode).toBe(200);
    const [row] = await stage.asSuperuser('select data from matter where id = $1', [id]);
    expect(row!.data.papers).toEqual([{ name: '甲' }, { name: '乙' }]);
  });

  it('who came to the counter follows it with the code handed over there', async () => {
    const { matter, queryCode } = await take(stage, 'east-handler', { line: 'request', organ: 'east' }, 'register', {
      ...sampleInput(),
    });
    const answer = await post('/track', { receipt: matter.receipt, queryCode });
    expect(answer.json<PublicMatter>()).toMatchObject({ receipt: matter.receipt, stateText: '已收到' });
  });

  it('with a wrong code is told no more than with a wrong number', async () => {
    const { receipt, queryCode } = (await apply({ input: input() })).json<Receipt>();
    const wrongCode = await post('/track', { receipt, queryCode: '2222-2222-2222' });
    const wrongNumber = await post('/track', { receipt: '2024-22222222', queryCode });
    expect(wrongCode.statusCode).toBe(404);
    expect(wrongCode.json()).toEqual(wrongNumber.json());
  });

  it('is limited by the receipt tried, so that neighbours behind one address are not shut out', async () => {
    const { receipt, queryCode } = (await apply({ input: input() })).json<Receipt>();
    const codes: number[] = [];
    for (let n = 0; n < 41; n += 1)
      codes.push(
        (await post('/track', { receipt: '2024-GUESSED2', queryCode: '2222-2222-2222' }, '10.0.0.9')).statusCode,
      );
    expect(codes.filter((code) => code === 404)).toHaveLength(40);
    expect(codes.at(-1)).toBe(429);
    expect((await post('/track', { receipt, queryCode }, '10.0.0.9')).statusCode).toBe(200);
  });
});

async function idOf(receipt: string): Promise<string> {
  const [row] = await stage.asSuperuser<{ id: string }>('select id from matter where receipt = $1', [receipt]);
  return row!.id;
}
