import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,lines,apps,demo,bench,e2e,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // A page on a busy machine needs more than a second to answer.
    expect: { poll: { timeout: 20_000 } },
  },
});
