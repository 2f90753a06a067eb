// The schema as text: what `schema.graphql` holds and `/graphql/schema.graphql` serves. Sorted, so that a difference
// between two versions is a difference of the API.

import { lexicographicSortSchema, printSchema } from 'graphql';

import { schema } from './schema.ts';

/** The whole schema in SDL, ending with a newline; it takes some milliseconds, so keep it. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
