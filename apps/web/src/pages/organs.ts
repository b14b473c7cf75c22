import type { ActionDescription } from '@fadu/procedure';
import type { Me } from '@fadu/wire';

/** Where a person may open such a matter: id and name of each organ. */
export const organsOf = (me: Me | undefined, action: ActionDescription | undefined): (readonly [string, string])[] => [
  ...new Map(
    (me?.posts ?? []).filter((one) => action?.by.includes(one.post)).map((one) => [one.org, one.orgName]),
  ).entries(),
];
