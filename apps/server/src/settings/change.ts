import { addDays, chineseDate, fail, ok, type PlainDate, type Refusal, type Result, refusal } from '@fadu/kernel';
import { fitsSetting, type HeldPost, type Setting, type SettingValue, settingText } from '@fadu/procedure';
import { uuidv7 } from 'uuidv7';
import { settlesRules } from '../access/posts.js';
import type { Platform } from '../matters/execute.js';
import { EVERYWHERE } from './settings.js';

export interface SettingChange {
  readonly code: string;
  readonly setting: Setting;
  readonly region: string;
  readonly value: SettingValue | null;
  readonly from: PlainDate;
  readonly reason: string;
  readonly person: string;
  readonly posts: readonly HeldPost[];
}

/** The post by which a person may settle points for a region: that of its own organization's region, or of one above it. */
export function entitled(
  { directory }: Pick<Platform, 'directory'>,
  person: string,
  posts: readonly HeldPost[],
  region: string,
  today: PlainDate,
): HeldPost | undefined {
  const held = directory.postsOf(person, today);
  return posts.find(({ post, org }) => {
    if (!settlesRules(post)) return false;
    const own = directory.getOrg(org).region;
    const covers = held.find((one) => one.post === post && one.org === org)?.covers;
    return region === own || (covers === 'subtree' && region !== EVERYWHERE && region.startsWith(stemOf(own)));
  });
}

/** What all codes under a region begin with: 22 for 220000, 2208 for 220800, 220802 for a county. */
const stemOf = (region: string): string => region.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1');

/** The first day on which a change may begin: steps of today rest on what held when the day began. */
export const earliestFor = (today: PlainDate): PlainDate => addDays(today, 1);

/** Records a decision, or says why not. What has started keeps its value; nothing is counted again. */
export async function changeSetting(
  platform: Platform,
  change: SettingChange,
  today: PlainDate,
): Promise<Result<undefined, Refusal>> {
  const { code, setting, region, value, from, reason, person, posts } = change;
  const post = entitled(platform, person, posts, region, today);
  if (!post)
    return fail(
      refusal(
        'settings.not_entitled',
        '不能改设置：由该地区或者上级的规则管理员办理。可以转告规则管理员，或者切换到该岗位。',
      ),
    );
  const about = (name: string, message: string, field: string) =>
    fail(refusal(`settings.${name}`, message, setting.basis, { field }));
  if (value !== null && !fitsSetting(setting, value))
    return about(
      'value',
      setting.kind === 'amount'
        ? `不能这样设置：数值须是${setting.min}至${setting.max}的整数。请改正。`
        : '不能这样设置：没有这一种办法。请从所列办法中选择。',
      'value',
    );
  if (from < earliestFor(today))
    return about(
      'too_early',
      `不能自${chineseDate(from)}起用：设置自次日或者以后的日期起用，已经办理的步骤和已经开始的期限不改动。可以改为${chineseDate(earliestFor(today))}或者以后。`,
      'from',
    );
  const own = platform.settings
    .of(code)
    .filter((one) => one.region === region && one.from <= from)
    .at(-1);
  if ((own?.value ?? null) === value)
    return about(
      'same',
      value === null
        ? '没有可以取消的规定：本地区那时没有另行规定。'
        : `不用再设：本地区那时已经是“${settingText(setting, value)}”。`,
      'value',
    );
  await platform.pool.query(
    'insert into setting_value (region, code, from_day, id, value, reason, set_by, post, org) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [region, code, from, uuidv7(), JSON.stringify(value), reason, person, post.post, post.org],
  );
  await platform.settings.refresh(true);
  return ok(undefined);
}
