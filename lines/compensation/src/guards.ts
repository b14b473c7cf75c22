import { addMonths, chineseDate, type PlainDate } from '@fadu/kernel';
import { guard, inOrder, isBlank } from '@fadu/procedure';
import { fields } from './fields.js';
import { GP } from './statutes.js';

const order = (earlier: string, later: string, basis = GP(13, 1)) =>
  inOrder('compensation.date_order', fields, { earlier, later, basis });
/** Which day cannot lie before which, by the step that records the later one. */
export const receivedInOrder = order('knewOn', 'receivedOn', GP(39, 1));
export const decidedInOrder = order('receivedOn', 'decidedOn');
export const servedInOrder = order('decidedOn', 'servedOn', GP(13, 2));
export const payAskedInOrder = order('servedOn', 'payAskedOn', GP(37, 2));
export const financeAskedInOrder = order('payAskedOn', 'financeAskedOn', GP(37, 3));
export const paidInOrder = order('payAskedOn', 'paidOn', GP(37, 3));

/** A right that may be lost is never closed by the screen: the organ decides. */
export const twoYears = guard(
  'compensation.time_barred',
  GP(39, 1),
  ({ data }) => {
    if (typeof data.knewOn !== 'string' || typeof data.receivedOn !== 'string') return undefined;
    const last = addMonths(data.knewOn as PlainDate, 24);
    if (data.receivedOn <= last) return undefined;
    return `请求赔偿的时效为两年，自知道侵害之日起至${chineseDate(last)}（《国家赔偿法》第三十九条第一款）。有被羁押等不计算在内的期间，或者时效中止情形的，可以在理由中说明。`;
  },
  'info',
);

export const notHeard = guard('compensation.not_heard', GP(13, 1), ({ data }) =>
  isBlank(data.hearingNote)
    ? {
        message:
          '不能作出决定：没有听取赔偿请求人意见的记录。作出赔偿决定应当充分听取意见（《国家赔偿法》第十三条第一款）。可以先登记听取意见。',
        field: 'hearingNote',
      }
    : undefined,
);
