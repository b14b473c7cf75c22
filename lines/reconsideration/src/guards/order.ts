import { type DayOrder, inOrder } from '@fadu/procedure';
import { fields } from '../fields/index.js';
import { byLaw, FT07, FT26, FY, FY17, GWY } from '../statutes.js';

type Bases = DayOrder['basis'];
const order = (...orders: readonly (readonly [earlier: string, later: string, basis: Bases])[]) =>
  inOrder(
    'reconsideration.date_order',
    fields,
    ...orders.map(([earlier, later, basis]) => ({ earlier, later, basis })),
  );

const correcting = byLaw([FY(31, 1), FY(31, 2)], FT07(29));
const replying = byLaw([FY(48), FY(54, 1)], FY17(23, 1));
const suspending = byLaw(FY(39), FT07(41));
const norms = byLaw([FY(56), FY(57), FY(58)], [FY17(26), FY17(27)]);
const raising = byLaw(FY(38), undefined, [FY(38), FT26(40)]);

/** Which day cannot lie before which (事实 ≤ 收到 ≤ 通知 ≤ 决定 ≤ 送达), by the step that records the later one. */
export const forwardedInOrder = order(['agencyReceivedOn', 'receivedOn', byLaw(FY(32, 2), undefined)]);
export const selfCorrectedInOrder = order(['agencyReceivedOn', 'agencyCorrectedOn', byLaw(FY(32, 2), undefined)]);
export const acceptedInOrder = order(
  ['receivedOn', 'acceptedOn', byLaw(FY(30, 1), FY17(17, 2))],
  ['correctedOn', 'acceptedOn', byLaw(FY(31, 3), FT07(29))],
);
export const raisedFileInOrder = order(['receivedOn', 'fileReceivedOn', raising]);
export const correctionAskedInOrder = order(['receivedOn', 'corrections.issuedOn', correcting]);
export const correctionReceivedInOrder = order(['corrections.issuedOn', 'correctionReceivedOn', correcting]);
export const correctedInOrder = order(['corrections.issuedOn', 'correctedOn', correcting]);
export const repliedInOrder = order(['copySentOn', 'repliedOn', replying], ['copyReceivedOn', 'repliedOn', replying]);
export const heardInOrder = order(['acceptedOn', 'opinions.on', byLaw(FY(49), FY17(22))]);
export const hearingSetInOrder = order(['acceptedOn', 'hearingNoticeOn', byLaw(FY(51, 1), FT07(33))]);
export const hearingHeldInOrder = order(['hearingNoticeOn', 'hearings.on', byLaw(FY(51, 1), FT07(33))]);
export const consultedInOrder = order(['acceptedOn', 'committeeOpinions.on', byLaw(FY(52), undefined)]);
export const recusalInOrder = order(['recusals.raisedOn', 'recusals.decidedOn', GWY(77)]);
export const actChangedInOrder = order(['act.madeOn', 'actChangedOn', byLaw(FY(65, 2, 2), FT07(39))]);
export const suspendedInOrder = order(['acceptedOn', 'suspendedOn', suspending]);
export const resumedInOrder = order(['suspendedOn', 'resumedOn', suspending]);
export const raisedInOrder = order(['acceptedOn', 'raisedOn', raising]);
export const fileSentInOrder = order(['raisedOn', 'fileSentOn', raising]);
export const normSuspendedInOrder = order(['acceptedOn', 'normSuspendedOn', norms]);
export const normNotifiedInOrder = order(['normSuspendedOn', 'normNoticeReceivedOn', norms]);
export const normRepliedInOrder = order(['normNoticeReceivedOn', 'normRepliedOn', norms]);
export const normTransferredInOrder = order(['normSuspendedOn', 'normTransferReceivedOn', norms]);
export const extensionToldInOrder = order(['acceptedOn', 'extensionNotifiedOn', byLaw(FY(62, 1), FY17(31, 1))]);
export const mediatedInOrder = order(['acceptedOn', 'mediation.signedOn', byLaw(FY(73), FT07(50))]);
export const decidedInOrder = order(['acceptedOn', 'decidedOn', byLaw(FY(62), FY17(31, 1))]);
export const rulingServedInOrder = order(['concludedOn', 'servedOn', byLaw(FY(34), [FY17(17, 1), FY17(19)])]);
export const performedInOrder = order(['decidedOn', 'performedOn', byLaw(FY(77, 1), FY17(32, 1))]);
export const orderedInOrder = order(['servedOn', 'orderedOn', byLaw(FY(77, 2), FY17(32, 2))]);
export const interviewedInOrder = order(['orderedOn', 'interviewedOn', byLaw(FY(77, 2), undefined)]);
export const circulatedInOrder = order(['orderedOn', 'circulatedOn', byLaw(FY(77, 2), undefined)]);
export const enforcedInOrder = order(['servedOn', 'enforcedOn', byLaw(FY(78), FY17(33))]);
export const publishedInOrder = order(['servedOn', 'publishedOn', byLaw(FY(79, 1), undefined)]);
export const opinionReceivedInOrder = order(['acceptedOn', 'opinionReceivedOn', byLaw(FY(76), FT07(57, 1))]);
export const opinionReportedInOrder = order(['opinionReceivedOn', 'opinionReportedOn', byLaw(FY(76), FT07(57, 1))]);
export const suedInOrder = order(['decidedOn', 'suedOn', byLaw(FY(34), [FY17(5), FY17(19)])]);
