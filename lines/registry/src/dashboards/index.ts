import type { Dashboard } from '@fadu/indicator';
import { disputes } from './disputes.js';
import { enforcement } from './enforcement.js';
import { overview } from './overview.js';
import { services } from './services.js';

/** The boards for those who lead, the first one first. A new board is a file of this folder and its name here. */
export const dashboards: readonly Dashboard[] = [overview, disputes, services, enforcement];
