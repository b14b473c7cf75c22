/**
 * How indicators of the catalogue hang together, for checking returns. A part is never larger than its whole; wholes
 * that are the sum of their parts; rates with the counts they are made of.
 */
export const PART_OF: readonly (readonly [part: string, whole: string])[] = [
  ['normative_document.retained', 'normative_document.cleaned'],
  ['normative_document.amended_repealed', 'normative_document.cleaned'],
  ['normative_document.corrected', 'normative_document.filed_reviewed'],
  ['rulemaking.rules_amended_repealed', 'rulemaking.rules_cleaned'],
  ['decision.major_decisions_reviewed', 'decision.legal_reviews'],
  ['reconsideration.accepted', 'reconsideration.received'],
  ['litigation.first_instance_cases', 'litigation.cases'],
  ['litigation.losses', 'litigation.cases'],
  ['litigation.pre_litigation_resolved', 'litigation.pre_litigation_disputes'],
  ['mediation.succeeded', 'mediation.cases'],
  ['mediation.difficult_cases', 'mediation.cases'],
  ['mediation.embedded_organisations', 'mediation.organisations'],
  ['legal_aid.criminal_cases', 'legal_aid.accepted'],
  ['notary.remote_institutions', 'notary.institutions'],
  ['lawyer.public_lawyers', 'lawyer.count'],
  ['governance.star_judicial_stations', 'governance.judicial_stations'],
  ['enforcement.legal_reviewers', 'enforcement.officers'],
];

export const SUM_OF: Readonly<Record<string, readonly string[]>> = {
  'governance.star_judicial_stations': [
    'governance.five_star_judicial_stations',
    'governance.four_star_judicial_stations',
    'governance.three_star_judicial_stations',
  ],
};

/** A rate with what is above and below the line; null where the catalogue has no count for it. */
export const RATE_OF: Readonly<
  Record<string, { readonly numerator: string | null; readonly denominator: string | null }>
> = {
  'enforcement.exam_pass_rate': { numerator: null, denominator: 'enforcement.exam_takers' },
  'mediation.success_rate': { numerator: 'mediation.succeeded', denominator: 'mediation.cases' },
  'supervision.rectification_rate': { numerator: 'supervision.problems_rectified', denominator: 'supervision.clues' },
  'disclosure.reply_rate': { numerator: null, denominator: 'disclosure.applications' },
  'corrections.recidivism_rate': { numerator: null, denominator: 'corrections.community_subjects' },
  'litigation.loss_rate': { numerator: 'litigation.losses', denominator: null },
};
