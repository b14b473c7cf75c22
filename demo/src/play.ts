import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf, type PlainDate } from '@fadu/kernel';
import { act, type Booted, deliverOutbox, EVERYTHING, expireClocks, open, type Platform } from '@fadu/server';
import type { Cast } from './cast.js';
import { pdfOf } from './pdf.js';
import { PARTY, type Step, type Story, type Upload } from './story.js';

/** A story whose next step was refused: the matter stays where it is. */
export interface Broken {
  readonly story: string;
  readonly action: string;
  readonly why: string;
}

/** A citizen's way to a matter of the demonstration. */
export interface Ticket {
  readonly story: string;
  readonly receipt: string;
  readonly queryCode: string;
}

interface Due {
  readonly step: Step;
  readonly index: number;
  readonly story: Story;
}

/**
 * Plays stories through the real engine in the order of their days, at their own moments, so that numbers, clocks and
 * records are those of an office that worked through these days. A step that was carried out before is left as it is.
 */
export class Player {
  readonly broken: Broken[] = [];
  /** Of the matters that citizens opened. */
  readonly tickets: Ticket[] = [];
  private readonly matters = new Map<string, string>();

  constructor(
    private readonly booted: Booted,
    private readonly cast: Cast,
    private readonly pool: Platform['pool'] = booted.platform.pool,
  ) {}

  async play(stories: readonly Story[], progress: (done: number, all: number) => void): Promise<void> {
    const dues: Due[] = stories
      .flatMap((story) => story.steps.map((step, index) => ({ step, index, story })))
      .sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
    let today: PlainDate | undefined;
    for (const [done, due] of dues.entries()) {
      const day = dayOf(due.step.at);
      if (day !== today) await this.nights(day);
      today = day;
      if (!this.broken.some((one) => one.story === due.story.key)) await this.take(due);
      if (done % 50 === 49) progress(done + 1, dues.length);
    }
    await this.nights(dayOf(this.booted.platform.now()));
  }

  private platformAt(at: Date): Platform {
    return { ...this.booted.platform, pool: this.pool, now: () => at };
  }

  /** Clocks that ran out act at the beginning of the day after their last one, before anything else is done there. */
  private async nights(today: PlainDate): Promise<void> {
    const { rows } = await this.booted.owner.query(
      `select distinct legal_due as due from clock
       where acts is not null and outcome is null and not paused and legal_due < $1 order by 1`,
      [today],
    );
    for (const { due } of rows as { due: PlainDate }[])
      await expireClocks(this.platformAt(new Date(`${addDays(due, 1)}T00:05:00+08:00`)));
  }

  private async take({ step, index, story }: Due): Promise<void> {
    const platform = this.platformAt(step.at);
    const command = { action: step.action, input: step.input, ...(step.reasons && { reasons: step.reasons }) };
    const opens = index === 0 && story.from === undefined;
    for (const upload of step.uploads ?? []) await this.upload(upload, step.by);
    const id = opens ? undefined : await this.matterOf(story);
    const actor =
      step.by === PARTY
        ? { kind: 'party' as const, ...(id !== undefined && { matter: id }) }
        : this.cast.actor(step.by);
    const request = { actor, scope: EVERYTHING, key: `demo:${story.key}:${index}`, command };
    const written =
      id === undefined
        ? await open(platform, platform.lineOf(story.line)!, story.organ, request)
        : await act(platform, id, null, request);
    if (!written.ok) {
      this.broken.push({ story: story.key, action: step.action, why: JSON.stringify(written.error) });
      return;
    }
    const { matter, queryCode } = written.value;
    this.matters.set(story.key, matter.id);
    if (queryCode !== undefined) this.tickets.push({ story: story.key, receipt: matter.receipt, queryCode });
    if (written.value.events.some((event) => event.messages.length > 0)) await deliverOutbox(platform);
  }

  /** The matter of a story; for one that a message opened, the one linked to the story before it. */
  private async matterOf(story: Story): Promise<string> {
    const known = this.matters.get(story.key);
    if (known !== undefined) return known;
    const before = story.from === undefined ? undefined : this.matters.get(story.from);
    const { rows } = await this.booted.owner.query(
      `select id from matter where line = $1 and data ->> 'reconsideration' = $2`,
      [story.line, before ?? ''],
    );
    if (rows.length !== 1) throw new Error(`the matter of ${story.key} was not opened`);
    this.matters.set(story.key, rows[0].id);
    return rows[0].id;
  }

  private async upload({ id, name, text }: Upload, person: string): Promise<void> {
    const bytes = pdfOf(text);
    const digest = createHash('sm3').update(bytes).digest('hex');
    const folder = join(this.booted.filesDir, digest.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, digest), bytes, { mode: 0o600 });
    await this.booted.owner.query(
      'insert into upload (id, name, type, size, digest, uploaded_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [id, name, 'application/pdf', bytes.length, digest, person],
    );
  }
}
