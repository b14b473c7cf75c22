import { CATALOGUE } from '@fadu/indicator';
import { collection, getLine, reporting } from '@fadu/lines';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVERYTHING } from '../access/scope.js';
import { hire, populate, raise, type Stage, take } from '../testing/stage.js';
import { watched } from '../testing/watched-pool.js';
import { buildReport } from './build.js';

let stage: Stage;
beforeAll(async () => {
  stage = await raise({ lines: [getLine(collection.line), getLine(reporting.line)] });
  await populate(stage);
  await hire(stage, 'city-reporter', 'returnReporter', 'city');
  await hire(stage, 'city-reviewer', 'returnReviewer', 'city');
  await hire(stage, 'east-reporter', 'returnReporter', 'east');
  await stage.platform.directory.refresh(true);
  const opened = { unit: 'city', to: 'city', period: '2023', openedOn: '2024-10-08', dueOn: '2024-10-20' };
  const sheet = (await take(stage, 'city-reporter', { line: collection.line, organ: 'city' }, 'begin', opened)).matter
    .id;
  const figures = [{ code: 'mediation.cases', kind: 'value', value: '9084' }];
  await take(stage, 'city-reporter', sheet, 'submit', { figures });
  await take(stage, 'city-reviewer', sheet, 'approveFigures');
}, 180_000);
afterAll(() => stage.close());

it('asks the same returns and records once, however many indicators the report has', async () => {
  let statements = 0;
  const pool = watched(stage.platform.pool, () => {
    statements += 1;
  });
  const built = await buildReport({ ...stage.platform, pool }, EVERYTHING, { org: 'city', year: 2023 });
  expect(built.ok && built.value.chapters.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
    '调解各类纠纷9084件',
  ]);
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(200);
  expect(statements).toBeLessThan(CATALOGUE.length / 2);
});
