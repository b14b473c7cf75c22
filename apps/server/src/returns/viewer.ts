import { collection } from '@fadu/lines';
import type { Actor } from '@fadu/procedure';
import type { Viewer } from '../matters/view.js';

/** An official who fills in, checks or reads returns. */
export interface ReturnViewer extends Viewer {
  readonly actor: Extract<Actor, { kind: 'official' }>;
}

export const checksAt = ({ actor }: ReturnViewer, org: string): boolean =>
  actor.posts.some((post) => post.post === collection.reviewer && post.org === org);

export const fillsAt = ({ actor }: ReturnViewer, org: string): boolean =>
  actor.posts.some((post) => post.post === collection.reporter && post.org === org);
