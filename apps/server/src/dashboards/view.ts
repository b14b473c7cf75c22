import { type Dashboard, periodName, type Value } from '@fadu/indicator';
import type { Refusal, Result } from '@fadu/kernel';
import type { BoardFigure, BoardPanel, Collected, Comparison, DashboardView } from '@fadu/wire';
import type { Scope } from '../access/scope.js';
import { type Asked, asked, definitionOf, notesOf, unrecordedYears, wordsOf } from '../indicators/figure.js';
import { valueAt, versionOf } from '../indicators/figure-value.js';
import type { Platform } from '../matters/execute.js';
import { amendmentNotes } from '../returns/amendment-notes.js';
import { type Comparing, comparing } from './compare.js';
import { panelOf, trendRows } from './panels.js';

export interface DashboardQuestion {
  /** Id or full name. */
  readonly org: string;
  readonly period: string;
  readonly compare: Comparison;
}

/** A board for a place and a period, all of it on one snapshot. */
export const viewDashboard = (
  platform: Platform,
  scope: Scope,
  board: Dashboard,
  { org, period, compare }: DashboardQuestion,
): Promise<Result<DashboardView, Refusal>> =>
  asked(platform, scope, { code: board.figures[0]!, org, period, upTo: 'watermark' }, async (one) => {
    const by = await comparing(one, compare, board.figures);
    const of = (code: string): Asked => ({ ...one, definition: definitionOf(code)! });
    const figures: BoardFigure[] = [];
    for (const code of board.figures) figures.push(await boardFigure(of(code), by));
    const panels: BoardPanel[] = [];
    for (const panel of board.panels) panels.push(await panelOf(of(panel.code), panel, by));
    return {
      key: board.key,
      name: board.name,
      purpose: board.purpose,
      org: { id: one.org.id, name: one.org.name },
      period: { text: one.period.text, from: one.period.from, to: one.period.to, name: periodName(one.period) },
      compare: { with: by.with, name: by.name },
      asOf: one.counting.asOf ?? platform.now().toISOString(),
      notes: notesOf(one),
      figures,
      panels,
    };
  });

/** What stands under a key figure, in short: its page says it at length. */
async function notesOn(one: Asked, unknown: Value | undefined, collected: Collected | undefined): Promise<string[]> {
  if (unknown === undefined) return unrecordedYears(one);
  const { length } = await amendmentNotes(one, collected);
  return length === 0 ? [] : [`有${length}处更正没有计入，点开看。`];
}

async function boardFigure(one: Asked, by: Comparing): Promise<BoardFigure> {
  const { definition, period, org } = one;
  const { value, unknown, collected } = await valueAt(one, period);
  const version = versionOf(definition, period);
  const { rows } = await trendRows(one);
  return {
    code: definition.code,
    name: definition.name,
    unit: definition.unit,
    source: definition.source.from,
    value,
    text: wordsOf(one, value, period),
    base: value.is === 'ratio' && definition.unit === '%' ? `${value.numerator}/${value.denominator}` : null,
    basedOn: version?.base ?? null,
    compared: await by.compared(one, value),
    trend: rows.map(({ label, text, height }) => ({ label, text, height })),
    notes: await notesOn(one, unknown, collected),
    open: { code: definition.code, org: org.id, period: period.text },
  };
}
