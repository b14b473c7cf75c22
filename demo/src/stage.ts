import { ApplicationMaker } from './application.js';
import type { Cast } from './cast.js';
import { Random } from './random.js';
import { Days } from './story.js';
import { CourtNumbers } from './suit.js';

/** What all stories share: people, the calendar, the moment of the load, and names and numbers that never repeat. */
export interface Stage {
  readonly cast: Cast;
  readonly days: Days;
  readonly now: Date;
  readonly maker: ApplicationMaker;
  readonly courts: CourtNumbers;
}

export function stageFor(cast: Cast, calendar: ConstructorParameters<typeof Days>[0], now: Date): Stage {
  return {
    cast,
    days: new Days(calendar),
    now,
    maker: new ApplicationMaker(cast, '法度'),
    courts: new CourtNumbers(new Random('法院')),
  };
}
