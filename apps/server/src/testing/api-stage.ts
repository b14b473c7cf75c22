import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp } from '../api/app.js';
import { openApi } from '../api/openapi.js';
import { enrol, PASSWORD, userName } from './account.js';
import { misfit } from './fits.js';
import { hire, populate, raise, type Stage, type StageOptions } from './stage.js';

/** The API on a stage, with people signed in; requests go in without a network. */
export interface ApiStage {
  readonly stage: Stage;
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  /** Faults of the platform that came up, and answers that are not as the API document says; a test ends with none. */
  readonly faults: readonly unknown[];
  readonly as: (
    person: string | null,
    method: 'GET' | 'POST',
    url: string,
    payload?: unknown,
    more?: InjectOptions,
  ) => ReturnType<typeof send>;
  readonly signIn: (username: string, password: string) => ReturnType<typeof send>;
  /** A file as a browser sends it, with a name of any bytes. */
  readonly upload: (
    person: string | null,
    name: string | Buffer,
    content: Buffer | string,
    url?: string,
  ) => ReturnType<typeof send>;
  close(): Promise<void>;
}

const send = (app: FastifyInstance, options: InjectOptions) => app.inject(options);

/**
 * @param people who sign in beside those of every stage, with the post and organization of each.
 * @param prepare organizations beside those of every stage.
 */
export async function raiseApi(
  options: StageOptions = {},
  people: readonly (readonly [person: string, post: string, org: string])[] = [],
  prepare: (stage: Stage) => Promise<void> = async () => undefined,
): Promise<ApiStage> {
  const stage = await raise(options);
  await populate(stage);
  await prepare(stage);
  for (const [person, post, org] of people) await hire(stage, person, post, org);
  await stage.platform.directory.refresh(true);
  const faults: unknown[] = [];
  const routes: { method: string; url: string }[] = [];
  const app = await buildApp({
    platform: stage.platform,
    accounts: stage.accounts,
    filesDir: stage.filesDir,
    version: 'test',
    onFault: (_, error) => faults.push(error),
    onRoute: (method, url) => {
      if (method !== 'HEAD') routes.push({ method, url });
    },
  });
  await app.ready();
  const cookies = new Map<string, string>();
  const signIn: ApiStage['signIn'] = (username, password) =>
    send(app, { method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password } });
  const officials = ['east-handler', 'east-head', 'east-responder', 'west-handler', 'city-leader'];
  for (const person of new Set([...officials, ...people.map(([one]) => one)])) {
    await enrol(stage, person);
    const answer = await signIn(userName(person), PASSWORD);
    if (answer.statusCode !== 200) throw new Error(`${person} cannot sign in: ${answer.body}`);
    cookies.set(person, answer.cookies.map((one) => `${one.name}=${one.value}`).join('; '));
  }
  const wrongAnswer = answerCheck();
  const as = (async (person, method, url, payload, more = {}) => {
    const answer = await send(app, {
      method,
      url,
      ...(payload !== undefined && { payload: payload as object }),
      ...more,
      headers: { ...(person !== null && { cookie: cookies.get(person)! }), ...more.headers },
    });
    const wrong = wrongAnswer(method, url, answer);
    if (wrong) faults.push(new Error(wrong));
    return answer;
  }) as ApiStage['as'];
  return {
    stage,
    faults,
    as,
    signIn,
    routes,
    upload: (person, name, content, url = '/api/files') => {
      const boundary = 'x-test-boundary';
      const body = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="`),
        Buffer.from(name),
        Buffer.from('"\r\ncontent-type: application/octet-stream\r\n\r\n'),
        Buffer.from(content),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
      return as(person, 'POST', url, body, { headers });
    },
    close: async () => {
      await app.close();
      await stage.close();
    },
  };
}

type Answer = Awaited<ReturnType<typeof send>>;
type Named = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Holds what is answered against the API document. */
function answerCheck(): (method: string, url: string, answer: Answer) => string | undefined {
  const { paths, components } = openApi([], 'test') as unknown as {
    paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Named }>>>>;
    components: { readonly schemas: Named };
  };
  const routes = Object.entries(paths).map(
    ([path, methods]) => [new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), path, methods] as const,
  );
  return (method, url, { statusCode, headers, body }) => {
    if (statusCode >= 300 || !String(headers['content-type']).startsWith('application/json')) return undefined;
    const at = url.split('?')[0]!;
    // A path without a part to fill in goes before one with.
    const [, path, methods] =
      routes.find(([, one]) => one === at) ?? routes.find(([pattern]) => pattern.test(at)) ?? [];
    const content = methods?.[method.toLowerCase()]?.responses[statusCode]?.content as Named | undefined;
    const schema = content?.['application/json']?.schema as Record<string, unknown> | undefined;
    const wrong = schema && misfit(JSON.parse(body), schema, components.schemas);
    return wrong && `${method} ${path}: ${wrong}`;
  };
}
