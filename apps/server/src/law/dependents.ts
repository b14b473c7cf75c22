import { dayOf, fail, ok, type Result } from '@fadu/kernel';
import type { TitleIndex } from '@fadu/lawtext';
import type { LawCitationCheck, LawDependent, LawDependentInput, LawDependentPlace } from '@fadu/wire';
import { editsLaws, postNameOf } from '../access/posts.js';
import type { Platform } from '../matters/execute.js';
import type { Official } from './alert-list.js';
import { checkCitations } from './check-citations.js';
import { knownTitles, namedLaws } from './citing.js';

/** Where an official may register: the organizations of the posts in use, with the posts that people hold there. */
export function registerPlaces(platform: Platform, { actor }: Official): LawDependentPlace[] {
  const today = dayOf(platform.now());
  return [...new Set(actor.posts.map(({ org }) => org))].map((org) => ({
    org,
    name: platform.directory.nameOf(org),
    posts: platform.directory.postsIn(org, today).map((post) => ({ post, name: postNameOf(platform.lines, post) })),
  }));
}

/** What a text cites, and whether that is in force today. */
export const checkText = async (platform: Platform, text: string): Promise<LawCitationCheck[]> =>
  judgeText(platform, text, await knownTitles(platform.pool));

export const judgeText = ({ pool, now }: Platform, text: string, titles: TitleIndex): Promise<LawCitationCheck[]> =>
  checkCitations(pool, namedLaws(text, titles), dayOf(now()));

/** Registered texts of the organizations that the viewer sees, those in use first; law editors see all. */
export async function listDependents(platform: Platform, { actor, scope }: Official): Promise<LawDependent[]> {
  const { rows } = await platform.pool.query({
    name: 'law_dependents',
    text: `select d.id, d.kind, d.name, d.number, d.org, d.post, d.body as text, p.name as "createdBy", d.created_at as "createdAt",
        e.name as "endedBy", d.ended_at as "endedAt", d.end_reason as "endReason", d.org = any($3) as "mayEnd",
        (select json_agg(json_build_object('raw', c.raw, 'title', c.title, 'articles', c.articles) order by c.ord)
         from law_dependent_citation c where c.dependent = d.id) as citations,
        (select count(*)::int from law_alert a where a.affected_kind = d.kind and a.handled = 'open'
         and split_part(a.affected, '#', 1) = d.id::text) as alerts
      from law_dependent d join org o on o.id = d.org join person p on p.id = d.created_by left join person e on e.id = d.ended_by
      where d.org = any($1) or o.path <@ any($2::ltree[]) or $4
      order by (d.ended_at is not null), d.kind, d.name limit 2000`,
    values: [scope.orgs, scope.paths, actor.posts.map(({ org }) => org), editsLaws(actor.posts)],
  });
  return rows.map(({ org, post, ...row }) => ({
    ...row,
    owner: `${platform.directory.nameOf(org)}·${postNameOf(platform.lines, post)}`,
  }));
}

/** Registers a text with the clauses it names, for an organization of the official's own. */
export async function registerDependent(
  platform: Platform,
  official: Official,
  input: LawDependentInput,
): Promise<Result<number, string>> {
  const place = registerPlaces(platform, official).find(({ org }) => org === input.org);
  if (!place) return fail('不能登记：只能登记本单位的。请转告该单位，或者切换到该单位的岗位。');
  if (!place.posts.some(({ post }) => post === input.post))
    return fail('不能登记：本单位没有这个岗位，影响提示没有人收。请另选责任岗位。');
  const titles = await knownTitles(platform.pool);
  const checks = await judgeText(platform, input.text, titles);
  if (checks.length === 0) return fail('不能登记：没有读出引用的法规。请写全名称和条款，例如《某某法》第八条第一款。');
  const faults = checks.filter(({ verdict }) => verdict === 'E-LW-05' || verdict === 'E-LW-06');
  if (faults.length > 0)
    return fail(`不能登记：有${faults.length}处引用不对。${faults[0]!.message}（${faults[0]!.verdict}）`);
  const id = await addDependent(platform, official, input, titles);
  return id === null
    ? fail(`不能登记：本单位已经登记过“${input.name}”。要改的，请先停用原来的再登记，原来的留作记录。`)
    : ok(id);
}

/** Writes a text that was judged, with the clauses it names; null when its name is registered already. */
export async function addDependent(
  { pool }: Platform,
  { actor }: Official,
  input: LawDependentInput,
  titles: TitleIndex,
): Promise<number | null> {
  const { rows } = await pool.query(
    `with added as (
       insert into law_dependent (kind, name, number, org, post, body, created_by) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (org, kind, name) where ended_at is null do nothing returning id),
     cited as (
       insert into law_dependent_citation (dependent, ord, raw, title, articles, targets)
       select added.id, u.ord, u.raw, u.title, u.articles, u.targets from added,
         jsonb_to_recordset($8::jsonb) as u (ord int, raw text, title text, articles text[], targets jsonb))
     select id from added`,
    [
      input.kind,
      input.name,
      input.number === '' ? null : input.number,
      input.org,
      input.post,
      input.text,
      actor.person,
      JSON.stringify(namedLaws(input.text, titles).map((one, ord) => ({ ord, ...one }))),
    ],
  );
  return rows[0]?.id ?? null;
}

/** A registered text that is no longer used stays on record; its open alerts stay to be handled. */
export async function endDependent(
  platform: Platform,
  { actor }: Official,
  id: number,
  reason: string,
): Promise<boolean> {
  const done = await platform.pool.query(
    'update law_dependent set ended_by = $2, ended_at = now(), end_reason = $3 where id = $1 and ended_at is null and org = any($4)',
    [id, actor.person, reason, actor.posts.map(({ org }) => org)],
  );
  return done.rowCount === 1;
}
