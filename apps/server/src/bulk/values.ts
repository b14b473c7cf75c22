import { addDays, type Json, type PlainDate, parsePlainDate } from '@fadu/kernel';
import type { FieldSpec } from '@fadu/procedure';
import type { Directory } from '../access/directory.js';

/** What is known of the organ's people and of organizations when a cell is read. */
export interface Place {
  readonly directory: Directory;
  readonly organ: string;
  readonly today: PlainDate;
}

export type Cell = { readonly value: Json } | { readonly fault: string };

const fault = (text: string): Cell => ({ fault: text });

/** The value a cell stands for, as the form takes it; what it may be is judged like the form's. */
export function cellValue(spec: FieldSpec, text: string, place: Place): Cell {
  switch (spec.kind) {
    case 'date':
      return { value: dayOfText(text) ?? text };
    case 'integer': {
      const plain = text.replaceAll(/[,，\s]/g, '');
      return /^-?\d{1,15}$/.test(plain) ? { value: Number(plain) } : fault(`${spec.label}“${short(text)}”不是整数。`);
    }
    case 'money':
      return fen(spec.label, text);
    case 'bool':
      return text === '是' || text === '否'
        ? { value: text === '是' }
        : fault(`${spec.label}“${short(text)}”看不懂，请填是或否。`);
    case 'choice':
      return oneOf(spec.label, spec.options, text);
    case 'choices':
      return someOf(spec.label, spec.options, namesIn(text));
    case 'organization':
      return organization(spec.label, text, place);
    case 'persons': {
      const { directory, organ, today } = place;
      const holders = [...new Set(directory.holdersOf(spec.post, organ, today).map(({ person }) => person))];
      const ids: string[] = [];
      for (const name of namesIn(text)) {
        const found = holders.filter((id) => directory.nameOf(id) === name);
        if (found.length !== 1)
          return fault(
            found.length === 0
              ? `${spec.label}“${short(name)}”不在本机关这一岗位的人员中。`
              : `${spec.label}“${short(name)}”有${found.length}名同名的人，请登记后在案件中指定。`,
          );
        ids.push(found[0]!);
      }
      return { value: ids };
    }
    default:
      // Digits that the program has rounded are no number of anybody any more.
      return /^\d(\.\d+)?[eE]\+?\d+$/.test(text)
        ? fault(`${spec.label}被Excel改成了数值“${short(text)}”，请把单元格改为文本后重填。`)
        : { value: text };
  }
}

const short = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 30).join('')}……` : text);

const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function oneOf(label: string, options: Readonly<Record<string, string>>, text: string): Cell {
  const key = Object.keys(options).find((one) => options[one] === text);
  return key === undefined
    ? fault(`${label}没有“${short(text)}”，须从${Object.values(options).join('、')}中选填。`)
    : { value: key };
}

/** Names between separators; a name that holds one itself is put together again. */
function someOf(label: string, options: Readonly<Record<string, string>>, parts: readonly string[]): Cell {
  const keys: Json[] = [];
  for (let at = 0; at < parts.length; ) {
    let until = parts.length;
    let found = oneOf(label, options, parts.slice(at, until).join('、'));
    while ('fault' in found && until > at + 1) {
      until -= 1;
      found = oneOf(label, options, parts.slice(at, until).join('、'));
    }
    if ('fault' in found) return found;
    keys.push(found.value);
    at = until;
  }
  return { value: keys };
}

/** Days as people write them, and as a workbook counts them: from the thirtieth of December 1899. */
const DAY_ZERO = '1899-12-30' as PlainDate;

/** 2024-05-08, 2024/5/8, 2024.5.8, 20240508, 2024年5月8日; 45420 of a day pasted into a cell kept as text. */
function dayOfText(text: string): PlainDate | undefined {
  if (/^[2-7]\d{4}$/.test(text)) return addDays(DAY_ZERO, Number(text));
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text.replaceAll(/\s/g, ''));
  if (!parts) return undefined;
  const [, year, month = parts[4], day = parts[5]] = parts;
  return parsePlainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** Yuan to fen by the digits as written, never by a fraction. */
function fen(label: string, text: string): Cell {
  const plain = text.replaceAll(/[,，\s元]/g, '');
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  return parts
    ? { value: Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) }
    : fault(`${label}“${short(text)}”看不懂，请按元填写数字，最多两位小数。`);
}

function organization(label: string, text: string, { directory }: Place): Cell {
  const all = [...directory.allOrgs()];
  const byName = all.filter(({ name }) => name === text);
  const found = byName.length > 0 ? byName : all.filter(({ short }) => short === text);
  if (found.length === 1) return { value: found[0]!.id };
  return fault(
    found.length === 0
      ? `${label}“${short(text)}”没有找到，请填写机关全称。`
      : `${label}“${short(text)}”有${found.length}个，请填写机关全称。`,
  );
}
