import type { PlainDate } from '@fadu/kernel';
import type { Line } from '@fadu/procedure';
import type { Directory, Org } from '../access/directory.js';

/** Who answers for what is affected: a post in an organization. */
export interface Owner {
  readonly org: string;
  readonly post: string;
}

const EDITOR = 'lawEditor';

/**
 * Owners of texts and definitions by the posts held on a day. A text of a place belongs to the law editors of that place,
 * else of the nearest place above, else of the highest organization that has any; a definition to the post that its line
 * names as keeper, in the highest organizations that have it. Without anybody: null, and the board alone shows the alert.
 */
export class Owners {
  private readonly byPost = new Map<string, readonly Org[]>();
  constructor(
    private readonly directory: Directory,
    private readonly today: PlainDate,
  ) {}

  /** Organizations in which somebody holds the post, the highest first. */
  private holding(post: string): readonly Org[] {
    const known = this.byPost.get(post);
    if (known) return known;
    const orgs = [...this.directory.orgsWith(post, this.today)].sort(
      (a, b) => depth(a) - depth(b) || a.region.localeCompare(b.region) || a.id.localeCompare(b.id),
    );
    this.byPost.set(post, orgs);
    return orgs;
  }

  /** @param region six digits, `000000` for the state's own texts */
  ofText(region: string): Owner | null {
    const editors = this.holding(EDITOR);
    const near = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]
      .map((code) => editors.find((org) => org.region === code))
      .find((org) => org !== undefined);
    const org = near ?? editors[0];
    return org ? { org: org.id, post: EDITOR } : null;
  }

  ofLine(line: Line | undefined): readonly (Owner | null)[] {
    const orgs = line?.keeper === undefined ? [] : this.holding(line.keeper);
    const highest = orgs.filter((org) => depth(org) === depth(orgs[0]!));
    if (highest.length === 0) return [this.ofText('000000')];
    return highest.map((org) => ({ org: org.id, post: line!.keeper! }));
  }
}

const depth = (org: Org): number => org.path.split('.').length;
