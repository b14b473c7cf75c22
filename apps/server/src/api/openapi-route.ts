import { z } from 'zod';

export type Schema = Record<string, unknown>;

/** A route as the API document tells of it. */
export interface Route {
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** One file (multipart, field `file`) instead of a body. */
  readonly upload?: boolean;
  /** Something new is there afterwards: 201. */
  readonly creates?: boolean;
  /** Name of the type of the answer, with `[]` for a list; the media type of a file; or a schema of a few words. */
  readonly answer?: string | Schema;
}

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const text: Schema = { type: 'string' };
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const whole: Schema = { type: 'integer' };
export const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

/** A query of optional words, as the routes that only search take it. */
export const wordsQuery = (...names: readonly string[]): z.ZodObject =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string().optional()])));

const problem = (description: string): Schema => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Parts of the path in braces, and the query as its schema says. */
function parametersOf(path: string, query: z.ZodObject | undefined): Schema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (query === undefined) return inPath;
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

const FILE: Schema = { type: 'string', format: 'binary' };

function contentOf(answer: Route['answer']): Schema {
  if (answer === undefined) return {};
  if (typeof answer === 'string' && answer.includes('/')) return { content: { [answer]: { schema: FILE } } };
  return { content: { 'application/json': { schema: typeof answer === 'string' ? typeSchema(answer) : answer } } };
}

function typeSchema(answer: string): Schema {
  const name = typeName(answer);
  const one = { $ref: `#/components/schemas/${name}` };
  return answer === name ? one : { type: 'array', items: one };
}

/** The type of which an answer is one or a list. */
export const typeName = (answer: string): string => answer.replace(/\[\]$/, '');

function requestOf({ body, upload }: Route): Schema {
  if (body)
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } },
      },
    };
  if (!upload) return {};
  const schema = { type: 'object', required: ['file'], properties: { file: FILE } };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
}

/** Open to everybody: the portal, the proofs, the state of the server. */
const OPEN = /^\/api\/(public|ledger)\/|^\/api\/(health|openapi\.json)$/;

/** Routes with what they are asked and how they refuse. @throws when a route is told twice. */
export function pathsOf(reads: readonly Route[], steps: readonly Route[]): Record<string, Schema> {
  const paths: Record<string, Schema> = {};
  const put = (method: 'get' | 'post', route: Route) => {
    const { path, summary, query, answer, creates } = route;
    if (paths[path]?.[method] !== undefined) throw new Error(`${method} ${path} twice`);
    paths[path] = {
      ...paths[path],
      [method]: {
        summary,
        parameters: parametersOf(path, query),
        ...requestOf(route),
        responses: {
          [creates ? 201 : 200]: { description: '成功', ...contentOf(answer) },
          400: problem('期间、机构或者参数的写法不正确'),
          ...(!OPEN.test(path) && { 401: problem('没有登录'), 403: problem('本岗位不能办理') }),
          404: problem('没有，或者本岗位不能查看'),
          ...(method === 'post' && { 409: problem('内容已经变动'), 422: problem('不能办理') }),
        },
      },
    };
  };
  for (const route of reads) put('get', route);
  for (const route of steps) put('post', route);
  return paths;
}
