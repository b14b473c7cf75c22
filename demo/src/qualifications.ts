import { lines } from '@fadu/lines';
import { headsOf } from '@fadu/procedure';
import type { DemoPerson } from './people.js';

export interface DemoQualification {
  readonly person: string;
  readonly line: string;
  readonly kind: string;
  readonly certificate: string | null;
  readonly obtainedOn: string;
  readonly by: string;
  readonly post: string;
  readonly org: string;
}

/** Everybody in the demonstration may do the work of the post, as recorded by the head of the same organization. */
export function demoQualifications(people: readonly DemoPerson[]): DemoQualification[] {
  return lines.flatMap((line) => {
    const { qualifications } = line;
    if (!qualifications) return [];
    const kinds = Object.keys(qualifications.kinds);
    const heads = new Map(
      people.flatMap(({ id, posts }) =>
        posts.filter(({ post }) => headsOf(line).includes(post)).map(({ post, org }) => [org, { by: id, post, org }]),
      ),
    );
    return people.flatMap(({ id, posts }, index) =>
      posts
        .filter(({ post }) => qualifications.posts.includes(post))
        .flatMap(({ org }) => {
          const head = heads.get(org);
          if (!head) return [];
          // The longest serving were there before anything was asked.
          const kind = kinds[index % 5 === 4 ? kinds.length - 1 : 0]!;
          const certificate = kind === kinds[0] ? `示例证号${String(index + 1).padStart(4, '0')}` : null;
          return [{ person: id, line: line.code, kind, certificate, obtainedOn: '2017-06-01', ...head }];
        }),
    );
  });
}
