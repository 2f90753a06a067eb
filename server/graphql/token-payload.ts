// What the payloads of mutations about tokens share: the token, read again after the commit.

import { builder, type FieldsOf } from './builder.ts';
import { SERIAL } from './serial.ts';
import { TokenType } from './token.ts';

/** With what the document selects of it. */
export function tokenField<Payload extends { readonly id: string }>(
  t: FieldsOf<Payload>,
  description: string,
) {
  return t.prismaField({
    type: TokenType,
    description,
    resolve: (query, { id }, _args, { world }) =>
      world.readDb.token.findUniqueOrThrow({ ...query, where: { id } }),
  });
}

interface ChangedToken {
  readonly id: string;
  readonly serial: bigint;
}

/** The payload of a mutation that changes one token. */
export function changedTokenPayload(name: string, description: string, tokenDescription: string) {
  return builder.objectRef<ChangedToken>(name).implement({
    description,
    fields: (t) => ({
      token: tokenField(t, tokenDescription),
      serial: t.expose('serial', SERIAL),
    }),
  });
}

/** The one field that most inputs about a token have. */
export const TOKEN_ID = {
  required: true,
  description: 'Its 22 characters; never the token’s own text.',
} as const;
