import { type FieldSpec, type Fields, formOf, type Line } from '@fadu/procedure';
import {
  actBody,
  applyBody,
  guideBody,
  listQuery,
  openMatterBody,
  publicActBody,
  rehearseBody,
  revealBody,
  trackBody,
} from '@fadu/wire';
import { z } from 'zod';
import { figurePaths, figureSchemas } from './openapi-figures.js';

type Schema = Record<string, unknown>;

/** The API document (OpenAPI 3.1): the routes, and for each action of each line the form it takes. */
export function openApi(lines: readonly Line[], version: string): Schema {
  const body = (schema: z.ZodType) => ({
    required: true,
    content: { 'application/json': { schema: z.toJSONSchema(schema) } },
  });
  const answer = {
    200: { description: '成功' },
    422: {
      description: '不能办理',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
  const route = (summary: string, request?: z.ZodType) => ({
    summary,
    ...(request && { requestBody: body(request) }),
    responses: answer,
  });
  const forms = Object.fromEntries(
    lines.flatMap((line) =>
      Object.entries(line.actions).map(([key, action]) => [
        `${line.code}.${key}`,
        { title: `${line.name}·${action.name}`, ...schemaOf(formOf(line, action)) },
      ]),
    ),
  );
  return {
    openapi: '3.1.0',
    info: { title: '法度', version, description: '每一步操作的表单见 components.schemas：条线.操作。' },
    paths: {
      '/api/me': { get: route('当前人员和岗位') },
      '/api/lines/{code}': { get: route('业务条线的定义') },
      '/api/matters': {
        get: { ...route('事项清单'), 'x-query': z.toJSONSchema(listQuery) },
        post: route('登记新事项', openMatterBody),
      },
      '/api/matters/{id}': { get: route('事项') },
      '/api/matters/{id}/actions': { post: route('办理', actBody) },
      '/api/matters/{id}/rehearse': { post: route('预演：能否办理，办理后会怎样', rehearseBody) },
      '/api/matters/{id}/clocks/{code}': { get: route('期限的计算过程') },
      '/api/matters/{id}/reveal': { post: route('查看完整信息，留痕', revealBody) },
      '/api/public/lines/{code}/guide': { post: route('能不能申请', guideBody) },
      '/api/public/lines/{code}/applications': { post: route('申请', applyBody) },
      '/api/public/track': { post: route('查进度', trackBody) },
      '/api/public/act': { post: route('申请人办理', publicActBody) },
      '/api/public/verify/{code}': { get: route('验证文书') },
      '/api/public/verify/{code}/proof': { get: route('存证证明包，可离线核验') },
      ...figurePaths(),
    },
    components: {
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            refusals: { type: 'array' },
            faults: { type: 'array' },
          },
        },
        ...figureSchemas,
        ...forms,
      },
    },
  };
}

function schemaOf(fields: Fields): Schema {
  const required = Object.entries(fields)
    .filter(([, spec]) => !spec.optional && !spec.when && spec.kind !== 'bool')
    .map(([key]) => key);
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, spec]) => [key, { title: spec.label, ...kindSchema(spec) }]),
    ),
  };
}

function kindSchema(spec: FieldSpec): Schema {
  switch (spec.kind) {
    case 'text':
      return { type: 'string', maxLength: spec.max };
    case 'choice':
      return { type: 'string', enum: Object.keys(spec.options) };
    case 'choices':
      return { type: 'array', items: { enum: Object.keys(spec.options) } };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'integer':
      return { type: 'integer', minimum: spec.min ?? 0, ...(spec.max !== undefined && { maximum: spec.max }) };
    case 'money':
      return { type: 'integer', minimum: 0, description: '分' };
    case 'bool':
      return { type: 'boolean' };
    case 'persons':
    case 'files':
      return { type: 'array', items: { type: 'string' } };
    case 'group':
      return schemaOf(spec.of);
    case 'list':
      return { type: 'array', items: schemaOf(spec.of) };
    default:
      return { type: 'string' };
  }
}
