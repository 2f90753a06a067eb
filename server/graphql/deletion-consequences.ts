// What deleting an index takes with it: counted before anybody confirms, and told again when it was done.

import type { DeletionConsequences } from '../domain/indexes/consequences.ts';
import { builder } from './builder.ts';

export const DeletionConsequencesType = builder
  .objectRef<DeletionConsequences>('DeletionConsequences')
  .implement({
    description: 'What deleting a package index takes with it.',
    fields: (t) => ({
      projects: t.exposeInt('projects', { description: 'Names that nobody holds any more.' }),
      files: t.exposeInt('files', { description: 'Distributions that can no longer be downloaded.' }),
      bytes: t.expose('bytes', { type: 'ByteCount', description: 'The size of these files, together.' }),
      tokens: t.exposeInt('tokens', {
        description: 'Live tokens that are bound to this index alone, and are revoked.',
      }),
      dependants: t.exposeInt('dependants', { description: 'Indexes that lose it as a base.' }),
    }),
  });
