import { addMonths, chineseDate, type PlainDate } from '@fadu/kernel';
import { guard, isBlank } from '@fadu/procedure';
import { GP } from './statutes.js';

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
