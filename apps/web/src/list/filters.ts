import type { LineDescription } from '@fadu/procedure';
import type { ListFilterChoice, MatterRow, Me } from '@fadu/wire';
import { GROUPS } from '../clock/nearness.js';

/** What a list shows, as it stands in the address. */
export interface ListSearch {
  readonly q?: string | undefined;
  readonly view?: string | undefined;
  readonly state?: string | undefined;
  readonly stage?: string | undefined;
  readonly due?: string | undefined;
  readonly person?: string | undefined;
  readonly organ?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `procedure:ordinary;act.kind:penalty` */
  readonly where?: string | undefined;
  readonly sort?: string | undefined;
  readonly size?: string | undefined;
  readonly after?: string | undefined;
}

export interface Chip {
  readonly key: string;
  readonly text: string;
  /** The search without this filter. */
  readonly without: ListSearch;
}

export const readWhere = (where: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (where ?? '').split(';').flatMap((part) => {
      const [path, value] = part.split(':');
      return path && value ? [[path, value]] : [];
    }),
  );

export const writeWhere = (values: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([path, value]) => `${path}:${value}`)
    .join(';') || undefined;

/** The filters in force, each in words, with the search that lifts it. */
export function chipsOf(
  search: ListSearch,
  line: Pick<LineDescription, 'states'>,
  choices: readonly ListFilterChoice[],
  me: Me,
  rows: readonly MatterRow[],
): Chip[] {
  const chips: Chip[] = [];
  const add = (key: keyof ListSearch, text: string | undefined) => {
    if (text !== undefined) chips.push({ key, text, without: { ...search, [key]: undefined } });
  };
  if (search.q) add('q', `含“${search.q}”`);
  if (search.view === 'mine') add('view', '待我办的');
  if (search.view === 'waiting') add('view', '我在等的');
  if (search.state)
    add(
      'state',
      `状态：${search.state
        .split(',')
        .map((one) => line.states[one]?.name ?? one)
        .join('、')}`,
    );
  if (search.stage) add('stage', search.stage === 'open' ? '在办' : '已办结');
  if (search.due) add('due', `期限：${GROUPS.find((group) => group.key === search.due)?.name ?? search.due}`);
  if (search.person)
    add(
      'person',
      search.person === me.person.id ? '我承办的' : search.person === 'none' ? '没有定承办人' : personText(rows),
    );
  if (search.organ) add('organ', `承办机关：${rows[0]?.organName ?? '指定的机关'}`);
  if (search.from || search.to) {
    const text = `收件日：${search.from ?? ''}${search.from && search.to ? '—' : search.from ? '起' : '至'}${search.to ?? ''}`;
    chips.push({ key: 'from', text, without: { ...search, from: undefined, to: undefined } });
  }
  const where = readWhere(search.where);
  for (const [path, value] of Object.entries(where)) {
    const choice = choices.find((one) => one.path === path);
    const names = value.split(',').map((one) => choice?.options.find((option) => option.value === one)?.label ?? one);
    const { [path]: _, ...rest } = where;
    chips.push({
      key: `where.${path}`,
      text: `${choice?.label ?? path}：${names.join('、')}`,
      without: { ...search, where: writeWhere(rest) },
    });
  }
  return chips;
}

/** The one name all rows share is the person asked for. */
function personText(rows: readonly MatterRow[]): string {
  const [first, ...rest] = rows;
  const shared = first?.handlers.filter((name) => rest.every((row) => row.handlers.includes(name))) ?? [];
  return shared.length === 1 ? `承办：${shared[0]}` : '承办：指定的人员';
}
