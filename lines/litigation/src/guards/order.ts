import type { LegalBasis } from '@fadu/kernel';
import { inOrder } from '@fadu/procedure';
import { fields } from '../fields.js';
import { CT, JS, XS } from '../statutes.js';

const order = (...orders: readonly (readonly [earlier: string, later: string, basis: LegalBasis])[]) =>
  inOrder('litigation.date_order', fields, ...orders.map(([earlier, later, basis]) => ({ earlier, later, basis })));

/** Which day cannot lie before which, by the step that records the later one. */
export const objectedInOrder = order(['copyReceivedOn', 'objectedOn', JS(10, 1)]);
export const extensionAskedInOrder = order(['copyReceivedOn', 'extensionAskedOn', JS(34)]);
export const causeEndedInOrder = order(['extensionAskedOn', 'causeEndedOn', JS(34)]);
export const submittedInOrder = order(['copyReceivedOn', 'evidenceSubmittedOn', XS(67, 1)]);
export const hearingInOrder = order(
  ['hearings.noticeServedOn', 'hearings.on', CT(5, 2)],
  ['filedOn', 'hearings.on', JS(71)],
);
export const heardInOrder = order(['filedOn', 'appearances.hearingOn', JS(71)]);
export const visitedInOrder = order(['filedOn', 'courtVisits.on', JS(71)]);
export const actChangedInOrder = order(['filedOn', 'actChange.on', JS(81, 1)]);
export const suspendedInOrder = order(['filedOn', 'suspendedOn', JS(87, 1)]);
export const resumedInOrder = order(['suspendedOn', 'resumedOn', JS(87, 2)]);
export const appealedInOrder = order(['judgedOn', 'appealedOn', XS(85)]);
export const appealCopyInOrder = order(['judgedOn', 'appealCopyReceivedOn', JS(108, 1)]);
export const answeredInOrder = order(['appealCopyReceivedOn', 'appealAnsweredOn', JS(108, 2)]);
export const appealReceivedInOrder = order(['judgedOn', 'appealReceivedOn', XS(88)]);
export const effectiveInOrder = order(['servedOn', 'effectiveOn', XS(85)]);
export const retrialAskedInOrder = order(['effectiveOn', 'retrialAskedOn', JS(110)]);
export const performedInOrder = order(['judgedOn', 'performance.doneOn', XS(94)]);
export const forcedInOrder = order(['effectiveOn', 'forcedOn', XS(96)]);
