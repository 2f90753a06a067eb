// The consistency token that every payload carries: whoever has applied this serial sees what the mutation did.

import type { GraphQLContext } from './context.ts';

/** Options of a payload's `serial`. */
export const SERIAL = {
  type: 'Serial',
  description:
    'The number of the change that was committed, or of the last one before when nothing replicated changed. ' +
    'A replica that has applied it shows the result.',
} as const;

/** For what changes local state alone, such as a sign-in. */
export async function lastSerial({ world }: GraphQLContext): Promise<bigint> {
  const head = await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
  return head.serial;
}
