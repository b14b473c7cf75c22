/**
 * Whose report it is: the place in the title or first lines. Assumption: the title names the body (白城市司法局,
 * 吉林省人民政府). A report without a place compares as if of the same place. Which province a city lies in is told by
 * the text itself: the province it names most often.
 */
export interface Place {
  readonly name: string;
  readonly level: 'nation' | 'province' | 'city' | 'county';
}

const PROVINCES =
  '北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区'.split(
    ' ',
  );

const HEAD = 400;
const BODY =
  /(?:^|[\s：:，,。>《“（(])(?:[\p{Script=Han}]{2,8}?(?:省|自治区))?(?:[\p{Script=Han}]{2,7}?(?:自治州|市|州|盟|地区))??(?<own>[\p{Script=Han}]{2,7}?(?<kind>自治州|地区|市|州|盟|县|区|旗))(?=司法局|人民政府|政府|20\d\d\s*年|法治政府)/u;

/** A province of no list, as samples have. */
const PROVINCE =
  /(?<=^|[\s：:，,。>《“（(])(?<own>\p{Script=Han}{2,3}省)(?=司法厅|人民政府|政府|20\d\d\s*年|法治政府)/u;

/** The first body named. */
export function reportPlace(text: string): Place | null {
  const head = text.slice(0, HEAD);
  const found: { at: number; place: Place }[] = [];
  for (const name of PROVINCES) {
    const at = head.search(new RegExp(`${name}(?:司法[厅局]|人民政府|政府|20\\d\\d\\s*年|法治政府)`));
    if (at >= 0) found.push({ at, place: { name, level: 'province' } });
  }
  const other = PROVINCE.exec(head);
  if (other !== null && !found.some(({ at }) => at === other.index))
    found.push({ at: other.index, place: { name: other.groups!.own!, level: 'province' } });
  const ministry = head.search(/司法部\s*20\d\d\s*年|20\d\d\s*年[，,]\s*司法部/);
  if (ministry >= 0) found.push({ at: ministry, place: { name: '全国', level: 'nation' } });
  const match = BODY.exec(head);
  if (match !== null) {
    const { own, kind } = match.groups as { own: string; kind: string };
    const level = kind !== '地区' && /县|区|旗/.test(kind) ? 'county' : 'city';
    if (!PROVINCES.includes(own)) found.push({ at: match.index, place: { name: own, level } });
  }
  return found.sort((one, two) => one.at - two.at)[0]?.place ?? null;
}

const LEVELS: readonly Place['level'][] = ['nation', 'province', 'city', 'county'];

/** Is `part` in `whole`? By the text of the part: it names the whole, and no other of its kind as often. */
export function liesIn(part: Place, whole: Place, text: string): boolean {
  if (LEVELS.indexOf(part.level) <= LEVELS.indexOf(whole.level)) return false;
  if (whole.level === 'nation') return true;
  const times = (name: string): number => text.split(name).length - 1;
  const own = times(whole.name);
  if (own === 0) return false;
  return whole.level !== 'province' || PROVINCES.every((name) => name === whole.name || times(name) < own);
}
