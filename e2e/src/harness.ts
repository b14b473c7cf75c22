import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type DemoAccount, demoAccounts, loadDemo, seedDirectory } from '@fadu/demo';
import { type Booted, boot, freePort, serve, temporaryData } from '@fadu/server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { buildAll } from '../../scripts/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Account to sign in with before the first page. */
  readonly as?: string;
}

/** The platform as a person meets it: served pages on a real database, and a browser. */
export interface Stage {
  readonly booted: Booted;
  /** Address of the workbench, without a slash at the end. */
  readonly web: string;
  readonly portal: string;
  readonly accounts: readonly DemoAccount[];
  /** A page in a browser context of its own. A script error on it fails `close`. */
  visit(visit?: Visit): Promise<Page>;
  /** Cookie-carrying request context of an account, for what a test does on the other side. */
  signedIn(username: string): Promise<BrowserContext>;
  /** Moves the platform's own clock; undefined: the real one. */
  setNow(now: Date | undefined): void;
  close(): Promise<void>;
}

/**
 * Starts everything in a folder that is thrown away. `data`: only organizations, people and accounts (`directory`), or
 * the whole demonstration (`demo`).
 */
export async function startStage({ data = 'directory' }: { data?: 'directory' | 'demo' } = {}): Promise<Stage> {
  if (!(await buildAll())) throw new Error('the pages could not be built');
  const dataDir = temporaryData('fadu-e2e-');
  const port = await freePort(20_000 + Math.floor((process.pid % 1000) * 20), '127.0.0.1');
  const web = `http://127.0.0.1:${port}`;
  let moved: Date | undefined;
  const booted = await boot({
    dataDir,
    publicUrl: `${web}/portal`,
    durable: false,
    connections: 8,
    now: () => moved ?? new Date(),
  });
  const faults: string[] = [];
  if (data === 'demo') await loadDemo(booted, () => undefined);
  else await seedDirectory(booted);
  const serving = await serve({
    booted,
    port,
    host: '127.0.0.1',
    webDir: join(root, 'apps/web/dist'),
    portalDir: join(root, 'apps/portal/dist'),
    version: 'test',
    logFile: join(dataDir, 'server.log'),
  });
  const accounts = await demoAccounts(booted);
  const found = await findBrowser();
  const browser: Browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.flags],
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  const contextOf = (viewport: Visit['viewport'] = DESK) =>
    browser.newContext({
      viewport: { ...viewport },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: viewport.width < 600,
      // A click on what is still moving is lost.
      reducedMotion: 'reduce',
    });
  const signIn = async (context: BrowserContext, username: string) => {
    const account = accounts.find((one) => one.username === username);
    if (!account) throw new Error(`no account ${username}; there are ${accounts.map((one) => one.username).join(' ')}`);
    const answer = await context.request.post(`${web}/api/auth/sign-in/username`, {
      data: { username, password: account.password },
      headers: { origin: web },
    });
    if (!answer.ok()) throw new Error(`sign-in as ${username}: ${answer.status()} ${await answer.text()}`);
  };
  return {
    booted,
    web,
    portal: `${web}/portal`,
    accounts,
    async visit({ viewport, as } = {}) {
      const context = await contextOf(viewport);
      if (as !== undefined) await signIn(context, as);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      return page;
    },
    async signedIn(username) {
      const context = await contextOf();
      await signIn(context, username);
      return context;
    },
    setNow(now) {
      moved = now;
    },
    async close() {
      await browser.close();
      await serving.close();
      await booted.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`script errors on pages:\n  ${faults.join('\n  ')}`);
    },
  };
}

/** Serious and critical findings of axe on the page as it stands, in words; empty when there are none. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/**
 * Pixels the page grows by what is not seen: words for the ear that have escaped the box they stand in. Taken away, they
 * must not make it shorter.
 */
export const phantomHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const height = () => document.scrollingElement!.scrollHeight;
    const before = height();
    const unseen = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const { position, clipPath } = getComputedStyle(one);
      return position === 'absolute' && clipPath === 'inset(50%)';
    });
    for (const one of unseen) one.style.setProperty('display', 'none', 'important');
    const after = height();
    for (const one of unseen) one.style.removeProperty('display');
    return before - after;
  });

/** Whether the page can be moved sideways: something is wider than the screen. */
export const overflowsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
