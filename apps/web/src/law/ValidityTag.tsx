import type { LawValidity } from '@fadu/wire';
import { VALIDITY_NAMES } from '@fadu/wire/law';
import { StateTag } from '../StateTag.js';

const TONES: Readonly<Record<LawValidity, string>> = {
  notYetEffective: 'waiting',
  inForce: 'active',
  superseded: 'stopped',
  repealed: 'alarm',
  lapsed: 'alarm',
};

/** How a text stands on the day of reading; one that was in force then and no longer is says so. */
export function ValidityTag({
  validity,
  endOn = null,
  today = '',
}: {
  validity: LawValidity;
  endOn?: string | null;
  today?: string;
}) {
  if (validity === 'inForce' && endOn !== null && endOn <= today) return <StateTag name="当日有效" tone="stopped" />;
  return <StateTag name={VALIDITY_NAMES[validity]} tone={TONES[validity]} />;
}
