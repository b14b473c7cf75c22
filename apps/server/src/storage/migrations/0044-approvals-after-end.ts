/** 0044: what waits for approval is to be done also where the matter has ended: a correction of what was published. */
export const approvalsAfterEnd = /* sql */ `
drop index matter_waits;
create index matter_waits on matter using gin (waits_for) where closed_on is null or pending is not null;
`;
