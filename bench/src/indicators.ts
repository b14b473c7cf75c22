import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { formulas } from '@fadu/lines';
import {
  type Booted,
  boot,
  buildReport,
  EVERYTHING,
  indicatorFigure,
  indicatorRows,
  rebuildRollUp,
  renderDocx,
  reportDocument,
  rollUp,
  type Scope,
  temporaryData,
} from '@fadu/server';
import type { Figure, Measured } from './figure.js';
import { milliseconds, percentile } from './figure.js';
import {
  advance,
  CITIES,
  COUNTIES,
  DEPARTMENTS,
  dropIdleIndexes,
  EVENTS_EACH,
  events,
  make,
  ORGANIZATIONS,
  organizations,
} from './indicators-data.js';

const YEAR = 2023;
/** Events: one million always, three and ten with FADU_BENCH_LARGE=1. */
const SIZES = process.env.FADU_BENCH_LARGE === '1' ? [1_000_000, 3_000_000, 10_000_000] : [1_000_000];
const FOLLOWED = 50_000;
const CORRECTED = 20_000;
const ASKED = 300;
const INCREMENTAL = 20_000;

/**
 * The roll-up of indicators for a province of 3,000 organizations over matters made by SQL: computed from the beginning,
 * followed event by event, and asked for figures with a page of records and for the yearly report.
 */
export async function measureIndicators(): Promise<Measured> {
  const dataDir = temporaryData('fadu-bench-indicators-');
  const booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', connections: 4, durable: false });
  const figures: Figure[] = [];
  try {
    await organizations(booted);
    await dropIdleIndexes(booted);
    let matters = 0;
    for (const size of SIZES) {
      await make(booted, matters, size / EVENTS_EACH - matters, 3);
      matters = size / EVENTS_EACH;
      await booted.owner.query('vacuum analyze');
      const spent = await timed(() => rebuildRollUp(booted.platform.pool, formulas));
      const name = `rebuild from ${size.toLocaleString('en')} events`;
      figures.push({ name, value: `${(spent / 1000).toFixed(1)} s, ${rate(size, spent)} events/s` });
      await booted.owner.query('vacuum analyze indicator_place, indicator_record, indicator_month');
      figures.push(await asked(booted, size), await reported(booted, size));
    }
    figures.unshift(...(await followed(booted, matters)));
    return {
      title: 'Indicators rolled up',
      note: `${ORGANIZATIONS.toLocaleString('en')} organizations in ${COUNTIES} regions, few with much and most with little; ${EVENTS_EACH} events a matter, all formulas of the lines; made by SQL, commits not durable.${SIZES.length === 1 ? ' `FADU_BENCH_LARGE=1` goes on to 3 and 10 million events.' : ''}`,
      figures,
    };
  } finally {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Three streams behind what is there, each rolled up by itself. */
async function followed(booted: Booted, matters: number): Promise<Figure[]> {
  const follow = () => timed(() => rollUp(booted.platform.pool, formulas));
  const step = FOLLOWED / 10;
  // Cases to be accepted, and cases to be concluded.
  await make(booted, matters, step, 1, 1, true);
  await make(booted, matters + step, step, 2, 2, true);
  await follow();
  await make(booted, matters + 2 * step, step, 1, 1, true);
  await advance(booted, matters, step, 2);
  await advance(booted, matters + step, step, 3);
  await events(booted, 0, FOLLOWED - 3 * step, 1, { first: 'note' });
  const daily = await follow();
  await make(booted, matters + 3 * step, FOLLOWED / EVENTS_EACH, 3, EVENTS_EACH, true);
  const taken = await follow();
  await advance(booted, 0, CORRECTED, 3, 11);
  const late = await follow();
  return [
    {
      name: `incremental, ${FOLLOWED.toLocaleString('en')} events, each of another matter: received, accepted, concluded one tenth each, others with a note`,
      value: `${rate(FOLLOWED, daily)} events/s`,
      budget: `≥ ${INCREMENTAL.toLocaleString('en')}/s`,
      kept: FOLLOWED / (daily / 1000) >= INCREMENTAL,
    },
    {
      name: `incremental, ${FOLLOWED.toLocaleString('en')} events of new matters, ten each`,
      value: `${rate(FOLLOWED, taken)} events/s`,
    },
    {
      name: `incremental, ${CORRECTED.toLocaleString('en')} late corrections that move every day of another matter`,
      value: `${rate(CORRECTED, late)} events/s`,
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const rate = (count: number, ms: number): string => Math.round(count / (ms / 1000)).toLocaleString('en');

/** Province, city, county, organization, each asked for by its own leader. */
function place(index: number): { readonly org: string; readonly scope: Scope } {
  const of = (org: string, path: string) => ({ org, scope: { orgs: [org], paths: [path], matter: null } });
  const [city, county, department] = [index % CITIES, index % COUNTIES, (index * 37) % DEPARTMENTS];
  switch (index % 4) {
    case 0:
      return { org: 'p', scope: EVERYTHING };
    case 1:
      return of(`c${city}`, `r.c${city}`);
    case 2:
      return of(`x${county}`, `r.c${county % CITIES}.x${county}`);
    default:
      return of(`d${department}`, `r.c${(department % COUNTIES) % CITIES}.x${department % COUNTIES}.d${department}`);
  }
}

/** Every indicator in turn, of a year, a quarter, a month or a day, with the first page of its records, as the page asks. */
async function asked(booted: Booted, size: number): Promise<Figure> {
  const codes = Object.keys(formulas);
  const periods = [`${YEAR}`, `${YEAR}`, `${YEAR}Q2`, `${YEAR}-07`, `${YEAR}-07-05`];
  const times: number[] = [];
  for (let index = 0; index < ASKED; index += 1) {
    const { org, scope } = place(index);
    const question = {
      code: codes[(index * 5) % codes.length]!,
      org,
      period: periods[index % periods.length]!,
      upTo: 'watermark' as const,
    };
    const begin = performance.now();
    const figure = await indicatorFigure(booted.platform, scope, question);
    const rows = await indicatorRows(booted.platform, scope, question, { from: 0, count: 50 });
    times.push(performance.now() - begin);
    if (!figure.ok || !rows.ok) throw new Error(`no figure of ${JSON.stringify(question)}`);
  }
  times.sort((a, b) => a - b);
  const p95 = percentile(times, 0.95);
  return {
    name: `figure with comparison and first page of records, ${size.toLocaleString('en')} events`,
    value: `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(p95)}`,
    budget: 'p95 < 100 ms',
    kept: p95 < 100,
  };
}

/** The yearly report of the province, as a paper. */
async function reported(booted: Booted, size: number): Promise<Figure> {
  let figures = 0;
  const spent = await timed(async () => {
    const built = await buildReport(booted.platform, EVERYTHING, { org: 'p', year: YEAR });
    if (!built.ok) throw new Error(built.error.message);
    figures = built.value.chapters.reduce((sum, { sentences }) => sum + sentences.length, 0);
    await renderDocx(reportDocument(built.value));
  });
  return {
    name: `yearly report of the province as .docx, ${figures} figures, ${size.toLocaleString('en')} events`,
    value: milliseconds(spent),
    budget: '< 5 s',
    kept: spent < 5000,
  };
}
