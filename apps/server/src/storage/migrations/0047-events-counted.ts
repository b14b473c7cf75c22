/** 0047: the roll-up reads what an event set before it looks at the matter. */
export const eventsCounted = /* sql */ `
create or replace view event_counted as
  select region, matter, seq, action, on_day, body from event where (select fadu_seen()) @> array['^r'];
`;
