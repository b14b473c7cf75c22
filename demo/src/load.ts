import { setTimeout } from 'node:timers/promises';
import { dayOf } from '@fadu/kernel';
import { type Booted, openPool } from '@fadu/server';
import { Cast } from './cast.js';
import { seedDirectory } from './directory.js';
import { openReconsiderations } from './open-reconsiderations.js';
import { openSuits } from './open-suits.js';
import { CITY } from './organizations.js';
import { claims, disputes, letters } from './other-lines.js';
import { type Broken, Player, type Ticket } from './play.js';
import { readPublished } from './published/index.js';
import { recentYears } from './recent.js';
import { publish2023, report2023 } from './report-2023.js';
import { openReport, registerPublications, writeOpenReport } from './report-open.js';
import { returns } from './returns.js';
import { type Stage, stageFor } from './stage.js';
import type { Story } from './story.js';
import { year2023 } from './year-2023.js';

const NAME = 'demo';
const LOCK = 7309413;

export interface Loaded {
  readonly matters: number;
  /** Stories that could not go on; empty when the demonstration and the lines agree. */
  readonly broken: readonly Broken[];
}

/** All stories of the demonstration, the same for the same moment. */
export const demoStories = (stage: Stage): Story[] => [
  ...year2023(stage),
  ...recentYears(stage),
  ...openReconsiderations(stage),
  ...openSuits(stage),
  ...letters(stage),
  ...disputes(stage),
  ...claims(stage),
  ...returns(stage),
  report2023(stage),
  openReport(stage),
];

/**
 * Loads the demonstration into an empty platform, or goes on with a load that was cut short; undefined when there is
 * data already; waits for another process that is loading. @throws Error when the database fails: the next start goes on.
 * @param peopleAreThere called as soon as one can sign in; the matters follow.
 */
export async function loadDemo(
  booted: Booted,
  say: (line: string) => void,
  peopleAreThere: () => Promise<void> = async () => undefined,
): Promise<Loaded | undefined> {
  const guard = await booted.owner.connect();
  try {
    if (!(await isOnlyOne(booted, guard, say))) return undefined;
    try {
      const asOf = await begin(booted, say);
      return asOf && (await load(booted, asOf, say, peopleAreThere));
    } finally {
      await guard.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    guard.release();
  }
}

/**
 * Waits until no other process loads: it may end before all is loaded, or be one that was killed and that the database has
 * not missed yet. False when the platform stops meanwhile.
 */
async function isOnlyOne(
  { owner }: Booted,
  guard: { query: Booted['owner']['query'] },
  say: (line: string) => void,
): Promise<boolean> {
  for (let tries = 0; !owner.ending; tries += 1) {
    const { rows } = await guard.query('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0].mine) return true;
    if (tries === 0) say('演示数据：另一进程正在载入，等它载完。');
    await setTimeout(1000);
  }
  return false;
}

/** Ends a load that was cut short and is not to go on, so that clocks act again. */
export async function leaveDemo(booted: Booted): Promise<void> {
  await booted.owner.query('update bulk_load set done_at = now() where name = $1 and done_at is null', [NAME]);
}

export interface DemoTicket {
  readonly receipt: string;
  readonly queryCode: string;
  /** Where the matter stands, as the applicant reads it. */
  readonly state: string;
}

/** A few matters that citizens opened, each in another state: to be looked up in the portal. */
export async function demoTickets(booted: Booted): Promise<readonly DemoTicket[]> {
  const load = await booted.owner.query('select notes from bulk_load where name = $1', [NAME]);
  const tickets: readonly Ticket[] = load.rows[0]?.notes?.tickets ?? [];
  const open = tickets.filter((one) => one.story.startsWith(`open/${CITY}/`));
  const { rows } = await booted.owner.query('select receipt, line, state from matter where receipt = any($1)', [
    open.map((one) => one.receipt),
  ]);
  const byState = new Map<string, DemoTicket>();
  for (const { receipt, queryCode } of open) {
    const row = rows.find((one) => one.receipt === receipt);
    const state = row && booted.platform.lineOf(row.line)?.states[row.state];
    if (state && !byState.has(row.state))
      byState.set(row.state, { receipt, queryCode, state: state.publicText ?? state.name });
  }
  return [...byState.values()];
}

/** The moment the demonstration is relative to; undefined when there is nothing to load. */
async function begin(booted: Booted, say: (line: string) => void): Promise<Date | undefined> {
  const earlier = await booted.owner.query('select as_of, done_at from bulk_load where name = $1', [NAME]);
  const row: { as_of: Date; done_at: Date | null } | undefined = earlier.rows[0];
  if (row) {
    if (row.done_at !== null) return undefined;
    say('演示数据：上次没有载入完，接着载入。');
    return row.as_of;
  }
  const { rows } = await booted.owner.query(
    'select exists (select 1 from org) or exists (select 1 from matter) or exists (select 1 from person) as there',
  );
  if (rows[0].there) return undefined;
  const now = booted.platform.now();
  await booted.owner.query('insert into bulk_load (name, as_of) values ($1, $2)', [NAME, now]);
  return now;
}

async function load(
  booted: Booted,
  asOf: Date,
  say: (line: string) => void,
  peopleAreThere: () => Promise<void>,
): Promise<Loaded> {
  const { orgs, people } = await seedDirectory(booted);
  await peopleAreThere();
  const cast = new Cast(orgs, people);
  say(`演示数据：机构${orgs.length}个，人员${people.length}名；时间以${dayOf(asOf)}为准。`);
  // A commit lost in a crash is played again: nobody waits for the disk.
  const pool = openPool(booted.database.appUrl, 2, '-c synchronous_commit=off');
  try {
    const stories = demoStories(stageFor(cast, booted.platform.calendar(), asOf));
    const player = new Player(booted, cast, pool);
    let told = 0;
    await player.play(stories, (done, all) => {
      const tenth = Math.floor((done * 10) / all);
      if (tenth > told) say(`演示数据：已载入${tenth}成（${done}/${all}步）。`);
      told = Math.max(told, tenth);
    });
    const broken = [...player.broken];
    for (const more of [publish2023, writeOpenReport, registerPublications])
      broken.push(...(await more(booted, cast, pool)));
    for (const { story, action, why } of broken) say(`演示数据：${story}停在“${action}”：${why.slice(0, 300)}`);
    await readPublished(booted, cast);
    await booted.owner.query('update bulk_load set done_at = now(), notes = $2 where name = $1', [
      NAME,
      JSON.stringify({ broken, tickets: player.tickets }),
    ]);
    return { matters: stories.length, broken };
  } finally {
    await pool.end();
  }
}
