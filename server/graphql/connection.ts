// The one field that our connections have beyond those of the Relay specification.

import type { FieldsOf } from './builder.ts';

interface Counted {
  /** A function where counting costs a statement of its own; it runs only for who asks. */
  readonly totalCount?: number | (() => number | Promise<number>) | null;
}

/** The second argument of every connection field. */
export const counted = {
  fields: (t: FieldsOf<Counted>) => ({
    totalCount: t.int({
      description: 'How many entries the whole list has for this viewer, whatever the page.',
      // Tells the Prisma plugin that this field alone needs no rows.
      extensions: { pothosPrismaTotalCount: true },
      resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : (totalCount ?? 0)),
    }),
  }),
};
