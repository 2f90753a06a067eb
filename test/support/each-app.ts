// Runs the same tests against the whole server once on each engine.

import { afterAll, describe } from 'vitest';

import type { Engine } from '../../server/storage/database.ts';
import { createTestApp, type TestApp, type TestAppOptions } from './app.ts';
import { hasPostgres } from './postgres.ts';

/** Opens a server of its own; it is closed after the tests of this engine. */
export type OpenApp = (options?: Omit<TestAppOptions, 'engine'>) => Promise<TestApp>;

export function eachApp(what: string, tests: (open: OpenApp, engine: Engine) => void): void {
  for (const engine of ['sqlite', 'postgresql'] as const) {
    describe.skipIf(engine === 'postgresql' && !hasPostgres())(`${what}, on ${engine}`, () => {
      const opened: TestApp[] = [];
      afterAll(async () => {
        for (const app of opened.reverse()) await app.close();
      });
      tests(async (options) => {
        const app = await createTestApp({ engine, ...options });
        opened.push(app);
        return app;
      }, engine);
    });
  }
}
