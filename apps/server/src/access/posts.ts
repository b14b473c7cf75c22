import type { HeldPost, Line } from '@fadu/procedure';

/** Posts that no line defines, since what they do serves all of them. */
const PLATFORM_POSTS: Readonly<Record<string, string>> = {
  /** Checks texts before they enter the law base, and records what was done about a change. */
  lawEditor: '法规编辑',
  /** Settles, for a region, points the law leaves open (`settings/`). */
  ruleKeeper: '规则管理员',
};

/** What a post is called: by the lines, else by the platform; its code when neither knows it. */
export const postNameOf = (lines: readonly Line[], post: string): string =>
  lines.map((line) => line.posts[post]).find((name) => name !== undefined) ?? PLATFORM_POSTS[post] ?? post;

export const settlesRules = (post: string): boolean => post === 'ruleKeeper';

export const editsLaws = (posts: readonly HeldPost[]): boolean => posts.some(({ post }) => post === 'lawEditor');
