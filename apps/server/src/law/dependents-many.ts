import { fail, ok, type Result } from '@fadu/kernel';
import type { TitleIndex } from '@fadu/lawtext';
import {
  AFFECTED_NAMES,
  DEPENDENT_KINDS,
  type LawDependentInput,
  type LawDependentKind,
  type LawDependentPlace,
  type LawDependentRow,
  type LawJudgedDependent,
} from '@fadu/wire';
import type { Platform } from '../matters/execute.js';
import type { Official } from './alert-list.js';
import { knownTitles } from './citing.js';
import { addDependent, judgeText, registerPlaces } from './dependents.js';

const MOST_WORDS = 50_000;

/**
 * Judges many texts of one organization, in the words of a table, and registers them: all or none, or only those in
 * order; without `confirm` none. What is registered so already is `present`.
 */
export async function registerMany(
  platform: Platform,
  official: Official,
  org: string,
  rows: readonly LawDependentRow[],
  confirm: 'all' | 'ready' | undefined,
): Promise<Result<LawJudgedDependent[], string>> {
  const place = registerPlaces(platform, official).find((one) => one.org === org);
  if (!place) return fail('不能登记：只能登记本单位的。请转告该单位，或者切换到该单位的岗位。');
  const titles = await knownTitles(platform.pool);
  const held = await heldBy(platform, org);
  const judged: LawJudgedDependent[] = [];
  const inputs = new Map<LawJudgedDependent, LawDependentInput>();
  const above = new Map<string, number>();
  for (const row of rows) {
    const { one, input } = await judge(platform, place, row, titles, held, above);
    judged.push(one);
    if (input) inputs.set(one, input);
  }
  const faulty = judged.some(({ standing }) => standing === 'faulty');
  if (confirm === undefined || (confirm === 'all' && faulty)) return ok(judged);
  const written: LawJudgedDependent[] = [];
  for (const one of judged) {
    const input = one.standing === 'ready' ? inputs.get(one) : undefined;
    const id = input && (await addDependent(platform, official, input, titles));
    // Somebody else was quicker: what stands is as good.
    written.push(input ? { ...one, standing: id === null ? 'present' : 'written' } : one);
  }
  return ok(written);
}

const keyOf = (kind: string, name: string): string => `${kind}\n${name}`;

/** Texts in use of an organization, with the words they were registered by. */
async function heldBy({ pool }: Platform, org: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query('select kind, name, body from law_dependent where org = $1 and ended_at is null', [
    org,
  ]);
  return new Map(rows.map(({ kind, name, body }) => [keyOf(kind, name), body]));
}

async function judge(
  platform: Platform,
  { org, posts }: LawDependentPlace,
  row: LawDependentRow,
  titles: TitleIndex,
  held: ReadonlyMap<string, string>,
  above: Map<string, number>,
): Promise<{ one: LawJudgedDependent; input: LawDependentInput | null }> {
  const faults: string[] = [];
  const kind = kindNamed(row.kind);
  const name = row.name.trim();
  const text = row.text.trim();
  const post = posts.find((one) => one.name === row.post.trim() || one.post === row.post.trim());
  if (!kind) faults.push('类别：请写规范性文件、权力事项、裁量权基准或者文书格式。');
  if (name.length < 2 || name.length > 200) faults.push('名称：请写2至200字。');
  if (row.number.trim().length > 100) faults.push('文号或者编码：不超过100字。');
  if (!post)
    faults.push(
      `责任岗位：本单位没有“${row.post.trim()}”，影响提示没有人收。可以写：${posts.map((one) => one.name).join('、')}。`,
    );
  const checks = text.length > MOST_WORDS ? [] : await judgeText(platform, text, titles);
  if (text.length > MOST_WORDS) faults.push(`依据原文：超过${MOST_WORDS}字，请只留写明依据的段落。`);
  else if (checks.length === 0)
    faults.push('依据原文：没有读出引用的法规。请写全名称和条款，例如《某某法》第八条第一款。');
  for (const { verdict, message } of checks)
    if (verdict === 'E-LW-05' || verdict === 'E-LW-06') faults.push(`依据原文：${message}（${verdict}）`);
  let standing: LawJudgedDependent['standing'] = 'ready';
  if (kind && name !== '') {
    const key = keyOf(kind, name);
    const first = above.get(key);
    const before = held.get(key);
    if (first !== undefined) faults.push(`名称：和上面第${first}行重复，同类的只登记一次。`);
    else if (before === text) standing = 'present';
    else if (before !== undefined)
      faults.push(`名称：本单位已经登记过“${name}”，依据不同。要改的，请先停用原来的再登记。`);
    above.set(key, first ?? row.row);
  }
  if (faults.length > 0) standing = 'faulty';
  const input =
    standing === 'ready' ? { kind: kind!, name, number: row.number.trim(), org, post: post!.post, text } : null;
  return { one: { row, standing, faults, checks }, input };
}

const kindNamed = (words: string): LawDependentKind | undefined =>
  DEPENDENT_KINDS.find((kind) => AFFECTED_NAMES[kind] === words.trim() || kind === words.trim());
