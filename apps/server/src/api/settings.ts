import { dayOf, parsePlainDate } from '@fadu/kernel';
import { changeSettingBody, previewSettingQuery, type SettingPreview, type SettingsView } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from '../access/accounts.js';
import type { Platform } from '../matters/execute.js';
import { changeSetting, earliestFor, entitled } from '../settings/change.js';
import { EVERYWHERE } from '../settings/settings.js';
import { allSettings, previewSetting, viewSetting } from '../settings/view.js';
import { HttpProblem, viewRefusal } from './problem.js';
import { officialOf } from './session.js';

const noSetting = () => new HttpProblem(404, { code: 'not-found', title: '没有这一项设置。请从设置页重新选择。' });

/** Points the law leaves open: everybody may read how they are settled, who keeps the rules of a region may settle them. */
export function settingRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const settings = new Map(allSettings(platform.lines).map((one) => [one.code, one]));
  const names = async (): Promise<(code: string) => string> => {
    const { rows } = await platform.pool.query('select code, name from region');
    const known = new Map<string, string>(rows.map((row) => [row.code, row.name]));
    return (code) => (code === EVERYWHERE ? '全平台' : (known.get(code) ?? code));
  };

  const view = async (request: FastifyRequest, asked: string | undefined): Promise<SettingsView> => {
    const { actor } = await officialOf(platform, accounts, request);
    await platform.settings.refresh();
    const today = dayOf(platform.now());
    const own = actor.posts[0] ? platform.directory.getOrg(actor.posts[0].org).region : EVERYWHERE;
    const region = asked !== undefined && /^\d{6}(\d{3})?$/.test(asked) ? asked : own;
    const nameOf = await names();
    const regions = new Set([...platform.directory.allOrgs()].map((org) => org.region));
    const mine = [...regions].filter((code) => entitled(platform, actor.person, actor.posts, code, today)).sort();
    return {
      region,
      regionName: nameOf(region),
      mine: mine.map((code) => ({ code, name: nameOf(code) })),
      today,
      earliest: earliestFor(today),
      settings: [...settings.values()].map((one) => viewSetting(platform, one, region, nameOf)),
    };
  };

  app.get('/api/settings', (request) => view(request, (request.query as { region?: string }).region));

  app.get('/api/settings/preview', async (request): Promise<SettingPreview> => {
    await officialOf(platform, accounts, request);
    const { code, region, value, on } = previewSettingQuery.parse(request.query);
    const found = settings.get(code);
    const day = parsePlainDate(on);
    if (!found || !day) throw noSetting();
    const given = found.setting.kind === 'amount' ? Number(value) : value;
    return previewSetting(platform, found, region, given, day);
  });

  app.post('/api/settings', async (request): Promise<SettingsView> => {
    const { actor } = await officialOf(platform, accounts, request);
    const { code, region, value, from, reason } = changeSettingBody.parse(request.body);
    const found = settings.get(code);
    if (!found) throw noSetting();
    const day = parsePlainDate(from);
    if (!day)
      throw new HttpProblem(400, {
        code: 'malformed',
        title: '没有改设置：起用日期不是有效的日期。',
        faults: [{ field: 'from', message: '请填写有效的日期。' }],
      });
    const today = dayOf(platform.now());
    const { person, posts } = actor;
    const done = await changeSetting(
      platform,
      { code, setting: found.setting, region, value, from: day, reason, person, posts },
      today,
    );
    if (!done.ok)
      throw new HttpProblem(done.error.code === 'settings.not_entitled' ? 403 : 409, {
        code: done.error.code,
        title: done.error.message,
        refusals: [viewRefusal(done.error)],
      });
    return view(request, region);
  });
}
