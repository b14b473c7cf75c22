import { nationalCalendar } from '@fadu/calendar';
import { lines } from '@fadu/lines';
import { describe, expect, it } from 'vitest';
import { Cast } from './cast.js';
import { demoDirectory } from './directory.js';
import { demoStories } from './load.js';
import { rehearse } from './rehearsal.fixture.js';
import { stageFor } from './stage.js';

const { orgs, people } = demoDirectory();
const cast = new Cast(orgs, people);
const storiesAt = (now: Date) => demoStories(stageFor(cast, nationalCalendar, now));
const atNoon = (day: string) => new Date(`${day}T12:00:00+08:00`);

describe('the stories', () => {
  // An ordinary day, days after the long holidays, a Sunday, a day that works though it is one, the last and first of a year.
  it.each(['2026-02-25', '2026-07-01', '2026-10-10', '2026-11-29', '2026-12-31', '2027-01-04'])(
    'are lawful from the first step to the last when told on %s',
    (day) => {
      const now = atNoon(day);
      // The year 2023 is over and the same whenever it is told: rehearsed below.
      const stories = storiesAt(now).filter((story) => !story.key.startsWith('2023/'));
      const { refused, matters } = rehearse(stories, cast, now);
      expect(refused).toEqual([]);
      expect(matters.size).toBe(stories.length);
    },
  );

  it('of 2023 keep every limit of the organ', () => {
    const now = atNoon('2026-11-25');
    const stories = storiesAt(now).filter((story) => story.key.startsWith('2023/'));
    const { refused, matters } = rehearse(stories, cast, now);
    expect(refused).toEqual([]);
    const late = [...matters].flatMap(([key, matter]) =>
      Object.values(matter.clocks).flatMap((clock) =>
        clock.outcome === 'late' && clock.code !== 'reply' ? [`${key} ${clock.code} ${clock.legalDue}`] : [],
      ),
    );
    expect(late).toEqual([]);
  });

  it('are the same for the same moment', () => {
    expect(JSON.stringify(storiesAt(atNoon('2026-11-25')))).toBe(JSON.stringify(storiesAt(atNoon('2026-11-25'))));
  });

  it('never give a name of a document, a key or a paper twice', () => {
    const stories = storiesAt(atNoon('2026-11-25'));
    const unique = (values: string[]) => expect(new Set(values).size).toBe(values.length);
    unique(stories.map((story) => story.key));
    unique(stories.flatMap((story) => story.steps.flatMap((step) => (step.uploads ?? []).map((one) => one.id))));
    unique(
      stories.flatMap((story) => {
        const { docNumber } = (story.steps[0]?.input.act ?? {}) as { docNumber?: string };
        return story.from === undefined && docNumber !== undefined ? [docNumber] : [];
      }),
    );
  });

  it('show every state of a reconsideration and of a suit', () => {
    const now = atNoon('2026-11-25');
    const { matters } = rehearse(storiesAt(now), cast, now);
    const shown = (line: string) =>
      new Set([...matters.values()].filter((one) => one.line === line).map((one) => one.state));
    const all = Object.keys(lines.find((one) => one.code === 'reconsideration')!.states);
    const reconsiderations = shown('reconsideration');
    expect(all.filter((state) => !reconsiderations.has(state)).sort()).toEqual(['raised', 'raising', 'repeated']);
    const suits = ['received', 'assigned', 'submitted', 'planned', 'heard', 'judged', 'secondInstance', 'effective'];
    expect([...shown('litigation')]).toEqual(expect.arrayContaining([...suits, 'archived']));
  });
});
