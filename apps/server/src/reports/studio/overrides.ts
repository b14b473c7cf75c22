import { fail, type JsonObject, ok, type Refusal, type Result } from '@fadu/kernel';
import { CHAPTERS, codesOf, reporting } from '@fadu/lines';
import type { StudioOverride } from '@fadu/wire';
import { act, findMatter, type Platform, type Unwritten } from '../../matters/execute.js';
import type { MatterRecord } from '../../matters/projection.js';
import { type Desk, NOT_WRITER, refuse, SETTLED } from './desk.js';

export interface Override {
  readonly code: string;
  /** Null: the computed number stands again. */
  readonly value: string | null;
  readonly reason: string;
  readonly key: string;
}

/** Rounds of a change that lost a race against another change of the same list. */
const ATTEMPTS = 5;
const NUMBER = /^\d{1,15}(?:\.\d{1,4})?$/;

export const overridesOf = ({ data }: MatterRecord): StudioOverride[] =>
  ((data[reporting.overrides] ?? []) as unknown as readonly StudioOverride[]).map(({ code, value, reason }) => ({
    code,
    value,
    reason,
  }));

/** Puts a person's number in place of a computed one, with the reason, or takes it back: a step of the record. */
export async function overrideFigure(
  platform: Platform,
  desk: Desk,
  { code, value, reason, key }: Override,
): Promise<Result<void, Refusal | Unwritten>> {
  if (!desk.open) return SETTLED;
  if (!desk.writer) return NOT_WRITER;
  if (!CHAPTERS.some((chapter) => codesOf(chapter).includes(code)))
    return refuse('override_code', `目录里没有指标 ${code}。请从本章数字中选取。`);
  if (value !== null && !NUMBER.test(value))
    return refuse('override_value', '改写的数没有看懂。请只写数字，不写单位和万、余、约，例如95或者1798。');
  if (value !== null && reason === '')
    return refuse('override_reason', '不能改写：没有写明理由。手改的数须写明理由，审核人看得到。');
  for (let attempt = 1; ; attempt += 1) {
    const found = await findMatter(platform, desk.viewer.scope, desk.matter.id);
    if (!found) return fail({ kind: 'not-found' });
    const others = overridesOf(found.record).filter((one) => one.code !== code);
    const rows = value === null ? others : [...others, { code, value, reason }];
    const written = await act(platform, desk.matter.id, found.record.revision, {
      actor: desk.viewer.actor,
      scope: desk.viewer.scope,
      key,
      command:
        rows.length === 0
          ? { action: reporting.restore, input: {} }
          : { action: reporting.override, input: { [reporting.overrides]: rows } as unknown as JsonObject },
    });
    if (written.ok) return ok(undefined);
    if (written.error.kind !== 'conflict' || attempt === ATTEMPTS) return fail(written.error);
  }
}
