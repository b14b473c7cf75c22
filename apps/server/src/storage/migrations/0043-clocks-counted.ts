/** 0043: the roll-up reads what became of statutory periods beside the fields of a matter. */
export const clocksCounted = /* sql */ `
create or replace view matter_counted as
  select region, id, line, organ, path, data, clocks from matter where (select fadu_seen()) @> array['^r'];
`;
