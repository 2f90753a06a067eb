// The one thing that is told as it happens: who the viewer is now, until the session has ended. How the events travel
// is in `event-stream.ts`.

import { requireSession } from '../domain/permissions.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { ViewerType } from './viewer.ts';

builder.subscriptionField('viewerChanged', (t) =>
  t.field({
    ...requires(
      'session:watch',
      'The viewer at once, and again when an admin or the viewer changes the role, the display name or the address. ' +
        'Completes within 1 second after the session has ended; sign in again, or ask who is signed in now.',
    ),
    type: ViewerType,
    subscribe: (_root, _args, { world, caller }) =>
      world.sessionWatch.listen(requireSession(caller.actor, 'session:watch')),
    resolve: (actor) => actor,
  }),
);
