import { dayOf } from '@fadu/kernel';
import type { PublicSite } from '@fadu/wire';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Until the platform has said who it is. */
export const unknownSite: PublicSite = {
  name: '法度公众服务',
  host: null,
  sample: false,
  phone: null,
  siteId: null,
  icp: null,
  police: null,
  today: dayOf(new Date()),
};

export const SiteContext = createContext<PublicSite>(unknownSite);
export const useSite = (): PublicSite => useContext(SiteContext);
