import type { BasisText } from '@fadu/procedure';
import { z } from 'zod';

/** Somebody whose work asks for a qualification by law, with what is recorded. */
export interface QualifiedPerson {
  readonly id: string;
  readonly name: string;
  readonly postName: string;
  readonly orgName: string;
  readonly line: string;
  readonly lineName: string;
  /** None recorded, or all ended: may not be given this work. */
  readonly qualified: boolean;
  readonly records: readonly {
    readonly kind: string;
    readonly kindName: string;
    readonly certificate: string | null;
    readonly obtainedOn: string;
    readonly revokedOn: string | null;
    readonly byName: string;
    readonly at: string;
  }[];
  readonly mayRecord: boolean;
}

export interface QualificationsView {
  readonly people: readonly QualifiedPerson[];
  /** What a line asks: kinds by code, of which one is enough. */
  readonly lines: readonly {
    readonly code: string;
    readonly name: string;
    readonly basis: BasisText;
    readonly kinds: Readonly<Record<string, string>>;
  }[];
  readonly today: string;
}

export const recordQualificationBody = z.strictObject({
  person: z.string().max(64),
  line: z.string().max(40),
  kind: z.string().max(40),
  certificate: z.string().trim().max(60).optional(),
  obtainedOn: z.string().max(10),
  /** Given: the qualification is there no longer from this day. */
  revokedOn: z.string().max(10).optional(),
});
