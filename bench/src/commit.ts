import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { CITY, seedDirectory } from '@fadu/demo';
import { addDays, dayOf, type JsonObject, type PlainDate, toInstant } from '@fadu/kernel';
import { act, type Booted, boot, sequence, temporaryData } from '@fadu/server';
import type { Figure, Measured } from './figure.js';
import { milliseconds, percentile } from './figure.js';
import { AGENCY, H1, H2, HANDLER, repliedMatters, request } from './matters.js';
import { tpcB } from './pgbench.js';

const CLIENTS = 8;
const SECONDS = 15;
/** So many that none becomes longer than a real one. */
const MATTERS = 1000;

/** What one step costs, and how often it may be repeated on the same matter. */
interface Kind {
  readonly name: string;
  readonly budget?: true;
  readonly steps: readonly { readonly action: string; readonly input: (round: number) => JsonObject }[];
}

/**
 * Actions committed a second by eight clients, each step in one transaction, against TPC-B on the same server in the same run.
 * The sequencer runs beside, as it does in the server. Clients live in this process, as requests do in the server's.
 */
export async function measureCommit(): Promise<Measured> {
  const dataDir = temporaryData('fadu-bench-commit-');
  const booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', connections: CLIENTS + 2 });
  try {
    await seedDirectory(booted);
    await booted.platform.directory.refresh(true);
    const ids = await repliedMatters(booted, MATTERS, CLIENTS);
    const before = await tpcB(booted.database.ownerUrl, CLIENTS, SECONDS);
    const runs: { kind: Kind; rate: number; times: number[] }[] = [];
    for (const kind of kindsOn(dayOf(toInstant(new Date())))) runs.push({ kind, ...(await run(booted, ids, kind)) });
    const after = await tpcB(booted.database.ownerUrl, CLIENTS, SECONDS);
    // The machine is not the same from minute to minute: what lies between two measurements is set against their mean.
    const yardstick = (before.rate + after.rate) / 2;
    const figures: Figure[] = [
      {
        name: `TPC-B on the same server (${before.by})`,
        value: `${Math.round(before.rate)}/s before, ${Math.round(after.rate)}/s after, mean ${Math.round(yardstick)}/s`,
      },
      ...runs.map(({ kind, rate, times }): Figure => {
        const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => milliseconds(percentile(times, share)));
        return {
          name: kind.name,
          value: `${Math.round(rate)}/s = ${(rate / yardstick).toFixed(3)} × TPC-B; p50 ${p50}, p95 ${p95}, p99 ${p99}`,
          ...(kind.budget && { budget: '≥ 0.35 × TPC-B', kept: rate >= 0.35 * yardstick }),
        };
      }),
    ];
    const { rows } = await booted.owner.query('select count(*)::int as n from ledger_queue');
    figures.push({ name: 'ledger queue at the end, sequencer beside', value: `${rows[0].n} events` });
    return {
      title: 'An action committed',
      note: `${CLIENTS} clients for ${SECONDS} s each kind, durable commits, ${MATTERS} matters of 行政复议.`,
      figures,
    };
  } finally {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The budget is for event, projections, clock and ledger leaf; what a document costs more is told apart. */
function kindsOn(today: PlainDate): Kind[] {
  const evidence = (round: number): JsonObject => ({
    replyEvidence: [
      {
        name: `询问笔录${round}`,
        source: '执法人员制作',
        obtainedOn: addDays(today, -40),
        pages: 3,
        proves: '违法事实',
        afterAct: false,
      },
    ],
  });
  const opinion = (round: number): JsonObject => ({
    party: '申请人',
    how: 'phone',
    on: today,
    record: `第${round}次听取意见，申请人坚持原请求。`,
  });
  const hearing = (): JsonObject => ({
    hearingOn: addDays(today, 20),
    hearingPlace: '复议听证室',
    hearingNoticeOn: today,
    hearingHost: [H1],
    hearingMembers: [H2, 'h3'],
    hearingClerk: ['c1'],
  });
  const supplement = { action: 'supplementEvidence', input: evidence };
  const exclude = {
    action: 'excludeTime',
    input: (): JsonObject => ({ ground: 'inspection', from: today, to: today }),
  };
  const hear = { action: 'hearOpinions', input: opinion };
  const set = { action: 'setHearing', input: hearing };
  const cancel = { action: 'cancelHearing', input: (): JsonObject => ({}) };
  return [
    { name: 'event, projections, ledger (补充证据)', steps: [supplement] },
    { name: 'every second with a clock (补充证据, 登记不计入期限的时间)', steps: [supplement, exclude], budget: true },
    {
      name: 'every second with a document, every fourth with a number (补充证据, 听取意见, 通知听证, 取消听证)',
      steps: [supplement, hear, set, cancel],
    },
  ];
}

/** Eight clients, each with matters of its own, step after step until the time is over. */
async function run(booted: Booted, ids: readonly string[], kind: Kind): Promise<{ rate: number; times: number[] }> {
  const { platform } = booted;
  const times: number[] = [];
  let stop = false;
  const client = async (offset: number): Promise<void> => {
    const mine = ids.filter((_, index) => index % CLIENTS === offset);
    for (let round = 0; !stop; round += 1) {
      for (const id of mine) {
        for (const { action, input } of kind.steps) {
          const [org, posts] = action === 'supplementEvidence' ? [AGENCY, ['responder']] : [CITY, HANDLER];
          const begin = performance.now();
          const written = await act(
            platform,
            id,
            null,
            request(
              org as string,
              posts as string[],
              H1,
              { action, input: input(round) },
              `${kind.name}:${id}:${action}:${round}`,
            ),
          );
          if (!written.ok) throw new Error(`${action}: ${JSON.stringify(written.error)}`);
          times.push(performance.now() - begin);
        }
        if (stop) return;
      }
    }
  };
  const sequencer = async (): Promise<void> => {
    while (!stop) {
      await sequence(platform.pool, booted.keys.signing, platform.now);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  const begin = performance.now();
  const all = Promise.all([...Array.from({ length: CLIENTS }, (_, offset) => client(offset)), sequencer()]);
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  stop = true;
  await all;
  const rate = times.length / ((performance.now() - begin) / 1000);
  times.sort((a, b) => a - b);
  return { rate, times };
}
