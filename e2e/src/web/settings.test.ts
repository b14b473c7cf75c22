import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage } from '../harness.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());

it('who keeps the rules settles a point for the city, sees beforehand what it does, and everybody reads it', async () => {
  const page = await stage.visit({ as: 'guize' });
  await page.goto(`${stage.web}/settings`);
  await page.getByRole('link', { name: '诉前化解的期间' }).click();
  await page.getByRole('spinbutton').fill('20');
  await page.getByRole('region', { name: '试算' }).getByText('诉前化解', { exact: true }).waitFor();
  await page.getByRole('button', { name: '改定' }).click();
  await page.getByRole('alert').getByText('请写明理由').waitFor();
  await page.getByLabel('理由').fill('本市试行二十日');
  await page.getByRole('button', { name: '改定' }).click();
  await page.getByRole('status').getByText('已记录').waitFor();
  await page.getByRole('region', { name: '历次设定' }).getByText('本市试行二十日').waitFor();
  await page.context().close();

  const reader = await stage.visit({ as: 'chengban' });
  await reader.goto(`${stage.web}/settings?code=prelit/mediationPeriod`);
  await reader.getByText('本市试行二十日').waitFor();
  await reader.getByText(/日志第\d+条/).waitFor();
  expect(await reader.getByRole('button', { name: '改定' }).count()).toBe(0);
  await reader.context().close();
});
