import { expect, it } from 'vitest';
import { summary } from './summary.js';

const none = { ready: 0, faulty: 0, done: 0, written: 0 };
it.each([
  [{ ...none, ready: 3 }, false, '共3件，3件可以登记，还没有登记。'],
  [{ ...none, ready: 988, faulty: 12 }, false, '共1000件，12件要改，全部没有登记。'],
  [{ ...none, done: 2 }, false, '共2件，没有要登记的。2件本机构已按相同内容登记过，不再登记，可以点开核对。'],
  [
    { ...none, written: 2, done: 1, faulty: 1 },
    true,
    '已登记2件。1件本机构已按相同内容登记过，不再登记，可以点开核对。1件没有登记，要改后再上传。',
  ],
  [{ ...none, done: 1 }, true, '没有登记新的案件。1件本机构已按相同内容登记过，不再登记，可以点开核对。'],
])('%j', (counts, after, words) => expect(summary(counts, after)).toBe(words));
