// Three groups of tests, run one after the other so that slow real clients never share the machine with measurements
// of the fast ones: `fast` (everything in one process or on port 0), `clients` (pip, uv, twine), `browser` (Chromium).

import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const minute = 60_000;

/** Vite would give our files another copy of graphql than its plugins get, and `instanceof` would fail between them. */
const resolve = {
  alias: [
    {
      find: /^graphql$/,
      replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
    },
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'fast',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/installers/**', 'test/browser/**', 'test/bench/**'],
          globalSetup: ['./test/support/postgres.ts'],
          testTimeout: minute / 4,
          hookTimeout: minute / 2,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          name: 'clients',
          include: ['test/installers/**/*.test.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 3 * minute,
          hookTimeout: 2 * minute,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
