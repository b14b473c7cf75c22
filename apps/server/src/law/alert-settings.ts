import { type PlainDate, statute } from '@fadu/kernel';
import { amountSetting, fitsSetting, type SettingLookup } from '@fadu/procedure';
import type { LawSeverity } from '@fadu/wire';

const RG = statute('规章制定程序条例');

/** 规章制定程序条例 37: what no longer fits the law above it is put right “in time”; within how many days no law says. */
const within = (severity: string, workdays: number) =>
  amountSetting(`影响提示（${severity}）在几个工作日内处置`, 'workday', workdays, {
    max: 250,
    question: '法律要求及时清理不符合上位法规定的内容，没有规定法规变动后在多少日内处置',
    basis: RG(37),
  });

/** In how many working days an alert is to be handled, by its severity: an internal limit, which a region may set. */
export const alertSettings = {
  alertHigh: within('重', 10),
  alertMid: within('中', 20),
  alertLow: within('轻', 60),
} as const;

const KEYS: Readonly<Record<LawSeverity, keyof typeof alertSettings>> = {
  high: 'alertHigh',
  mid: 'alertMid',
  low: 'alertLow',
};

/** The name of one of these settings among all. */
export const alertSettingCode = (key: string): string => `law/${key}`;

/** What holds on a day where the owner is. */
export function alertWorkdays(severity: LawSeverity, lookup: SettingLookup, on: PlainDate): number {
  const setting = alertSettings[KEYS[severity]];
  const value = lookup(alertSettingCode(KEYS[severity]), on);
  return value !== undefined && fitsSetting(setting, value) ? Number(value) : setting.default;
}
