import { dayOf, shortBasesText } from '@fadu/kernel';
import { CHAPTERS, DISCLOSURE, getLine, mustPublish, reporting } from '@fadu/lines';
import type { ReportList } from '@fadu/wire';
import { EVERYTHING } from '../access/scope.js';
import type { Platform } from '../matters/execute.js';
import type { Viewer } from '../matters/view.js';
import { scoped } from '../storage/scoped.js';
import { publicationsOf } from './publications.js';
import { dueYear } from './register.js';
import { registerOf } from './reminders.js';

const POSTS = new Set(Object.keys(getLine(reporting.line).posts));

interface AskedRow {
  readonly unit: string;
  readonly year: number;
  readonly chapter: string;
  readonly post: string | null;
  readonly org: string;
  readonly due_on: string | null;
  readonly done: boolean;
}

/** The reports of a person's units, the chapters they were asked for, and the reminders sent to them. */
export async function myReports(platform: Platform, viewer: Viewer): Promise<ReportList> {
  const posts = viewer.actor.kind === 'official' ? viewer.actor.posts : [];
  const units = [...new Set(posts.filter(({ post }) => POSTS.has(post)).map(({ org }) => org))];
  const orgs = [...new Set(posts.map(({ org }) => org))];
  const year = dueYear(platform);
  const { own, asked, reminders, published } = await scoped(platform.pool, EVERYTHING, async (client) => ({
    own: await client.query<{ unit: string; year: number; state: string; published: string | null; due: string }>(
      `select data ->> $2 as unit, (data ->> $3)::int as year, state, data ->> $4 as published, data ->> $5 as due
       from matter where line = $1 and organ = any($6) order by year desc, unit`,
      [reporting.line, reporting.unit, reporting.year, reporting.publishedOn, reporting.dueOn, units],
    ),
    asked: await client.query<AskedRow>(
      `select m.data ->> $3 as unit, (m.data ->> $4)::int as year, c.chapter, c.post, c.org, c.due_on::text,
         coalesce(c.submitted = t.last or c.confirmed = t.last, false) as done
       from report_chapter c join matter m on m.region = c.region and m.id = c.matter and m.line = $1 and m.state = $2
       left join lateral (select max(version) as last from report_text t
         where t.region = c.region and t.matter = c.matter and t.chapter = c.chapter) t on true
       where c.org = any($5) order by c.due_on nulls last, c.chapter`,
      [reporting.line, reporting.writing, reporting.unit, reporting.year, orgs],
    ),
    published: await publicationsOf(client, year),
    reminders: await client.query<{
      id: string;
      unit: string;
      year: number;
      message: string;
      org: string | null;
      at: Date;
      seen_at: Date | null;
    }>(
      'select id, unit, year, message, org, at, seen_at from report_reminder where unit = any($1) order by at desc limit 50',
      [orgs],
    ),
  }));
  const { directory } = platform;
  const states = platform.lineOf(reporting.line)?.states ?? {};
  const today = dayOf(platform.now());
  const owed = units.filter((unit) => !published.publications.some((one) => one.unit === unit));
  const standing = today >= DISCLOSURE.before(year) ? 'late' : today >= DISCLOSURE.soonFrom(year) ? 'soon' : 'open';
  return {
    due: owed.flatMap((unit) => {
      const org = directory.findOrg(unit);
      return org && mustPublish(org)
        ? [
            {
              unit,
              name: org.name,
              year,
              upwardBefore: DISCLOSURE.upward.before(year),
              before: DISCLOSURE.before(year),
              standing,
              basis: shortBasesText([
                DISCLOSURE.upward.basis,
                DISCLOSURE.basis,
                ...(standing === 'late' ? [DISCLOSURE.late] : []),
              ]),
            } as const,
          ]
        : [];
    }),
    own: own.rows.map(({ unit, year, state, published, due }) => ({
      unit,
      name: directory.nameOf(unit),
      year,
      state: states[state]?.name ?? state,
      publishedOn: published,
      dueOn: due ?? DISCLOSURE.before(year),
    })),
    asked: asked.rows
      .filter((row) => posts.some(({ org, post }) => org === row.org && (row.post === null || row.post === post)))
      .map(({ unit, year, chapter, due_on, done }) => ({
        unit,
        name: directory.nameOf(unit),
        year,
        chapter,
        title: CHAPTERS.find(({ key }) => key === chapter)?.title ?? chapter,
        dueOn: due_on,
        done,
      })),
    reminders: reminders.rows.map(({ id, unit, year, message, org, at, seen_at }) => ({
      id,
      unit,
      name: directory.nameOf(unit),
      year,
      message,
      from: org === null ? '平台' : directory.nameOf(org),
      at: at.toISOString(),
      seen: seen_at !== null,
    })),
    writes: posts.find(({ post }) => post === reporting.writer)?.org ?? null,
    dueYear: year,
    register: registerOf(platform, viewer),
    begin: { line: reporting.line, action: reporting.begin },
  };
}

/** How many chapters and reminders wait for a person; counted at every page, so in one question. */
export async function waitingReports(platform: Platform, viewer: Viewer): Promise<number> {
  const posts = viewer.actor.kind === 'official' ? viewer.actor.posts : [];
  const { rows } = await scoped(platform.pool, viewer.scope, (client) =>
    client.query<{ n: number }>(
      `select (select count(*) from report_reminder where unit = any($1) and seen_at is null)::int
         + (select count(*) from report_chapter c where c.org = any($1) and (c.post is null or c.post = any($2))
            and c.confirmed is null and c.submitted is null)::int as n`,
      [[...new Set(posts.map(({ org }) => org))], [...new Set(posts.map(({ post }) => post))]],
    ),
  );
  return rows[0]?.n ?? 0;
}
