/**
 * npm run screenshots [folder]: pictures of the main pages with the demonstration, for the README (docs/images) and for
 * looking at what was made. Chinese fonts must be there (Debian: fonts-noto-cjk).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { DESK, PHONE, startStage } from './harness.js';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/images/', import.meta.url));
mkdirSync(folder, { recursive: true });

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(300);
};
const picture = async (page: Page, name: string, full = false): Promise<void> => {
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: full });
  console.log(`${name}.png`);
};

const stage = await startStage({ data: 'demo' });
try {
  for (const [suffix, viewport] of [
    ['', DESK],
    ['-phone', PHONE],
  ] as const) {
    const handler = await stage.visit({ viewport, as: 'chengban' });
    await handler.goto(`${stage.web}/todo`);
    await picture(handler, `todo${suffix}`);
    await handler.goto(`${stage.web}/lines/reconsideration`);
    await picture(handler, `list${suffix}`);
    const first = handler.locator('a[href^="/matters/"]').first();
    await first.click();
    await picture(handler, `matter${suffix}`);
    const leader = await stage.visit({ viewport, as: 'fuyijigou' });
    await leader.goto(`${stage.web}/dashboards/reconsideration`);
    await picture(leader, `dashboard${suffix}`);
    await handler.context().close();
    await leader.context().close();
  }
  const citizen = await stage.visit({ viewport: PHONE });
  for (const [name, path] of [
    ['portal-home', '/'],
    ['portal-check', '/check/reconsideration'],
    ['portal-apply', '/apply/reconsideration'],
    ['portal-track', '/track'],
    ['portal-verify', '/verify'],
  ] as const) {
    await citizen.goto(`${stage.portal}${path}`);
    await picture(citizen, name);
  }
} finally {
  await stage.close();
}
