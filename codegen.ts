/**
 * From schema.graphql to typed code, three times: the documents of the client, the methods over them, the documents
 * of the web page. The output is committed; test/contract/generated.test.ts fails when it is stale.
 * docs/permissions.md is written along with it.
 */
import { spawnSync } from 'node:child_process';

import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import { methodsPreset } from './client/method-generator.ts';

/** What else is written from the code, with nothing to read but the code. A check writes nothing. */
function printPermissions(): void {
  if (process.argv.includes('--check')) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'server/print-permissions.ts'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('docs/permissions.md could not be written.');
}

const clientDocuments = 'client/operations/*.graphql';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  importExtension: '.ts',
  // A checkout whose web page has no document yet still gets its client.
  ignoreNoDocuments: true,
  config: {
    useTypeImports: true,
    enumType: 'string-literal',
    strictScalars: true,
    scalars: { DateTime: 'string', ByteCount: 'number', Serial: 'number', Sha256: 'string' },
  },
  hooks: { beforeDone: [printPermissions] },
  generates: {
    'client/_generated/': {
      preset: 'client',
      documents: clientDocuments,
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
    },
    'client/_generated/methods.ts': {
      preset: methodsPreset,
      documents: clientDocuments,
    },
    'web/_generated/': {
      preset: 'client',
      documents: ['web/**/*.{ts,tsx}', '!web/_generated/**'],
      // The hashes are names for the page's operations, by which the server knows them: what the cache needs of types
      // has to be in them already.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: { fragmentMasking: false, persistedDocuments: true, skipIndexFile: true },
    },
  },
};

export default config;
