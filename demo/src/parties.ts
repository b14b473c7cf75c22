import type { JsonObject } from '@fadu/kernel';
import type { Random } from './random.js';

/** A county code that was never given out: no number made here belongs to anybody. */
const NOWHERE = '220899';
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const weighed = (digits: string, weights: readonly number[], value: (sign: string) => number): number =>
  weights.reduce((sum, weight, place) => sum + weight * value(digits[place]!), 0);

/** A number that passes the rules of GB 11643 and is nobody's. */
export function inventedIdNumber(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const born = `${random.between(1955, 2001)}${two(random.between(1, 12))}${two(random.between(1, 28))}`;
  const body = `${NOWHERE}${born}${String(random.between(1, 999)).padStart(3, '0')}`;
  return body + '10X98765432'[weighed(body, ID_WEIGHTS, Number) % 11];
}

/** A code that passes the rules of GB 32100 and GB 11714 and is nobody's. */
export function inventedCreditCode(random: Random): string {
  const body = `MA${Array.from({ length: 6 }, () => random.between(0, 9)).join('')}`;
  const check = 11 - (weighed(body, BODY_WEIGHTS, (sign) => Number.parseInt(sign, 36)) % 11);
  const code = `91${NOWHERE}${body}${check === 10 ? 'X' : check === 11 ? '0' : check}`;
  const sum = weighed(code, CODE_WEIGHTS, (sign) => CODE_SIGNS.indexOf(sign));
  return code + CODE_SIGNS[(31 - (sum % 31)) % 31];
}

/** No mobile number begins with 100. */
export const inventedPhone = (random: Random): string => `1000436${String(random.between(0, 9999)).padStart(4, '0')}`;

const SURNAMES = [...'刘崔尹关佟那康姬左石龙段雷侯邵史白赖文庄翟申耿凌牛莫裴温苗管祁阎安岳卢尤娄乔桂甘'];
const GIVEN = ['样本', '举例', '虚构', '模拟', '预设', '假设'];
const BRANDS = ['样例', '示例', '虚构', '样本', '举例', '模拟', '预设', '假设', '演示', '范例', '试例'];
const TRADES = [
  '粮油有限公司',
  '建材商贸有限公司',
  '农机服务有限公司',
  '物流运输有限公司',
  '餐饮管理有限公司',
  '房地产开发有限公司',
  '劳务服务有限公司',
  '养殖有限公司',
  '电子商务有限公司',
  '环保科技有限公司',
  '建筑安装有限公司',
  '医药连锁有限公司',
];
const STREETS = ['样例大街', '示例路', '虚构胡同', '举例小区', '样本街', '模拟村'];

/** Gives out names one after another, so that two parties of the demonstration do not bear the same one. */
export class PartyMaker {
  private citizens = 0;
  private firms = 0;

  constructor(private readonly random: Random) {}

  citizen(place: string): JsonObject {
    const turn = this.citizens++;
    const given = GIVEN[Math.floor(turn / SURNAMES.length) % GIVEN.length];
    return {
      kind: 'citizen',
      name: `${SURNAMES[turn % SURNAMES.length]}${given}`,
      idNumber: inventedIdNumber(this.random),
      ...this.where(place),
    };
  }

  soleTrader(place: string): JsonObject {
    const { name, ...owner } = this.citizen(place);
    const trade = this.random.pick(['小吃店', '超市', '汽车修理部', '烟酒商行', '粮食收购点', '网吧']);
    return {
      ...owner,
      kind: 'soleTrader',
      name: `${place}${name}${trade}`,
      creditCode: inventedCreditCode(this.random),
    };
  }

  enterprise(place: string): JsonObject {
    const { name: legalRep } = this.citizen(place);
    const turn = this.firms++;
    return {
      kind: 'enterprise',
      // Eleven brands and twelve trades have no common divisor: each pair comes once.
      name: `${place}${BRANDS[turn % BRANDS.length]}${TRADES[turn % TRADES.length]}`,
      creditCode: inventedCreditCode(this.random),
      legalRep: String(legalRep),
      ...this.where(place),
    };
  }

  private where(place: string): JsonObject {
    return {
      address: `${place}${this.random.pick(STREETS)}${this.random.between(1, 199)}号`,
      phone: inventedPhone(this.random),
    };
  }
}
