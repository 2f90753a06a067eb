// What anybody may know of this server before signing in.

import { isSetupNeeded } from '../domain/users/links.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { requires } from './scopes.ts';

const ServerType = builder.objectRef<GraphQLContext['server']>('Server').implement({
  description: 'The server that answers.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'A semantic version, such as 0.1.0.' }),
    setupNeeded: t.boolean({
      description:
        'Whether there is no admin yet, so that the link that the server printed has to be opened first.',
      resolve: (_server, _args, { world }) => isSetupNeeded(world),
    }),
    publicUrl: t.string({
      description: 'Where clients reach it, without a final slash, such as https://packages.example.',
      resolve: (_server, _args, { baseUrl }) => baseUrl,
    }),
  }),
});

builder.queryField('server', (t) =>
  t.field({
    ...requires('server:read', 'The server that answers.'),
    type: ServerType,
    resolve: (_root, _args, { server }) => server,
  }),
);
