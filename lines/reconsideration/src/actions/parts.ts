import { type ActionsOf, serviceConsented, serviceProven } from '@fadu/procedure';
import type { clocks } from '../clocks.js';
import type { documents } from '../documents/index.js';
import type { fields } from '../fields/index.js';
import type { numbers } from '../numbers.js';
import type { states } from '../states.js';

/** The names an action may use: an unknown one does not compile. */
export type Actions = ActionsOf<{
  fields: typeof fields;
  states: typeof states;
  clocks: typeof clocks;
  documents: typeof documents;
  numbers: typeof numbers;
}>;

/** How a step that registers a service is asked and judged. */
export const serving = ['serving', 'servingConsent', 'servingProof'] as const;
export const servingGuards = [serviceConsented, serviceProven];

export const desk = ['handler', 'clerk', 'rcHead'] as const;
/** States between acceptance and the decision. */
export const onTrial = ['accepted', 'sending', 'copySent', 'replied', 'noReply', 'heard', 'hearingSet'] as const;
/** States in which the merits are examined. */
export const examined = ['replied', 'noReply', 'heard', 'hearingSet'] as const;
/** Clocks of the trial that end with it. */
export const trialClocks = [
  'review',
  'correction-notice',
  'correction',
  'send-copy',
  'reply',
  'suspension-max',
  'norm-notify',
  'norm-reply',
  'norm-handle',
  'norm-transfer',
  'norm-return',
] as const;
