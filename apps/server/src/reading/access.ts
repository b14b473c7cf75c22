import { collection, getLine, reporting } from '@fadu/lines';
import type { HeldPost } from '@fadu/procedure';

/** Those who report figures or write the yearly report also read what others have published. */
const READING_POSTS: ReadonlySet<string> = new Set(
  [collection.line, reporting.line].flatMap((line) => Object.keys(getLine(line).posts)),
);

/** The post under which a person works at the reading desk; undefined when none of them may. */
export const readingPost = (posts: readonly HeldPost[]): HeldPost | undefined =>
  posts.find(({ post }) => READING_POSTS.has(post));

/** What the posts are called, for a refusal that says who may. */
export const readingPostNames = (): string =>
  [collection.line, reporting.line].flatMap((line) => Object.values(getLine(line).posts)).join('、');
