import {
  checkCourtCaseNo,
  checkCreditCode,
  checkIdNumber,
  checkPersonName,
  checkPhone,
  type Json,
  type JsonObject,
  normaliseDocNumber,
  type PlainDate,
  parsePlainDate,
} from '@fadu/kernel';
import { holds, isBlank } from './condition.js';
import type { FieldSpec, Fields } from './field.js';
import { isSealed } from './template.js';

export interface FieldFault {
  /** Path into the form: `applicants.0.idNumber`. */
  readonly field: string;
  readonly message: string;
}

export interface Checked {
  /** Values as they are kept: trimmed, normalised, without fields that do not apply. */
  readonly values: JsonObject;
  readonly faults: readonly FieldFault[];
}

/** Text that cannot be kept: broken encoding, control characters except line breaks and tabs. */
const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const MARKUP = /<\s*[/!?a-z]/i;

/**
 * Checks a form against its fields, the same in the browser and on the server. Unknown keys are refused, so that a
 * misspelt field is never lost in silence.
 * @param around values a `when` may read beside the form's own, e.g. the matter's data.
 */
export function checkForm(fields: Fields, input: JsonObject, today: PlainDate, around: JsonObject = {}): Checked {
  const faults: FieldFault[] = [];
  return { values: checkGroup(fields, input, { today, around, faults, path: '' }), faults };
}

interface Walk {
  readonly today: PlainDate;
  readonly around: JsonObject;
  readonly faults: FieldFault[];
  readonly path: string;
}

function checkGroup(fields: Fields, input: JsonObject, walk: Walk): JsonObject {
  const values: Record<string, Json> = {};
  for (const key of Object.keys(input)) {
    if (!Object.hasOwn(fields, key))
      walk.faults.push({ field: walk.path + key, message: `没有“${key}”这一项，请核对。` });
  }
  let seen: JsonObject | undefined;
  for (const [key, spec] of Object.entries(fields)) {
    if (spec.when) {
      seen ??= { ...walk.around, ...input };
      if (!holds(spec.when, seen)) continue;
    }
    const path = walk.path + key;
    const raw = input[key];
    if (isBlank(raw)) {
      if (spec.kind === 'bool') values[key] = false;
      else if (!spec.optional) walk.faults.push({ field: path, message: missingText(spec) });
      continue;
    }
    // Sealed personal data sent back unchanged stays as it is.
    const value = spec.sensitive && isSealed(raw) ? raw : checkValue(spec, raw!, { ...walk, path });
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** Chosen things are asked for as chosen, files as handed in, everything else as written. */
function missingText(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'choice':
    case 'choices':
    case 'organization':
    case 'persons':
    case 'matter':
      return `请选择${spec.label}。`;
    case 'files':
      return `请上传${spec.label}。`;
    default:
      return `请填写${spec.label}。`;
  }
}

function checkValue(spec: FieldSpec, raw: Json, walk: Walk): Json | undefined {
  const wrong = (message: string): undefined => {
    walk.faults.push({ field: walk.path, message });
    return undefined;
  };
  const textOf = (): string | undefined => {
    if (typeof raw !== 'string') return wrong(`${spec.label}应当是文字。`);
    if (UNREADABLE.test(raw)) return wrong(`${spec.label}里有无法显示的字符，可能是复制时编码出错。请重新输入。`);
    return raw.trim();
  };
  const verified = (
    check: (text: string) => { ok: true; value: string } | { ok: false; error: { message: string } },
  ) => {
    const text = textOf();
    if (text === undefined) return undefined;
    const result = check(text);
    return result.ok ? result.value : wrong(result.error.message);
  };
  switch (spec.kind) {
    case 'text': {
      const text = textOf();
      if (text === undefined) return undefined;
      // Names and titles are one line of words; markup pasted with them is never meant.
      if (!spec.multiline && MARKUP.test(text)) return wrong(`${spec.label}里有网页标记。请只填写文字，不用“<”“>”。`);
      const length = [...text].length;
      return length > spec.max ? wrong(`${spec.label}不超过${spec.max}字，现有${length}字。`) : text;
    }
    case 'personName':
      return verified(checkPersonName);
    case 'idNumber':
      return verified((text) => checkIdNumber(text, walk.today));
    case 'creditCode':
      return verified(checkCreditCode);
    case 'phone':
      return verified(checkPhone);
    case 'docNumber':
      return verified(normaliseDocNumber);
    case 'courtCaseNumber':
      return verified(checkCourtCaseNo);
    case 'choice':
      return typeof raw === 'string' && Object.hasOwn(spec.options, raw) ? raw : wrong(`请选择${spec.label}。`);
    case 'choices':
      return Array.isArray(raw) && raw.every((one) => typeof one === 'string' && Object.hasOwn(spec.options, one))
        ? [...new Set(raw as string[])]
        : wrong(`请选择${spec.label}。`);
    case 'date': {
      const date = typeof raw === 'string' ? parsePlainDate(raw) : undefined;
      if (date === undefined)
        return wrong(`${spec.label}不是有效的日期，请按年、月、日填写，年份在1900年至2199年之间。`);
      if (spec.past && date > walk.today) return wrong(`${spec.label}不能晚于今天。`);
      return date;
    }
    case 'integer':
    case 'money': {
      if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return wrong(`${spec.label}应当是整数。`);
      const min = spec.kind === 'money' ? 0 : (spec.min ?? 0);
      if (raw < min) return wrong(`${spec.label}不能小于${min}。`);
      if (spec.kind === 'integer' && spec.max !== undefined && raw > spec.max)
        return wrong(`${spec.label}不能大于${spec.max}。`);
      return raw;
    }
    case 'bool':
      return typeof raw === 'boolean' ? raw : wrong(`请选择${spec.label}是或者否。`);
    case 'organization':
    case 'matter':
      return typeof raw === 'string' && /^[\w-]{1,64}$/.test(raw) ? raw : wrong(`请选择${spec.label}。`);
    case 'persons':
    case 'files': {
      if (!Array.isArray(raw) || !raw.every((one) => typeof one === 'string')) return wrong(`请选择${spec.label}。`);
      const unique = [...new Set(raw as string[])];
      const unit = spec.kind === 'files' ? '个' : '名';
      if (spec.min !== undefined && unique.length < spec.min)
        return wrong(`${spec.label}不少于${spec.min}${unit}，现有${unique.length}${unit}。`);
      if (spec.max !== undefined && unique.length > spec.max)
        return wrong(`${spec.label}不超过${spec.max}${unit}，现有${unique.length}${unit}。`);
      return unique;
    }
    case 'group':
      return isObject(raw)
        ? checkGroup(spec.of, raw, { ...walk, path: `${walk.path}.` })
        : wrong(`请填写${spec.label}。`);
    case 'list': {
      if (!Array.isArray(raw) || !raw.every(isObject)) return wrong(`请填写${spec.label}。`);
      if (spec.min !== undefined && raw.length < spec.min) return wrong(`${spec.label}不少于${spec.min}项。`);
      if (spec.max !== undefined && raw.length > spec.max)
        return wrong(`${spec.label}不超过${spec.max}项，现有${raw.length}项。`);
      return raw.map((item, index) =>
        checkGroup(spec.of, item as JsonObject, { ...walk, path: `${walk.path}.${index}.` }),
      );
    }
  }
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
