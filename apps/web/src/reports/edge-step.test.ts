import { expect, it } from 'vitest';
import { edgeStep } from './edge-step.js';

it.each([
  [500, 0, 'in the middle'],
  [264, 0, 'just out of reach of the upper edge'],
  [232, -8, 'halfway to it'],
  [200, -16, 'at it'],
  [-50, -16, 'above the window'],
  [768, 8, 'halfway to the lower edge'],
  [900, 16, 'below the window'],
])('held at %i the page moves by %i: %s', (y, step) => expect(edgeStep(y, 200, 800)).toBe(step));

it('where hardly anything is seen, the middle still rests', () => {
  expect(edgeStep(50, 0, 100)).toBe(0);
  expect(edgeStep(50, 60, 60)).toBe(0);
});
