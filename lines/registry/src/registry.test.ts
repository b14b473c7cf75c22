import { checkDefinition } from '@fadu/procedure';
import { describe, expect, it } from 'vitest';
import { findClock, findLine, getLine, lines } from './index.js';

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

  it('tell and open only actions that exist', () => {
    for (const line of lines) {
      for (const action of Object.values(line.actions)) {
        if (action.opens) expect(findLine(action.opens.line)?.actions[action.opens.action]?.by).toContain('message');
        const field = action.tells && line.fields[action.tells.link];
        if (action.tells && field?.kind === 'matter')
          expect(getLine(field.line).actions[action.tells.action]?.by).toContain('message');
      }
    }
  });

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
