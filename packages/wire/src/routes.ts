import { z } from 'zod';

/** The JSON bodies and queries of the API. One schema: type, check, and API document. */

const values = z.record(z.string(), z.json());

export const openMatterBody = z.strictObject({
  line: z.string().max(40),
  action: z.string().max(60),
  /** The organization that will handle it; the actor must hold a post there. */
  organ: z.string().max(64),
  input: values,
  reasons: z.record(z.string(), z.string().max(2000)).optional(),
  /** Idempotency key: the same key has one effect, however often it is sent. */
  key: z.string().min(8).max(80),
});

export const actBody = z.strictObject({
  action: z.string().max(60),
  input: values,
  reasons: z.record(z.string(), z.string().max(2000)).optional(),
  /** The revision the person saw. */
  revision: z.number().int().min(1),
  key: z.string().min(8).max(80),
});

/** What is done about a message that another line refused. */
export const handleMessageBody = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('again') }),
  z.strictObject({ how: z.literal('otherwise'), note: z.string().trim().min(2).max(500) }),
]);

export const rehearseBody = z.strictObject({
  action: z.string().max(60),
  input: values,
  reasons: z.record(z.string(), z.string().max(2000)).optional(),
});

export const listQuery = z.object({
  line: z.string().max(40).optional(),
  /** `mine`: to-dos of this person; `waiting`: acted on by me, now with others; `followed`; absent: all in scope. */
  view: z.enum(['mine', 'waiting', 'followed', 'all']).optional(),
  state: z.string().max(400).optional(),
  /** late · today · soon (within 3 working days) · later · paused · none (no last day, or a right that has run out) */
  due: z.enum(['late', 'today', 'soon', 'later', 'paused', 'none']).optional(),
  /** `open`: not ended; `ended`. */
  stage: z.enum(['open', 'ended']).optional(),
  /** `1`: waiting for an approval of this person. */
  approval: z.enum(['1']).optional(),
  /** Values of the line's filter fields: `procedure:ordinary;act.kind:penalty,licence`. */
  where: z.string().max(1000).optional(),
  q: z.string().max(100).optional(),
  person: z.string().max(64).optional(),
  organ: z.string().max(64).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  sort: z.enum(['due', 'opened', '-opened', 'number']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  /** Cursor of an earlier answer. */
  after: z.string().max(400).optional(),
});

export const revealBody = z.strictObject({ path: z.string().max(200), reason: z.string().min(2).max(500) });

export const guideBody = z.strictObject({ answers: values });

export const applyBody = z
  .strictObject({
    /** The organization applied to, one of those offered for what was filled in. */
    organ: z.string().max(64).optional(),
    /** Instead of `organ`: the government of this region. */
    region: z
      .string()
      .regex(/^\d{6,9}$/)
      .optional(),
    input: values,
    /** Answers to objections that ask for a reason, by their code. */
    reasons: z.record(z.string(), z.string().max(2000)).optional(),
    key: z.string().min(8).max(80),
  })
  .refine((body) => body.organ !== undefined || body.region !== undefined);

/** What is filled in so far, to ask to whom it may go. */
export const organsBody = z.strictObject({ input: values });

export const trackBody = z.strictObject({ receipt: z.string().max(40), queryCode: z.string().max(20) });

export const publicActBody = z.strictObject({
  ...trackBody.shape,
  action: z.string().max(60),
  input: values,
  reasons: z.record(z.string(), z.string().max(2000)).optional(),
  key: z.string().min(8).max(80),
});

export type OpenMatterBody = z.infer<typeof openMatterBody>;
export type ActBody = z.infer<typeof actBody>;
export type RehearseBody = z.infer<typeof rehearseBody>;
export type ListQuery = z.infer<typeof listQuery>;
export type ApplyBody = z.infer<typeof applyBody>;
export type TrackBody = z.infer<typeof trackBody>;
export type PublicActBody = z.infer<typeof publicActBody>;
