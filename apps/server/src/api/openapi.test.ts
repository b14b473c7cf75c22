import { lines } from '@fadu/lines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchemas } from '../testing/answer-schemas.js';
import { type ApiStage, raiseApi } from '../testing/api-stage.js';
import { answers } from './answers.generated.js';
import { answerNames } from './openapi.js';

/** Routes the document says nothing of: the account library has a document of its own. */
const LEFT_OUT = ['/api/auth/*'];

interface Operation {
  readonly summary: string;
  readonly responses: Readonly<Record<number, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

describe('the API document', () => {
  let api: ApiStage;
  let paths: Record<string, Record<string, Operation>>;
  let routes: string[];
  beforeAll(async () => {
    api = await raiseApi({ lines });
    paths = (await api.as(null, 'GET', '/api/openapi.json')).json().paths;
    routes = api.routes
      .filter(({ url }) => !LEFT_OUT.includes(url))
      .map(({ method, url }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  }, 180_000);
  afterAll(() => api.close());

  const written = () =>
    Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));

  it('tells of every route of the app, and of none that is not there', () => {
    expect(routes.length).toBeGreaterThan(130);
    expect(written().toSorted()).toEqual(routes.toSorted());
  });

  it('leaves out only what is there', () => {
    for (const url of LEFT_OUT) expect(api.routes.some((route) => route.url === url)).toBe(true);
  });

  it('names each part of a path once, and says in Chinese what a route does', () => {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { summary, parameters }] of Object.entries(methods)) {
        const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
        expect(inPath, `${method} ${path}`).toEqual(path.match(/\{\w+\}/g) ?? []);
        expect(summary, `${method} ${path}`).toMatch(/[\u4e00-\u9fff]/);
      }
  });

  it('says of every route of laws, indicators, reports and reading what it answers', () => {
    const silent = Object.entries(paths)
      .filter(([path]) =>
        /^\/api\/(indicators|dashboards|workload|returns|reports|studio|disclosure|reading|findings|compare|notices|law|public\/(reports|indicators|figures|law))/.test(
          path,
        ),
      )
      .flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { responses }]) =>
          [200, 201].some((status) => responses[status]?.content) ? [] : [`${method} ${path}`],
        ),
      );
    expect(silent).toEqual([]);
  });

  it('tells what is in every object that it says is answered', () => {
    const bare = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        [200, 201].some((status) => {
          const schema = responses[status]?.content?.['application/json']?.schema;
          return schema && 'type' in schema && schema.type === 'object' && !('properties' in schema);
        })
          ? [`${method} ${path}`]
          : [],
      ),
    );
    expect(bare).toEqual([]);
  });

  it('has the schemas of the types as they are now', async () => {
    // After a change of a type: npx tsx apps/server/src/testing/answer-schemas.ts
    expect(await answerSchemas(answerNames()), 'npx tsx apps/server/src/testing/answer-schemas.ts').toEqual(answers);
  });

  it('ends without a fault', () => expect(api.faults).toEqual([]));
});
