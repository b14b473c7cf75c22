import { type FieldSpec, type Fields, formOf, type Line } from '@fadu/procedure';
import { answers } from './answers.generated.js';
import { FIGURE_READS, FIGURE_STEPS, figureSchemas } from './openapi-figures.js';
import { LAW_READS, LAW_STEPS } from './openapi-law.js';
import { MATTER_READS, MATTER_STEPS } from './openapi-matters.js';
import { PUBLIC_READS, PUBLIC_STEPS } from './openapi-public.js';
import { REPORT_READS, REPORT_STEPS } from './openapi-reports.js';
import { pathsOf, type Schema, typeName } from './openapi-route.js';

const READS = [...MATTER_READS, ...FIGURE_READS, ...REPORT_READS, ...LAW_READS, ...PUBLIC_READS];
const STEPS = [...MATTER_STEPS, ...FIGURE_STEPS, ...REPORT_STEPS, ...LAW_STEPS, ...PUBLIC_STEPS];

/** The API document (OpenAPI 3.1): the routes, and for each action of each line the form it takes. */
export function openApi(lines: readonly Line[], version: string): Schema {
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
    paths: pathsOf(READS, STEPS),
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
        ...answers,
        ...figureSchemas,
        ...forms,
      },
    },
  };
}

/** The types that answers are made of, for those who write their schemas (`testing/answer-schemas.ts`). */
export const answerNames = (): readonly string[] => [
  ...new Set(
    [...READS, ...STEPS].flatMap(({ answer }) =>
      typeof answer === 'string' && !answer.includes('/') ? [typeName(answer)] : [],
    ),
  ),
];

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
