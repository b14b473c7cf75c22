import { describe, expect, it } from 'vitest';
import { addressOf, href } from './router.js';

describe('addresses', () => {
  it('lie under the base, which printed codes lead to', () => {
    expect(addressOf({ pathname: '/portal/verify/FD-ABCD-2345', search: '' }).parts).toEqual([
      'verify',
      'FD-ABCD-2345',
    ]);
    expect(href('/verify/FD-ABCD-2345')).toBe('/portal/verify/FD-ABCD-2345');
    expect(href('/')).toBe('/portal/');
  });
  it('take a slash too many and a broken encoding', () => {
    expect(addressOf({ pathname: '/portal//track/', search: '?receipt=2026-AB' }).path).toBe('/track');
    expect(addressOf({ pathname: '/portal/verify/%E4%', search: '' }).parts).toEqual(['verify', '%E4%']);
  });
});
