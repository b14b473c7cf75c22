import { dayOf } from '@fadu/kernel';
import type { PublicSite } from '@fadu/wire';
import type { FastifyInstance } from 'fastify';
import type { Org } from '../access/directory.js';
import type { Platform } from '../matters/execute.js';

/** Who runs the portal, from the environment: FADU_SITE_NAME, _HOST (主办单位), _PHONE, _ID (标识码), _ICP, _POLICE. */
export type SiteSettings = Omit<PublicSite, 'sample' | 'today'>;

export function siteSettings(env: Readonly<Record<string, string | undefined>>): Partial<SiteSettings> {
  const of = (name: string) => env[`FADU_SITE_${name}`]?.trim() || undefined;
  const pairs = {
    name: of('NAME'),
    host: of('HOST'),
    phone: of('PHONE'),
    siteId: of('ID'),
    icp: of('ICP'),
    police: of('POLICE'),
  };
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== undefined));
}

/** The receiving government with the most organizations below it. */
function largest(platform: Platform, today: string): Org | undefined {
  const orgs = [...platform.directory.allOrgs()];
  const below = (org: Org) => orgs.filter((one) => one.path.startsWith(`${org.path}.`)).length;
  return orgs
    .filter((org) => org.kind === 'government' && platform.directory.holdersOf('handler', org.id, today).length > 0)
    .sort((a, b) => below(b) - below(a))[0];
}

/** The site as set; where nobody has set who runs it, the demonstration's own government stands in, marked as a sample. */
export function publicSite(platform: Platform, set: Partial<SiteSettings>): PublicSite {
  const today = dayOf(platform.now());
  const plain = { name: '法度公众服务', phone: null, siteId: null, icp: null, police: null, sample: false };
  if (set.host !== undefined) return { ...plain, ...set, host: set.host, today };
  const first = largest(platform, today);
  if (!first) return { ...plain, ...set, host: null, today };
  return {
    ...plain,
    phone: first.phone,
    siteId: '0000000000（样例）',
    icp: '样例ICP备00000000号',
    police: '样例公网安备00000000000000号',
    ...set,
    host: first.name,
    sample: true,
    today,
  };
}

export function siteRoutes(app: FastifyInstance, platform: Platform, set: Partial<SiteSettings>): void {
  app.get('/api/public/site', async () => {
    await platform.directory.refresh();
    return publicSite(platform, set);
  });
}
