import type { JsonObject } from '@fadu/kernel';
import type { MatterList, MatterView, Me, PersonRow } from '@fadu/wire';
import type { BrowserContext, Page } from 'playwright-core';
import type { Stage } from '../harness.js';

const DAY = 86_400_000;

/** The day so many before today, in China. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10);

/** What an account does without the screen, to set the stage for others. */
export class Desk {
  private constructor(
    private readonly stage: Stage,
    private readonly context: BrowserContext,
    readonly me: Me,
  ) {}

  static async of(stage: Stage, username: string): Promise<Desk> {
    const context = await stage.signedIn(username);
    return new Desk(stage, context, (await (await context.request.get(`${stage.web}/api/me`)).json()) as Me);
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.context.request.get(`${this.stage.web}/api${path}`)).json()) as T;
  }

  async post<T>(path: string, data: object): Promise<T> {
    const answer = await this.context.request.post(`${this.stage.web}/api${path}`, {
      data,
      headers: { origin: this.stage.web },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  open(line: string, action: string, input: JsonObject): Promise<MatterView> {
    return this.post('/matters', { line, action, organ: this.me.posts[0]!.org, input, key: newKey() });
  }

  async act(id: string, action: string, input: JsonObject = {}): Promise<MatterView> {
    const { revision } = await this.get<MatterView>(`/matters/${id}`);
    return this.post(`/matters/${id}/actions`, { action, input, revision, key: newKey() });
  }

  find(filter: string): Promise<MatterList> {
    return this.get(`/matters?${filter}`);
  }

  people(post: string): Promise<PersonRow[]> {
    return this.get(`/people?post=${post}&org=${this.me.posts[0]!.org}`);
  }
}

let keys = 0;
const newKey = (): string => `walk-${process.pid}-${Date.now()}-${keys++}`;

/** An application as the desk writes it down; `serial` makes it another act. */
export const application = (respondent: string, serial: number, receivedOn = daysAgo(1)): JsonObject => ({
  channel: 'counter',
  receivedOn,
  applicants: [
    {
      kind: 'citizen',
      name: `样例申请人${serial}`,
      address: '吉林省白城市洮北区样例街1号',
      phone: '13800000000',
    },
  ],
  respondent,
  respondentKind: 'department',
  act: {
    kind: 'penalty',
    name: '行政处罚决定',
    docNumber: `白市监罚〔2026〕${900 + serial}号`,
    madeOn: daysAgo(32),
    servedOn: daysAgo(30),
    knewOn: daysAgo(30),
    toldRights: true,
    onTheSpot: false,
    viaTechMonitor: false,
    realEstate: false,
    enterpriseRelated: false,
    mandatoryFirst: false,
    amount: 5_000_000,
  },
  requests: ['revoke'],
  facts: '处罚所依据的事实不清，进货单据没有采信，请求撤销。',
});

/** What acceptance asks, everything in order. */
export const acceptance = (handlers: readonly string[]): JsonObject => ({
  examination: {
    subject: 'reviewable',
    interest: true,
    concrete: true,
    competent: true,
    acts: 1,
    suitAccepted: false,
  },
  procedure: 'ordinary',
  handlers: [...handlers],
  major: false,
});

/**
 * Chooses from a box that opens, by typing into it first where it searches, and sees that it was chosen: a box that was
 * just used is still open, and one that closes still shows its options for a moment.
 */
export async function choose(page: Page, field: string, option: string, typed?: string): Promise<void> {
  const input = page.locator(`#${field}`);
  const chosen = page.locator('.ant-select', { has: input }).getByText(option).first();
  const list = page.locator('.ant-select-dropdown', { has: page.locator(`#${field}_list`) });
  for (let left = 3; ; left -= 1) {
    if ((await input.getAttribute('aria-expanded')) !== 'true') await input.click();
    if (typed !== undefined) await input.fill(typed);
    try {
      await list.locator('.ant-select-item-option', { hasText: option }).first().click({ timeout: 8_000 });
      await chosen.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Waits until the drawer says that what is filled in can be done; else says what stands there instead. */
export async function feasible(page: Page): Promise<void> {
  try {
    await page.getByText('✓ 可以办理').waitFor();
  } catch {
    throw new Error(`not possible: ${await page.locator('section.feasible').textContent()}`);
  }
}
