import { CATALOGUE } from '@fadu/indicator';
import { collection, getLine, reporting } from '@fadu/lines';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVERYTHING } from '../access/scope.js';
import { hire, populate, raise, type Stage, take } from '../testing/stage.js';
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

/** The pool, and how many statements went through it. */
function counted(pool: pg.Pool): { readonly pool: pg.Pool; readonly statements: () => number } {
  let statements = 0;
  const own = <T extends object>(target: T, instead: Partial<Record<keyof T, unknown>>): T =>
    new Proxy(target, {
      get: (_, key) => {
        if (key in instead) return instead[key as keyof T];
        const value = target[key as keyof T];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    const query = (...args: unknown[]) => {
      statements += 1;
      return (client.query as (...of: unknown[]) => unknown)(...args);
    };
    return own(client, { query });
  };
  return { pool: own(pool, { connect }), statements: () => statements };
}

it('asks the same returns and records once, however many indicators the report has', async () => {
  const { pool, statements } = counted(stage.platform.pool);
  const built = await buildReport({ ...stage.platform, pool }, EVERYTHING, { org: 'city', year: 2023 });
  expect(built.ok && built.value.chapters.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
    '调解各类纠纷9084件',
  ]);
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(200);
  expect(statements()).toBeLessThan(CATALOGUE.length / 2);
});
