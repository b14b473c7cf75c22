import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a group of users does: each takes its own requests one after the other, over and over. */
export interface Round {
  readonly url: string;
  readonly cookie: string;
  readonly seconds: number;
  /** Time between two requests of one user, drawn between nothing and twice this. */
  readonly pauseMs: number;
  /** Requests of each user. */
  readonly users: readonly (readonly Ask[])[];
}

export interface Ask {
  readonly path: string;
  /** `{n}` becomes a number never used before, `{revision}` the revision in this user's last answer. */
  readonly body?: string;
  /** What must be known before; its time is not counted. */
  readonly first?: true;
}

let counter = 0;

/** Runs in a process of its own, so that those who ask do not share the thread of the one who answers. */
async function run({ url, cookie, seconds, pauseMs, users }: Round): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    users.map(async (requests) => {
      await sleep(Math.random() * 2 * pauseMs);
      let revision = '';
      for (let at = 0; performance.now() < until; at = (at + 1) % requests.length) {
        const { path, body, first } = requests[at]!;
        const begin = performance.now();
        counter += 1;
        const answer = await fetch(url + path, {
          headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && {
            method: 'POST',
            body: body.replaceAll('{n}', String(counter)).replace('"{revision}"', revision),
          }),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
        revision = String((JSON.parse(text) as { revision?: number }).revision ?? '');
        if (first) continue;
        times.push(performance.now() - begin);
        if (pauseMs > 0) await sleep(Math.random() * 2 * pauseMs);
      }
    }),
  );
  return times;
}

process.on('message', (round: Round) => {
  run(round).then(
    (times) => process.send!({ times }),
    (error: Error) => process.send!({ error: error.message }),
  );
});
