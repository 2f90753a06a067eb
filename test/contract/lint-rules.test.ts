import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

import { wheelhouse } from './lint-rules.mjs';

/** The messages of one rule about this text at this place. */
function complaints(rule: keyof typeof wheelhouse.rules, file: string, text: string): string[] {
  const linter = new Linter({ cwd: '/checkout' });
  const config: Linter.Config = {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parser },
    plugins: { wheelhouse },
    rules: { [`wheelhouse/${rule}`]: 'error' },
  };
  return linter.verify(text, [config], { filename: `/checkout/${file}` }).map(({ message }) => message);
}

describe('import-direction', () => {
  it.each([
    ['server/domain/users/accounts.ts', "import { transact } from '../../storage/transact.ts';"],
    ['server/http/simple.ts', "import type { Blob } from '../storage/blobs.ts';"],
    ['server/graphql/builder.ts', "import { getDatamodel } from '../storage/_generated/pothos.ts';"],
    ['server/app.ts', "import { routes } from './http/router.ts';"],
    ['client/cli/main.ts', "import { createClient } from '../client.ts';"],
    ['web/pages/tokens.tsx', "import { createClient } from '../../client/client.ts';"],
    ['setup/build.mjs', "const { build } = await import('esbuild');"],
    ['test/http/simple.test.ts', "import { createApp } from '../../server/app.ts';"],
  ])('%s may write: %s', (file, text) => {
    expect(complaints('import-direction', file, text)).toEqual([]);
  });

  it.each([
    ['server/http/simple.ts', "import { schema } from '../graphql/schema.ts';", 'server/graphql/schema.ts'],
    ['server/graphql/user.ts', "import { answer } from '../http/errors.ts';", 'server/http/errors.ts'],
    ['server/http/files.ts', "import { openBlob } from '../storage/blobs.ts';", 'server/storage/blobs.ts'],
    [
      'server/domain/users/accounts.ts',
      "import type { Context } from '../../graphql/yoga.ts';",
      'server/graphql/yoga.ts',
    ],
    ['server/domain/users/accounts.ts', "import { Prisma } from '@prisma/client';", '@prisma/client'],
    ['server/domain/errors.ts', "import { GraphQLError } from 'graphql';", 'graphql'],
    ['server/storage/blobs.ts', "import { NotFound } from '../domain/errors.ts';", 'server/domain/errors.ts'],
    ['server/main.ts', "export { run } from '../client/cli/main.ts';", 'client/cli/main.ts'],
    ['client/client.ts', "import type { Role } from '../server/domain/actor.ts';", 'server/domain/actor.ts'],
    ['client/client.ts', "import { homedir } from 'node:os';", 'node:os'],
    ['client/client.ts', "import { config } from './cli/config.ts';", 'client/cli/config.ts'],
    ['client/cli/main.ts', "await import('../../server/main.ts');", 'server/main.ts'],
    ['web/urql.ts', "import { config } from '../client/cli/config.ts';", 'client/cli/config.ts'],
    ['web/main.tsx', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['setup/build.mjs', "import { build } from 'esbuild';", 'esbuild'],
  ])('%s may not write: %s', (file, text, target) => {
    expect(complaints('import-direction', file, text)).toEqual([
      expect.stringContaining(` must not import ${target}. `),
    ]);
  });

  it('says which form is right', () => {
    expect(
      complaints(
        'import-direction',
        'server/http/files.ts',
        "import { openBlob } from '../storage/blobs.ts';",
      ),
    ).toEqual([
      'server/http/ must not import server/storage/blobs.ts. A handler calls one function of server/domain; a thought ' +
        'shared with GraphQL moves down to the domain. Its types may be imported with `import type`.',
    ]);
  });
});

describe('no-barrel', () => {
  it('refuses a file called index, whatever its ending', () => {
    const sentence =
      'No file is called index: the word means a package index here. Name the file after what it defines.';
    expect(complaints('no-barrel', 'server/domain/index.ts', 'const a = 1;')).toEqual([sentence]);
    expect(complaints('no-barrel', 'web/pages/index.tsx', 'const a = 1;')).toEqual([sentence]);
    expect(complaints('no-barrel', 'web/pages/package-index.tsx', 'const a = 1;')).toEqual([]);
  });

  it('refuses to re-export everything, and allows one name', () => {
    expect(complaints('no-barrel', 'client/client.ts', "export * from './errors.ts';")).toEqual([
      'Re-exporting everything hides where a thing is defined. Import from the file that defines it.',
    ]);
    expect(complaints('no-barrel', 'client/client.ts', "export { ClientError } from './errors.ts';")).toEqual(
      [],
    );
  });
});

describe('no-default-export', () => {
  it('refuses an export without a name', () => {
    expect(complaints('no-default-export', 'server/app.ts', 'export default function () {}')).toEqual([
      'Export it by its name, so that it has the same name wherever it is used.',
    ]);
    expect(complaints('no-default-export', 'server/app.ts', 'export function createApp() {}')).toEqual([]);
  });
});
