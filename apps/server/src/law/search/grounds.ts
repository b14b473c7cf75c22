import type { Segment } from './segment.js';

/** Words of a sentence that say nothing of its matter: alone they are no question. */
const EMPTY = new Set(
  [
    '没有 这样 那样 这个 那个 这些 那些 这种 那种 这里 那里 这么 那么 怎么办 什么 怎么 东西 事情 时候 现在 今天 明天 昨天',
    '因为 所以 如果 但是 不过 而且 然后 已经 可能 觉得 知道 喜欢 需要 想要 希望 一个 一下 一些 有点 有些 大家 别人 自己',
    '你们 他们 她们 它们 咱们 人家 不是 不会 不能 不要 不用 不想 可是 还是 只是 就是 总是 真的 非常 特别 一直 经常 起来',
    '你 他 她 它 这 那 是 不 没 也 都 就 很 会 要 想 去 来 让 给 把 了 过 着 说 做 看 到 上 下 里 个 些 吧 嘛 哦 啦 又 再 还 才',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a word can be what is asked for. */
export const saysSomething = (word: string): boolean => !EMPTY.has(word);

/** A word in more clauses than this, and in more than such a share of them, stands in texts on everything: 申请, 部门. */
const COMMON = 1000;
const COMMON_SHARE = 0.03;

/**
 * Whether a clause that holds only some of the words is an answer at all: it, a heading over it or the name of its law holds
 * one that says something and is not common.
 * @param segments all of the base
 */
export function grounds(
  segments: readonly Segment[],
  words: readonly string[],
): (segment: Segment, clause: number, title: string) => boolean {
  const size = segments.reduce((sum, segment) => sum + segment.size, 0);
  const most = Math.max(COMMON, size * COMMON_SHARE);
  const telling = words.filter((word) => {
    const count = segments.reduce((sum, segment) => sum + segment.term(word).clauses.clauses.length, 0);
    return saysSomething(word) && count <= most;
  });
  return (segment, clause, title) =>
    telling.some((word) => {
      const { clauses, under } = segment.term(word);
      return clauses.has(clause) || under.has(clause) || title.includes(word);
    });
}
