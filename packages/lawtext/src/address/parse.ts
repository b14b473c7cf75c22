import { fail, ok, type Result } from '@fadu/kernel';
import { pinsAt } from '../cite/pins.js';
import { articleNumber } from '../text/numeral.js';
import type { Address } from './address.js';

/** Why a written address cannot be read. `read` is the part that could, `at` the offset where it stops. */
export interface AddressError {
  readonly message: string;
  readonly read: string;
  readonly at: number;
}

const CODE = /^T(\d{4})\.(\d{2})(?:\/K(\d{2})(?:\/I(\d{2})(?:\/M(\d{2}))?)?)?/;
const SHORT = /^§?\s*(\d{1,4})(?:-(\d{1,2}))?(?:\.(\d{1,2}))?(?:\((\d{1,3})\))?(?:\((\d{1,3})\))?/;

/** Reads `T0042.00/K01/I03`, 第四十二条第一款第（三）项, or §42.1(3). */
export function parseAddress(text: string): Result<Address, AddressError> {
  const trimmed = text.trim();
  const stop = (read: string, message: string): Result<Address, AddressError> =>
    fail({ message, read, at: read.length });
  if (trimmed === '') return stop('', '地址为空。写作“第四十二条第一款第（三）项”或者 T0042.00/K01/I03');
  if (trimmed.startsWith('第')) {
    const list = pinsAt(trimmed, 0, trimmed.length);
    if (list?.pins.length !== 1 || list.pins[0]!.article === null) return stop('', `读不出条文编号：${trimmed}`);
    if (list.end < trimmed.length)
      return stop(
        trimmed.slice(0, list.end),
        `读到“${trimmed.slice(0, list.end)}”为止，后面的“${trimmed.slice(list.end)}”不是款、项、目`,
      );
    const { article, paragraph, item, subitem } = list.pins[0]!;
    return ok({
      article: article!,
      ...(paragraph !== null && { paragraph }),
      ...(item !== null && { item }),
      ...(subitem !== null && { subitem }),
    });
  }
  const found = (trimmed.startsWith('T') ? CODE : SHORT).exec(trimmed);
  if (!found) return stop('', `不是地址：${trimmed}。写作“第四十二条第一款第（三）项”或者 T0042.00/K01/I03`);
  if (found[0].length < trimmed.length)
    return stop(found[0], `读到“${found[0]}”为止，后面的“${trimmed.slice(found[0].length)}”读不出`);
  const numbers = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const [article, sub, paragraph, item, subitem] = numbers;
  if (!article) return stop(found[0], '条文编号从一起算');
  if (item === 0 || subitem === 0 || (paragraph === 0 && item === undefined))
    return stop(found[0], '款、项、目从一起算');
  return ok({
    article: articleNumber(article, sub || undefined),
    ...(paragraph ? { paragraph } : {}),
    ...(item !== undefined && { item }),
    ...(subitem !== undefined && { subitem }),
  });
}
