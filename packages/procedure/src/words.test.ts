import { days, nationalCalendar } from '@fadu/calendar';
import { type JsonObject, statute, toInstant } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check-definition.js';
import { fieldsOf, holds, is, some } from './condition.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import { bool, choice, list, pastDay, text } from './field.js';
import { fieldValue, type Line, whether } from './line.js';
import { formOf } from './step.js';

const basis = statute('测试法')(1);
const line: Line = {
  code: 'sample',
  name: '样例',
  version: '1',
  kind: 'case',
  ruleSets: [{ code: 'only', name: '样例', chosenBy: 'step', basis }],
  posts: { handler: '承办人' },
  fields: {
    stage: choice('阶段', { first: '一', second: '二' }),
    servedOn: pastDay('送达日'),
    marks: list('结果', '结果', { stage: choice('阶段', { first: '一', second: '二' }), code: text('代码', 10) }),
    bad: bool('不利'),
  },
  states: { open: { name: '办理中', tone: 'active' }, closed: { name: '已办结', tone: 'ended' } },
  clocks: {
    first: {
      name: '一阶段',
      event: '送达',
      from: 'servedOn',
      limit: days(15),
      basis,
      expiry: 'duty',
      holder: 'organ',
      when: is('stage', 'first'),
    },
    second: {
      name: '二阶段',
      event: '送达',
      from: 'servedOn',
      limit: days(10),
      basis,
      expiry: 'duty',
      holder: 'organ',
      when: is('stage', 'second'),
    },
  },
  actions: {
    open: {
      name: '登记',
      by: ['handler'],
      to: 'open',
      basis,
      form: ['stage', 'servedOn'],
      clocks: { start: ['first', 'second'] },
    },
    mark: {
      name: '记录',
      by: ['handler'],
      from: ['open'],
      basis,
      record: 'marks',
      fills: { stage: fieldValue('stage') },
    },
    close: {
      name: '办结',
      by: ['handler'],
      from: ['open'],
      to: 'closed',
      basis,
      clocks: { stop: ['first', 'second'] },
    },
    weigh: {
      name: '评定',
      by: ['handler'],
      from: ['open'],
      basis,
      sets: { bad: whether(some('marks', is('code', 'X'))) },
    },
  },
  documents: {},
  numbers: {},
  list: { title: '{stage}', columns: [], filters: [] },
};

const context = {
  now: toInstant(new Date('2024-10-09T02:00:00Z')),
  actor: { kind: 'official', person: 'p', name: '赵样例', posts: [{ post: 'handler', org: 'o' }] },
  calendar: nationalCalendar,
  related: {},
  opening: { id: 'm', region: '220800', organ: 'o' },
  organShortName: '样',
  serial: () => 1,
} as const;

function walk(...steps: readonly (readonly [string, JsonObject])[]) {
  let matter: Parameters<typeof decide>[1];
  for (const [action, input] of steps) {
    const result = decide(line, matter, { action, input }, context);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    matter = evolve(matter, result.value.events[0]!);
  }
  return matter!;
}

describe('words of the language', () => {
  it('is a sound definition', () => expect(checkDefinition(line)).toEqual([]));

  it('finds unknown fields read by a value', () => {
    const wrong: Line = {
      ...line,
      actions: {
        ...line.actions,
        weigh: { ...line.actions.weigh!, sets: { bad: whether(some('marks', is('cod', 'X'))) } },
      },
    };
    expect(checkDefinition(wrong)).toEqual(['sample actions.weigh: unknown field marks.cod']);
  });

  it('some: an item of a list', () => {
    const condition = some('marks', is('code', 'X'));
    expect(fieldsOf(condition)).toEqual(['marks', 'marks.code']);
    expect(holds(condition, { marks: [{ code: 'A' }, { code: 'X' }] })).toBe(true);
    expect(holds(condition, { marks: [{ code: 'A' }] })).toBe(false);
    expect(holds(condition, {})).toBe(false);
  });

  it('when: a clock that does not apply is not started', () => {
    expect(Object.keys(walk(['open', { stage: 'second', servedOn: '2024-10-08' }]).clocks)).toEqual(['second']);
  });

  it('fills and whether: parts taken, truth derived', () => {
    expect(Object.keys(formOf(line, line.actions.mark!))).toEqual(['code']);
    const matter = walk(['open', { stage: 'first', servedOn: '2024-10-08' }], ['mark', { code: 'X' }], ['weigh', {}]);
    expect(matter.data.marks).toEqual([{ code: 'X', stage: 'first' }]);
    expect(matter.data.bad).toBe(true);
  });

  it('duties: an action the party cannot take in that state does not load', () => {
    const faults = checkDefinition({
      ...line,
      publicView: {
        apply: 'open',
        name: '样例',
        intro: '样例',
        steps: [],
        shows: [],
        next: [],
        duties: [{ states: ['nowhere'], text: '请补', shows: 'none', action: 'mark', clock: 'first' }],
      },
    });
    expect(faults).toContain('sample publicView.duties: mark is not open to the party');
    expect(faults).toContain('sample publicView.duties: unknown field none');
    expect(faults).toContain('sample publicView.duties: mark is not possible in nowhere');
  });
});
