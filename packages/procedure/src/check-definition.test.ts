import { clearDays, days } from '@fadu/calendar';
import { statute } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { is } from './condition.js';
import { bool, choice, list, organization, pastDay, persons, text } from './field.js';
import { guard } from './guard.js';
import { dayOfYear, fieldValue, firstOf, type Line, whether } from './line.js';

const basis = statute('测试法')(1);
/** A sound line, small, that uses most words once. */
const line: Line = {
  code: 'sample',
  name: '样例',
  version: '1',
  kind: 'case',
  ruleSets: [{ code: 'only', name: '样例', chosenBy: 'receivedOn', basis }],
  posts: { handler: '承办人', answerer: '答复人' },
  fields: {
    receivedOn: pastDay('收到日'),
    agency: organization('机关'),
    kind: choice('种类', { plain: '一般', hard: '疑难' }),
    urgent: bool('紧急', { when: is('kind', 'hard') }),
    handlers: persons('承办人', 'handler', { min: 1, max: 2 }),
    notes: list('记录', '记录', { on: pastDay('日期'), what: text('内容', 100) }),
    closedOn: pastDay('办结日'),
  },
  states: {
    open: { name: '办理中', tone: 'active' },
    paused: { name: '中止', tone: 'stopped' },
    closed: { name: '办结', tone: 'ended' },
  },
  clocks: {
    answer: {
      name: '答复',
      event: '收到',
      from: 'receivedOn',
      limit: days(15),
      basis,
      cases: [{ code: 'hard', when: is('kind', 'hard'), limit: days(30), basis }],
      expiry: 'duty',
      holder: '@agency',
      onExpiry: 'lapse',
      suspends: true,
      extend: { atMost: 5, when: is('kind', 'hard'), basis },
      excludes: basis,
    },
  },
  actions: {
    open: {
      name: '登记',
      by: ['handler'],
      to: 'open',
      basis,
      form: ['receivedOn', 'agency', 'kind', 'urgent', 'handlers'],
      on: 'receivedOn',
      number: 'case',
      clocks: { start: ['answer'] },
    },
    note: { name: '记录', by: ['answerer@agency'], from: ['open'], basis, record: 'notes', on: 'on' },
    pause: { name: '中止', by: ['handler'], from: ['open'], to: 'paused', basis, clocks: { suspend: true } },
    resume: {
      name: '恢复',
      by: ['handler'],
      from: ['paused'],
      to: { previous: true },
      basis,
      clocks: { resume: true },
    },
    lapse: { name: '期满', by: ['clock'], from: ['open'], to: 'closed', basis, clocks: { stop: ['answer'] } },
    close: {
      name: '办结',
      by: ['handler'],
      from: ['open'],
      to: 'closed',
      basis,
      sets: { closedOn: { take: 'today' } },
      clocks: { stop: ['answer'] },
      documents: ['paper'],
      guards: [guard('sample.no_notes', basis, () => undefined)],
    },
  },
  documents: {
    paper: {
      name: '通知',
      title: '通知',
      number: 'case',
      to: '{agency}',
      basis,
      paragraphs: ['{receivedOn}收到，{due:answer}届满。', { table: 'notes', columns: ['on', 'what'] }],
    },
  },
  numbers: { case: { template: '{organ}样〔{year}〕{serial}号' } },
  list: { title: '{agency}', columns: ['kind'], filters: ['kind'] },
  participants: ['agency'],
};

type Part = 'fields' | 'states' | 'clocks' | 'actions' | 'documents' | 'numbers';
/** The line with one entry of a part changed, or added. */
const withPart = (part: Part, key: string, change: object): Line => {
  const entries = line[part] as Readonly<Record<string, object>>;
  return { ...line, [part]: { ...entries, [key]: { ...entries[key], ...change } } } as Line;
};
const action = (key: string, change: object) => withPart('actions', key, change);
const clock = (change: object) => withPart('clocks', 'answer', change);
const paper = (change: object) => withPart('documents', 'paper', change);
const view = (change: object): Line => ({
  ...action('open', { by: ['party', 'handler'] }),
  publicView: {
    apply: 'open',
    name: '样例',
    intro: '样例',
    steps: [{ title: '一', fields: ['receivedOn', 'agency', 'kind', 'urgent', 'handlers'] }],
    shows: ['kind'],
    next: [],
    ...change,
  },
});

const broken: readonly (readonly [what: string, broken: Line, fault: string])[] = [
  ['no rule set', { ...line, ruleSets: [] }, 'ruleSets: there is none'],
  ['a rule set twice', { ...line, ruleSets: [line.ruleSets[0]!, line.ruleSets[0]!] }, 'ruleSets.only: is there twice'],
  [
    'a rule set that ends first',
    { ...line, ruleSets: [{ ...line.ruleSets[0]!, from: '2024-02-01', until: '2024-01-01' }] },
    'ruleSets.only: ends before it begins',
  ],
  [
    'a rule set chosen by no day',
    { ...line, ruleSets: [{ ...line.ruleSets[0]!, chosenBy: 'kind' }] },
    'ruleSets.only: kind is no day',
  ],
  ['an unused field', withPart('fields', 'idle', text('闲置', 10)), 'fields.idle: is on no form'],
  ['a choice of nothing', withPart('fields', 'kind', { options: {} }), 'fields.kind: has nothing to choose'],
  ['a field of no post', withPart('fields', 'handlers', { post: 'nobody' }), 'fields.handlers: unknown post nobody'],
  ['a list too short', withPart('fields', 'handlers', { min: 3 }), 'fields.handlers: asks more than it allows'],
  [
    'a field that can never apply',
    withPart('fields', 'urgent', { when: is('kind', 'other') }),
    'fields.urgent: kind is never other',
  ],
  ['an unreachable state', withPart('states', 'lost', { name: '无', tone: 'idle' }), 'states.lost: cannot be reached'],
  ['a dead end', action('resume', { from: ['open'] }), 'states.paused: is a dead end'],
  ['nobody to act', action('close', { by: [] }), 'actions.close: nobody may take it'],
  ['an unknown post', action('close', { by: ['chief'] }), 'actions.close: unknown post chief'],
  ['a keeper of no post', { ...line, keeper: 'nobody' }, 'keeper: unknown post nobody'],
  ['a post without work', { ...line, posts: { ...line.posts, idler: '闲人' } }, 'posts.idler: has nothing to do'],
  ['no participant', action('close', { by: ['handler@kind'] }), 'actions.close: kind is no participant'],
  ['no basis', action('close', { basis: [] }), 'actions.close: has no legal basis'],
  ['a law without title', action('close', { basis: { title: '' } }), 'close: cites a law without a title'],
  ['article zero', action('close', { basis: { title: '测试法', article: 0 } }), 'close: cites article 0 of 测试法'],
  [
    'an item of no article',
    action('close', { basis: { title: '测试法', item: 2 } }),
    'close: cites a part of no article of 测试法',
  ],
  ['an unknown state', action('close', { to: 'gone' }), 'actions.close: unknown state gone'],
  ['a word every line has', action('approve', line.actions.close!), 'actions.approve: is a word every line has'],
  [
    'an opening without state',
    action('odd', { name: '异', by: ['handler'], basis }),
    'actions.odd: opens a matter but names no state',
  ],
  ['an unknown field asked', action('close', { form: ['gone'] }), 'actions.close: unknown field gone'],
  ['a record in no list', action('note', { record: 'kind' }), 'actions.note: kind is no list'],
  ['a part of no item', action('note', { fills: { gone: 'x' } }), 'actions.note: notes has no gone'],
  [
    'a day of what is no year',
    action('close', { sets: { closedOn: dayOfYear('kind', 1, '03-31') } }),
    'actions.close: kind is no year',
  ],
  [
    'a day that not every year has',
    action('close', { sets: { closedOn: dayOfYear('kind', 1, '02-29') } }),
    'actions.close: 02-29 is no day of every year',
  ],
  ['an unknown field read', action('close', { sets: { closedOn: fieldValue('gone') } }), 'unknown field gone'],
  ['an impossible value', action('close', { sets: { kind: 'soft' } }), 'actions.close: kind cannot be soft'],
  [
    'an impossible value by case',
    action('close', { sets: { kind: firstOf([{ when: is('urgent', true), value: 'soft' }], 'plain') } }),
    'actions.close: kind cannot be soft',
  ],
  [
    'an impossible comparison',
    action('close', { sets: { urgent: whether(is('kind', 'soft')) } }),
    'actions.close: kind is never soft',
  ],
  ['an unknown rule set', action('close', { when: is('$ruleSet', 'new') }), 'actions.close: unknown rule set new'],
  [
    'a due date of no clock',
    action('close', { sets: { closedOn: { take: 'due', clock: 'gone' } } }),
    'unknown clock gone',
  ],
  ['a step dated by no day', action('close', { on: 'kind' }), 'actions.close: kind is no day'],
  ['an unknown clock', action('close', { clocks: { stop: ['gone'] } }), 'actions.close: unknown clock gone'],
  ['an unknown document', action('close', { documents: ['gone'] }), 'actions.close: unknown document gone'],
  ['an unknown number', action('open', { number: 'gone' }), 'actions.open: unknown number gone'],
  [
    'a clock that cannot be extended',
    { ...clock({ extend: undefined }), actions: action('close', { clocks: { extend: 'answer' } }).actions },
    'actions.close: clock answer cannot be extended',
  ],
  [
    'a clock that leaves no days out',
    {
      ...clock({ excludes: undefined }),
      actions: action('note', { clocks: { exclude: { clocks: ['answer'], from: 'on', to: 'on' } } }).actions,
    },
    'actions.note: clock answer leaves no days out',
  ],
  [
    'excluded days of no field',
    action('note', { clocks: { exclude: { clocks: ['answer'], from: 'on', to: 'what' } } }),
    'actions.note: what is no day',
  ],
  ['a suspension of nothing', clock({ suspends: false }), 'actions.pause: suspends, but no clock can be suspended'],
  [
    'a guard without a proper code',
    action('close', { guards: [guard('Wrong', basis, () => undefined)] }),
    'actions.close: guard code Wrong is not line.reason',
  ],
  [
    'a guard without basis',
    action('close', { guards: [guard('sample.bare', [], () => undefined)] }),
    'actions.close guard sample.bare: has no legal basis',
  ],
  ['a clock from nowhere', clock({ from: 'gone' }), 'clocks.answer: gone is no day'],
  ['a clock from the end of none', clock({ from: '$due.gone' }), 'clocks.answer: unknown clock $due.gone'],
  ['a clock until no day', clock({ until: 'kind' }), 'clocks.answer: kind is no day'],
  [
    'a case that never holds',
    clock({ cases: [{ when: is('kind', 'soft'), limit: days(1), basis }] }),
    'clocks.answer: kind is never soft',
  ],
  ['an expiry nobody takes', clock({ onExpiry: 'close' }), 'clocks.answer: close is not taken by the clock'],
  [
    'an effect without action',
    clock({ expiry: 'deemed', onExpiry: undefined }),
    'clocks.answer: has an effect on expiry, but no action takes it',
  ],
  ['a wrong direction', clock({ limit: clearDays(5) }), 'clocks.answer: counts in another direction'],
  ['a holder who takes no part', clock({ holder: '@kind' }), 'clocks.answer: @kind is no participant'],
  ['a clock never started', action('open', { clocks: {} }), 'clocks.answer: is never started'],
  [
    'a clock never stopped',
    { ...line, actions: { ...action('close', { clocks: {} }).actions, lapse: { ...line.actions.lapse!, clocks: {} } } },
    'clocks.answer: is never stopped',
  ],
  ['a clock that never runs but starts', clock({ runs: false }), 'clocks.answer: never runs, yet is started'],
  ['a placeholder of no field', paper({ paragraphs: ['{gone}'] }), 'documents.paper: unknown field {gone}'],
  ['a placeholder of no clock', paper({ to: '{due:gone}' }), 'documents.paper: unknown clock in {due:gone}'],
  ['a table of no list', paper({ paragraphs: [{ table: 'kind', columns: [] }] }), 'documents.paper: kind is no list'],
  [
    'a column of no item',
    paper({ paragraphs: [{ table: 'notes', columns: ['gone'] }] }),
    'documents.paper: notes has no gone',
  ],
  [
    'a paragraph that never shows',
    paper({ paragraphs: [{ when: is('kind', 'soft'), text: '' }] }),
    'documents.paper: kind is never soft',
  ],
  ['a paper for no participant', paper({ toParticipant: 'kind' }), 'documents.paper: kind is no participant'],
  ['a paper nobody makes', action('close', { documents: [] }), 'documents.paper: is produced by no action'],
  [
    'a number of nothing',
    withPart('numbers', 'idle', { template: '{organ}闲〔{year}〕{serial}号' }),
    'numbers.idle: numbers nothing',
  ],
  [
    'a number without serial',
    withPart('numbers', 'case', { template: '{organ}〔{year}〕' }),
    'numbers.case: has no {serial}',
  ],
  ['a title of no field', { ...line, list: { ...line.list, title: '{gone}' } }, 'list.title: unknown field {gone}'],
  ['a column of no field', { ...line, list: { ...line.list, columns: ['gone'] } }, 'list: unknown field gone'],
  ['a participant that is no organization', { ...line, participants: ['agency', 'kind'] }, 'kind is no organization'],
  [
    'a related query by no field',
    { ...line, related: { same: { line: 'sample', match: { gone: 'gone' } } } },
    'related.same: unknown field gone',
  ],
  [
    'a related query no guard reads',
    { ...line, related: { same: { line: 'sample', match: { kind: 'kind' } } } },
    'related.same: no guard reads it',
  ],
  [
    'a guard that reads a query not there',
    {
      ...line,
      actions: {
        ...line.actions,
        open: { ...line.actions.open!, guards: [guard('sample.twice', basis, () => undefined, 'hard', ['same'])] },
      },
    },
    'related: no query same, though a guard reads it',
  ],
  [
    'law by a rule set that is none',
    { ...line, actions: { ...line.actions, close: { ...line.actions.close!, basis: { byRuleSet: { gone: basis } } } } },
    'actions.close: unknown rule set gone',
  ],
  [
    'law by rule set without any',
    { ...line, actions: { ...line.actions, close: { ...line.actions.close!, basis: { byRuleSet: {} } } } },
    'actions.close: has no legal basis',
  ],
  ['a public view nobody may open', view({ apply: 'close' }), 'publicView.apply: is not open to the party'],
  [
    'a page of a field not asked',
    view({ steps: [{ title: '一', fields: ['notes'] }] }),
    'notes is not on the form of open',
  ],
  [
    'a required field on no page',
    view({ steps: [{ title: '一', fields: ['kind'] }] }),
    'receivedOn is asked on no page',
  ],
  [
    'an organ that receives by a post that is none',
    view({ receivers: { posts: ['nobody'], words: '样例' } }),
    'publicView.receivers: unknown post nobody',
  ],
  ['a tracked field that is none', view({ shows: ['gone'] }), 'publicView.shows: unknown field gone'],
];

describe('a definition is checked when loaded', () => {
  it('a sound one has no fault', () => {
    expect(checkDefinition(line)).toEqual([]);
    expect(checkDefinition(view({}))).toEqual([]);
  });
  it.each(broken)('%s', (_, wrong, fault) => {
    expect(checkDefinition(wrong).join('\n')).toContain(fault);
  });
});
