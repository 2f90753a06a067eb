// Writes schema.graphql at the top of the repository. Run by `npm run codegen`.

import { writeFileSync } from 'node:fs';

import { schemaText } from './schema-text.ts';

writeFileSync(new URL('../../schema.graphql', import.meta.url), schemaText());
