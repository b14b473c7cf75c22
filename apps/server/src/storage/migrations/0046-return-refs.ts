/** 0046: returns are found by the organization that receives them, for the sums of what was sent to it. */
export const returnRefs = /* sql */ `
update matter set refs = refs || array['to=' || (data ->> 'to')]
where line = 'returns' and data ->> 'to' <> '' and not refs @> array['to=' || (data ->> 'to')];
`;
