/**
 * Counts and rates of one field of work that are easily taken for each other and never compared: what came in is not what
 * was accepted, what was accepted is not what was concluded. Where a report has no figure of a code, one of its family is
 * shown beside, with the reason why it is no match.
 */
export const FAMILIES: readonly (readonly string[])[] = [
  ['reconsideration.received', 'reconsideration.accepted', 'reconsideration.handled', 'reconsideration.concluded'],
  ['reconsideration.direct_correction_rate', 'reconsideration.correction_rate'],
  ['reconsideration.settlement_rate', 'reconsideration.substantive_resolution_rate'],
  ['litigation.cases', 'litigation.first_instance_cases', 'litigation.post_reconsideration_cases'],
  ['litigation.loss_rate', 'litigation.win_rate'],
  ['mediation.cases', 'mediation.disputes_resolved', 'mediation.succeeded'],
  ['legal_aid.accepted', 'legal_aid.handled'],
  ['normative_document.legality_reviewed', 'decision.legal_reviews'],
  ['normative_document.issued', 'normative_document.filed_up', 'normative_document.filed_reviewed'],
  ['law.regulations_reviewed', 'law.regulations_submitted', 'law.regulations_adopted'],
  ['rulemaking.rules_reviewed', 'rulemaking.rules_adopted'],
  ['enforcement.officers_trained', 'enforcement.exam_takers'],
];

/** The others of the same family, in their order; none for a code that stands alone. */
export const kinOf = (code: string): readonly string[] =>
  FAMILIES.find((family) => family.includes(code))?.filter((other) => other !== code) ?? [];
