/**
 * 0062: findings of a report that is written are kept with those of reports that were read. A reason given before stood under
 * a digest of other words and cannot be taken over: it is given again, which a report not yet settled asks for by itself.
 */
export const oneFindings = /* sql */ `
drop table report_finding;
comment on table reading_finding is
  '核查发现的处置，编制的报告和读过的报告同一处登记，只增不改，最后一条为准；statements 为处置时两处的原文';
`;
