import { type PlainDate, shortBasesText } from '@fadu/kernel';
import { basesUnder, type ClockState, isPaused, isRunning, type Line, type Matter, ruleSetAt } from '@fadu/procedure';

const dateWords = (date: string, today: string): string =>
  `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${date.slice(0, 4)}年`}${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const basesText = (line: Line, matter: Matter, action: string, today: PlainDate): string =>
  shortBasesText(basesUnder(line.actions[action]?.basis ?? [], ruleSetAt(line, matter, today)));

/** Why the waiting request is put to this person: who asks, what the article says must be approved. */
export function whyAsked(line: Line, matter: Matter, today: PlainDate): string | null {
  const { pending } = matter;
  if (!pending) return null;
  const action = line.actions[pending.action];
  const who = pending.by.name ?? '承办人';
  return `${who}提请${action?.name ?? pending.action}，须经批准（${basesText(line, matter, pending.action, today)}）`;
}

/** What happens when nobody answers the request: the clock it bears on goes on to its end. */
export function otherwiseOf(line: Line, matter: Matter, today: string): string | null {
  const { pending } = matter;
  if (!pending) return null;
  const action = line.actions[pending.action];
  const named = action?.clocks?.extend ?? action?.due;
  const clock = (named && running(matter.clocks[named])) || nearest(line, matter);
  if (!clock) return '不批的，案件停在现在的状态';
  const { name, expiry } = line.clocks[clock.code]!;
  const day = dateWords(clock.legalDue, today);
  if (isPaused(clock)) return `不批的，${name}期限仍然中止`;
  if (clock.legalDue < today) return `${name}期限已于${day}届满，不批的继续超期`;
  // 届满视为受理: the step the clock takes by itself.
  const acts = line.clocks[clock.code]!.onExpiry;
  const deemed = expiry === 'deemed' && acts ? line.actions[acts]?.name : undefined;
  return deemed ? `不批的，${day}届满${deemed}` : `不批的，${name}期限仍在${day}届满`;
}

const running = (clock: ClockState | undefined): ClockState | undefined => (isRunning(clock) ? clock : undefined);

const nearest = (line: Line, matter: Matter): ClockState | undefined =>
  Object.values(matter.clocks)
    .filter((clock) => isRunning(clock) && line.clocks[clock.code]?.holder === 'organ')
    .sort((a, b) => a.legalDue.localeCompare(b.legalDue))[0];
