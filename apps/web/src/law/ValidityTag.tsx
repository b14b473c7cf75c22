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

export const ValidityTag = ({ validity }: { validity: LawValidity }) => (
  <StateTag name={VALIDITY_NAMES[validity]} tone={TONES[validity]} />
);
