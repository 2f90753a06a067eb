// What a mutation refuses is told to the request's line in the log, by its code: the answer is 200 and says it inside.
// Refusals outside a mutation's union are told in `yoga.ts`.

import { errorTypeMap } from '@pothos/plugin-errors';
import type { GraphQLSchema } from 'graphql';

import type { Refusal } from '../domain/errors.ts';
import type { GraphQLContext } from './context.ts';

/** The same schema, whose mutations tell. */
export function tellingRefusals(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve === undefined) continue;
    field.resolve = async (source, args, context: GraphQLContext, info) => {
      const result: unknown = await resolve(source, args, context, info);
      if (isRefusal(result)) context.noteRefusal(result.code);
      return result;
    };
  }
  return schema;
}

/** The plugin hands a refusal on behind a proxy, which `instanceof` does not see through. */
function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && errorTypeMap.has(result);
}
