// Writes apps/server/src/api/answers.generated.ts: JSON Schema of what the API answers, from the types of packages/wire.
// Run by `npx tsx apps/server/src/testing/answer-schemas.ts` after a type of an answer has changed; a test compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TSInterfaceDeclaration, TSSignature, TSType, TSTypeName, TSTypeReference } from 'oxc-parser';
import { parseSync } from 'oxc-parser';
import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
/** Where the types of answers are declared; of one name the first counts. */
const SOURCES = ['wire', 'indicator', 'kernel', 'figures', 'lawtext', 'procedure', 'calendar', 'ledger'];

interface Declared {
  readonly interface?: TSInterfaceDeclaration;
  readonly alias?: TSType;
}

/** All exported types by name, and all exported values, for `typeof`. */
async function declarations(): Promise<{ types: Map<string, Declared>; values: Map<string, unknown> }> {
  const types = new Map<string, Declared>();
  const values = new Map<string, unknown>();
  for (const name of SOURCES) {
    const folder = join(ROOT, 'packages', name, 'src');
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
      const { program } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
      for (const statement of program.body) {
        const own = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (own?.type === 'TSInterfaceDeclaration' && !types.has(own.id.name))
          types.set(own.id.name, { interface: own });
        if (own?.type === 'TSTypeAliasDeclaration' && !types.has(own.id.name))
          types.set(own.id.name, { alias: own.typeAnnotation });
      }
    }
    const module = (await import(pathToFileURL(join(folder, 'index.ts')).href)) as Record<string, unknown>;
    for (const [key, value] of Object.entries(module)) if (!values.has(key)) values.set(key, value);
  }
  return { types, values };
}

/** The schemas of these types and of all they are made of. */
export async function answerSchemas(names: readonly string[]): Promise<Record<string, Schema>> {
  const { types, values } = await declarations();
  const made = new Map<string, Schema>();

  const named = (name: string): Schema => {
    const declared = types.get(name);
    if (!declared) throw new Error(`no type ${name}`);
    if (!made.has(name)) {
      made.set(name, {});
      made.set(name, declared.interface ? ofInterface(declared.interface) : schemaOf(declared.alias!));
    }
    return { $ref: `#/components/schemas/${name}` };
  };
  /** A schema as an object with its properties, for Omit, Pick and extends. */
  const whole = (schema: Schema): Schema => {
    const ref = /([^/]+)$/.exec(String(schema.$ref ?? ''))?.[1];
    return ref === undefined ? schema : whole(made.get(ref)!);
  };
  const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  const ofInterface = ({ body, extends: above }: TSInterfaceDeclaration): Schema => {
    const own = ofMembers(body.body);
    return above
      .map(({ expression, typeArguments }) =>
        whole(reference(textOf(expression as TSTypeName), typeArguments?.params ?? [])),
      )
      .reduce<Schema>((sum, base) => merged(base, sum), own);
  };
  const merged = (one: Schema, two: Schema): Schema =>
    object({ ...(one.properties as object), ...(two.properties as object) }, [
      ...new Set([...(one.required as string[]), ...(two.required as string[])]),
    ]);
  const ofMembers = (members: readonly TSSignature[]): Schema => {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const member of members) {
      if (member.type === 'TSIndexSignature')
        return { type: 'object', additionalProperties: schemaOf(member.typeAnnotation.typeAnnotation) };
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier')
        throw new Error(`a member of kind ${member.type} is not understood`);
      properties[member.key.name] = schemaOf(member.typeAnnotation!.typeAnnotation);
      if (!member.optional) required.push(member.key.name);
    }
    return object(properties, required);
  };

  /** A property; of a union those of all its kinds. */
  const partOf = ({ properties, anyOf: kinds }: Schema, name: string): Schema =>
    kinds === undefined
      ? (properties as Record<string, Schema>)[name]!
      : anyOf((kinds as Schema[]).map((kind) => partOf(whole(kind), name)));

  const schemaOf = (type: TSType): Schema => {
    switch (type.type) {
      case 'TSStringKeyword':
      case 'TSTemplateLiteralType':
        return { type: 'string' };
      case 'TSNumberKeyword':
        return { type: 'number' };
      case 'TSBooleanKeyword':
        return { type: 'boolean' };
      case 'TSNullKeyword':
        return { type: 'null' };
      case 'TSUnknownKeyword':
        return {};
      case 'TSLiteralType':
        if (type.literal.type !== 'Literal')
          throw new Error(`a literal of kind ${type.literal.type} is not understood`);
        return { const: type.literal.value };
      case 'TSTypeOperator':
        if (type.operator === 'readonly') return schemaOf(type.typeAnnotation);
        if (type.operator === 'keyof' && type.typeAnnotation.type === 'TSTypeQuery')
          return { enum: Object.keys(exported(type.typeAnnotation.exprName as TSTypeName) as object) };
        if (type.operator === 'keyof')
          return { enum: Object.keys(whole(schemaOf(type.typeAnnotation)).properties as object) };
        throw new Error(`${type.operator} is not understood`);
      case 'TSParenthesizedType':
        return schemaOf(type.typeAnnotation);
      case 'TSArrayType':
        return { type: 'array', items: schemaOf(type.elementType) };
      case 'TSTupleType':
        return { type: 'array', items: anyOf(type.elementTypes.map((one) => schemaOf(one as TSType))) };
      case 'TSUnionType':
        return anyOf(type.types.map(schemaOf));
      case 'TSIntersectionType':
        return type.types.map((one) => whole(schemaOf(one))).reduce(merged);
      case 'TSTypeLiteral':
        return ofMembers(type.members);
      case 'TSIndexedAccessType': {
        const of = whole(schemaOf(type.objectType));
        if (type.indexType.type === 'TSNumberKeyword') return of.items as Schema;
        if (type.indexType.type === 'TSLiteralType' && type.indexType.literal.type === 'Literal')
          return partOf(of, String(type.indexType.literal.value));
        throw new Error('this index is not understood');
      }
      case 'TSTypeReference':
        return referenceOf(type);
      default:
        throw new Error(`a type of kind ${type.type} is not understood`);
    }
  };
  const exported = (name: TSTypeName): unknown => {
    const found = values.get(textOf(name));
    if (found === undefined) throw new Error(`no value ${textOf(name)}`);
    return found;
  };
  const referenceOf = ({ typeName, typeArguments }: TSTypeReference): Schema =>
    reference(textOf(typeName), typeArguments?.params ?? []);
  const reference = (name: string, args: readonly TSType[]): Schema => {
    switch (name) {
      case 'ReadonlyArray':
      case 'Array':
        return { type: 'array', items: schemaOf(args[0]!) };
      case 'Readonly':
      // What is told apart by its type alone is written like any other.
      case 'Brand':
        return schemaOf(args[0]!);
      case 'Record':
        return { type: 'object', additionalProperties: schemaOf(args[1]!) };
      case 'Partial': {
        const { properties } = whole(schemaOf(args[0]!));
        return object(properties as Record<string, Schema>, []);
      }
      case 'NonNullable': {
        const { anyOf: parts } = whole(schemaOf(args[0]!)) as { anyOf: Schema[] };
        return anyOf(parts.filter(({ type }) => type !== 'null'));
      }
      case 'Exclude': {
        const out = literalsOf(schemaOf(args[1]!));
        return { enum: literalsOf(schemaOf(args[0]!)).filter((one) => !out.includes(one)) };
      }
      case 'Omit':
      case 'Pick': {
        const { properties, required } = whole(schemaOf(args[0]!)) as {
          properties: Record<string, Schema>;
          required: string[];
        };
        const keys = literalsOf(schemaOf(args[1]!));
        const kept = (key: string): boolean => keys.includes(key) === (name === 'Pick');
        return object(
          Object.fromEntries(Object.entries(properties).filter(([key]) => kept(key))),
          required.filter(kept),
        );
      }
      case 'PlainDate':
        return { type: 'string', format: 'date' };
      case 'z.infer': {
        const [of] = args;
        if (of?.type !== 'TSTypeQuery') throw new Error('z.infer of what?');
        const { $schema, ...schema } = z.toJSONSchema(exported(of.exprName as TSTypeName) as z.ZodType, {
          io: 'output',
        });
        return schema;
      }
      default:
        return named(name);
    }
  };
  const literalsOf = (schema: Schema): readonly unknown[] => {
    const own = whole(schema);
    if (own.enum) return own.enum as unknown[];
    if ('const' in own) return [own.const];
    return (own.anyOf as Schema[]).flatMap(literalsOf);
  };

  for (const name of names) named(name);
  return Object.fromEntries([...made].toSorted(([one], [two]) => one.localeCompare(two, 'en')));
}

/** Words and numbers as one choice; a single kind is itself. */
function anyOf(parts: readonly Schema[]): Schema {
  const literals = parts.filter((part) => 'const' in part).map((part) => part.const);
  const others = parts.filter((part) => !('const' in part));
  const all = literals.length > 1 ? [{ enum: literals }, ...others] : parts;
  return all.length === 1 ? all[0]! : { anyOf: all };
}

const textOf = (name: TSTypeName): string =>
  name.type === 'TSQualifiedName'
    ? `${textOf(name.left)}.${name.right.name}`
    : name.type === 'Identifier'
      ? name.name
      : '';

export const GENERATED = join(ROOT, 'apps/server/src/api/answers.generated.ts');
export const fileOf = (schemas: Record<string, Schema>): string =>
  `// Written by apps/server/src/testing/answer-schemas.ts from the types of packages/wire; not edited.\nexport const answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ${JSON.stringify(schemas, null, 2)};\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { answerNames } = await import('../api/openapi.js');
  writeFileSync(GENERATED, fileOf(await answerSchemas(answerNames())));
}
