import { choiceSetting, type Setting } from '@fadu/procedure';
import { FY } from './statutes.js';

/** Points of reconsideration that the law leaves open. */
export const settings = {
  conversion: choiceSetting(
    '简易程序转为普通程序后，复议期限从哪一日起算',
    { continue: '从受理之日起算，已经过的日数计入', anew: '从转为普通程序之日重新起算' },
    'continue',
    { question: '法律只规定可以转为普通程序，没有规定已经过的日数是否计入复议期限', basis: FY(55) },
  ),
} as const satisfies Readonly<Record<string, Setting>>;
