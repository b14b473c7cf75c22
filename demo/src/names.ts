/** Surnames; with one of the words below each makes a name that nobody bears. */
const SURNAMES = [
  ...'李周赵吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹柏窦章苏潘葛范彭鲁韦马方任袁柳唐费薛雷贺倪汤罗毕郝',
  ...'安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪毛米贝明成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林钟徐邱骆高夏蔡',
];
const WORDS = ['样例', '示例', '演示', '范例', '试例'] as const;

/** How many different names there are. */
export const NAMES = SURNAMES.length * WORDS.length;

/** The name with this number, from 0: neighbours differ in the surname. @throws Error beyond the last one */
export function inventedName(index: number): string {
  const word = WORDS[Math.floor(index / SURNAMES.length)];
  if (word === undefined) throw new Error(`there are ${NAMES} invented names, not ${index + 1}`);
  return `${SURNAMES[index % SURNAMES.length]}${word}`;
}
