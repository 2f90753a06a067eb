/**
 * From schema.graphql to typed code, three times: the documents of the client, the methods over them, the documents
 * of the web page. The output is committed; test/contract/generated.test.ts fails when it is stale.
 */
import type { CodegenConfig } from '@graphql-codegen/cli';
import { methodsPreset } from './client/method-generator.ts';

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
      // The hashes are names for the page's operations, by which a server can know them.
      presetConfig: { fragmentMasking: false, persistedDocuments: true, skipIndexFile: true },
    },
  },
};

export default config;
