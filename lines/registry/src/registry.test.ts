import { checkDefinition, formOf } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { findClock, findLine, getLine, lines } from './index.js';

/** What every line says to another: opening its matters, or acting in a linked one. */
function messages() {
  return lines.flatMap((from) =>
    Object.entries(from.actions).flatMap(([key, { opens, tells }]) => {
      const place = `${from.code}.${key}`;
      const field = tells && from.fields[tells.link];
      return [
        ...(opens
          ? [{ from: place, line: getLine(opens.line), action: opens.action, carry: Object.keys(opens.carry) }]
          : []),
        ...(tells && field?.kind === 'matter'
          ? [{ from: place, line: getLine(field.line), action: tells.action, carry: Object.keys(tells.carry ?? {}) }]
          : []),
      ];
    }),
  );
}

describe('lines', () => {
  it.each(lines.map((line) => [line.code, line] as const))('%s is sound', (_, line) =>
    expect(checkDefinition(line)).toEqual([]),
  );

  it('have distinct codes, by which they are found', () => {
    expect(new Set(lines.map((line) => line.code)).size).toBe(lines.length);
    expect(getLine('litigation').name).toBe('行政应诉');
    expect(findLine('nothing')).toBeUndefined();
    expect(() => getLine('nothing')).toThrow();
  });

  it.each(messages().map((message) => [`${message.from} → ${message.line.code}.${message.action}`, message] as const))(
    '%s is understood',
    (_, { line, action, carry }) => {
      const target = line.actions[action];
      expect(target?.by).toContain('message');
      const form = formOf(line, target!);
      for (const path of carry) {
        const [head = '', part] = path.split('.');
        const field = form[head];
        expect(field, path).toBeDefined();
        if (part !== undefined) expect(field?.kind === 'group' && part in field.of, path).toBe(true);
      }
      const heads = carry.map((path) => path.split('.')[0]);
      const missing = Object.keys(form).filter((key) => {
        const field = form[key]!;
        return !field.optional && !field.when && field.kind !== 'bool' && !heads.includes(key);
      });
      expect(missing).toEqual([]);
    },
  );

  it('find a clock by its address', () => {
    expect(findClock('litigation/respond')).toMatchObject({
      code: 'respond',
      line: { code: 'litigation' },
      clock: { name: '答辩举证' },
    });
    expect(findClock('reconsideration/send-copy')?.clock).toBeDefined();
    for (const path of [
      'litigation/nothing',
      'nothing/respond',
      'litigation',
      'litigation/respond/x',
      'litigation/toString',
    ]) {
      expect(findClock(path)).toBeUndefined();
    }
  });
});
