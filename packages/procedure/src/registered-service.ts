import { shortBasisText, statute } from '@fadu/kernel';
import { is, isBlank } from './condition.js';
import { choice, type Fields, files } from './field.js';
import { guard } from './guard.js';
import { type ServiceMethod, serviceMethodNames, serviceMethods } from './service.js';

const MS = statute('中华人民共和国民事诉讼法');

/**
 * Fields of a step by which a line registers a service itself: of a paper that the platform did not make, or all at once.
 * It asks the same proof as the card of a document; taken from the card, `carriedService` fills them.
 */
export const registeredService = {
  serving: choice('送达方式', serviceMethodNames),
  servingConsent: files('电子送达确认书', { when: is('serving', 'electronic'), optional: true, judged: true, max: 5 }),
  servingProof: files('送达证明', {
    optional: true,
    judged: true,
    max: 10,
    hint: '直接送达附签收的送达回证，邮寄附回执，留置附见证人签名或者照片、录像',
  }),
} as const satisfies Fields;

export const carriedService = { serving: 'method', servingConsent: 'consent', servingProof: 'proof' } as const;

/** Each way of service has its own proof; without it nothing shows from when a period runs. */
export const serviceProven = guard(
  'service.proof_missing',
  [MS(87), ...Object.values(serviceMethods).map(({ basis }) => basis)],
  ({ input }) => {
    if (!isBlank(input.servingProof)) return undefined;
    const { name, proof, basis } = serviceMethods[input.serving as ServiceMethod];
    return {
      message: `不能登记送达：没有送达证明。${name}应当附${proof}（${shortBasisText(basis)}）。可以上传后再办；平台签发的文书，也可以在文书卡片上办理送达。`,
      field: 'servingProof',
      basis,
    };
  },
);

/** 民事诉讼法第九十条: electronic service needs the recipient's consent beforehand. */
export const serviceConsented = guard('service.consent_missing', MS(90, 1), ({ input }) =>
  input.serving === 'electronic' && isBlank(input.servingConsent)
    ? {
        message:
          '不能电子送达：没有受送达人事先签署的确认书。电子送达须经受送达人同意（《民事诉讼法》第九十条第一款）。可以补交确认书，或者改用其他方式。',
        field: 'servingConsent',
      }
    : undefined,
);
