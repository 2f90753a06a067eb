// Tokens that come to be: minted, or rotated into the place of another. A token's text is in one place only, the payload
// of these two.

import type { TokenKind, TokenWire } from '../storage/_generated/sqlite/client.ts';
import {
  FreshSignInRequired,
  InvalidInput,
  NameTaken,
  NotAllowed,
  NotFound,
  RateLimited,
} from '../domain/errors.ts';
import { issueToken } from '../domain/tokens/issue.ts';
import { rotateToken } from '../domain/tokens/rotate.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';
import { configurationsField } from './token-configuration.ts';
import { TOKEN_ID, tokenField } from './token-payload.ts';
import { TokenKindEnum, TokenWireEnum } from './token.ts';

const CreateTokenInput = builder.inputType('CreateTokenInput', {
  description: 'The token to mint. What is asked for and not allowed is refused by name, never trimmed.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: '1 to 100 characters; it differs from the owner’s other tokens that are not revoked.',
    }),
    description: t.string({
      description: 'What it is for, at most 500 characters. Absent, null or empty: none.',
    }),
    wire: t.field({
      type: TokenWireEnum,
      description: 'OPAQUE or ATTENUABLE; LEGACY is refused here. Absent or null: OPAQUE.',
    }),
    scopes: t.stringList({
      required: true,
      description:
        'At least one, such as index:read; docs/permissions.md has them all. Each needs the right of the owner on ' +
        'each index that is named, and some need an admin.',
    }),
    indexes: t.stringList({
      description:
        '1 to 100 index paths, written owner/name. Absent or null: allIndexes has to be true, or no scope is about indexes.',
    }),
    allIndexes: t.boolean({
      description:
        'True reaches every index of the owner, later ones too, and indexes stays out. Absent or null: false.',
    }),
    projects: t.stringList({
      description:
        'At most 100 project names, or their beginning and a final "*". Absent or null: every project. Empty: none.',
    }),
    addresses: t.stringList({
      description:
        'At most 100 addresses or networks from which it is accepted, such as 10.0.0.0/8. Absent or null: every address. Empty: none.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'At most a year ahead, or as far as WHEELHOUSE_TOKEN_MAX_LIFE allows. Absent: in 30 days. Null: it never expires, where that is allowed.',
    }),
    notBefore: t.field({ type: 'DateTime', description: 'Absent or null: valid at once.' }),
    kind: t.field({
      type: TokenKindEnum,
      description: 'PAT or CI; REP is refused here. Absent or null: PAT.',
    }),
    owner: t.string({
      description:
        'For whom it acts: an admin names a member or a service account. Absent or null: the viewer.',
    }),
  }),
});

interface IssuedToken {
  readonly id: string;
  readonly plaintext: string;
  readonly serial: bigint;
}

const PLAINTEXT_DESCRIPTION =
  'What pip, uv and twine take as the password of the user __token__. It is shown here and never again.';

const CreateTokenPayload = builder.objectRef<IssuedToken>('CreateTokenPayload').implement({
  description: 'The new token, and its text for the only time.',
  fields: (t) => ({
    token: tokenField(t, 'As it was minted.'),
    plaintext: t.exposeString('plaintext', { description: PLAINTEXT_DESCRIPTION }),
    configurations: configurationsField(t),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('createToken', (t) =>
  t.field({
    ...requires(
      'tokens:create',
      'Mints a token, which may do at most what its owner may do at the moment of use. The sign-in must be fresh.',
      'For oneself; an admin also for members and service accounts, never for another admin. The owner has to hold ' +
        'on each index that it names what each of its scopes is for.',
    ),
    type: CreateTokenPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NameTaken, NotAllowed, NotFound, RateLimited] },
    args: { input: t.arg({ type: CreateTokenInput, required: true, description: 'The token to mint.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await issueToken(world, caller, {
        name: input.name,
        description: input.description,
        wire: mintableWire(input.wire),
        scopes: input.scopes,
        indexes: input.indexes ?? undefined,
        allIndexes: input.allIndexes ?? undefined,
        projects: input.projects ?? undefined,
        addresses: input.addresses ?? undefined,
        expiresAt: input.expiresAt,
        notBefore: input.notBefore,
        kind: mintableKind(input.kind),
        owner: input.owner ?? undefined,
      });
      return { id: result.token.id, plaintext: result.plaintext, serial };
    },
  }),
);

function mintableKind(kind: TokenKind | null | undefined) {
  if (kind !== 'REP') return kind ?? undefined;
  throw new InvalidInput(
    'INVALID_INPUT',
    'createToken mints PAT and CI tokens; leave kind out or name one of these.',
    ['kind'],
  );
}

function mintableWire(wire: TokenWire | null | undefined) {
  if (wire !== 'LEGACY') return wire ?? undefined;
  throw new InvalidInput(
    'INVALID_INPUT',
    'A legacy token is only taken over from another system; leave wire out, or ask for OPAQUE or ATTENUABLE.',
    ['wire'],
  );
}

const RotateTokenInput = builder.inputType('RotateTokenInput', {
  description: 'The token to replace.',
  fields: (t) => ({
    tokenId: t.string(TOKEN_ID),
    graceSeconds: t.int({
      defaultValue: 0,
      description:
        'For so many seconds, 86400 at most, the old text works on. Absent or null: 0, and it is refused at once.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'Absent: as long a life as the old one had. Null: it never expires, where that is allowed.',
    }),
  }),
});

const RotateTokenPayload = builder.objectRef<IssuedToken>('RotateTokenPayload').implement({
  description: 'The token that took the place of the old one, and its text for the only time.',
  fields: (t) => ({
    token: tokenField(t, 'The new one; its rotatedFrom is the old one.'),
    plaintext: t.exposeString('plaintext', { description: PLAINTEXT_DESCRIPTION }),
    configurations: configurationsField(t),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('rotateToken', (t) =>
  t.field({
    ...requires(
      'tokens:rotate',
      'Mints a token of the same name and limits in the place of one that works. The sign-in must be fresh.',
      'One’s own; an admin also those of members and service accounts. The rights are asked again as for a new token. ' +
        'Whoever presents the old text after its grace ends the whole family.',
    ),
    type: RotateTokenPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NotAllowed, NotFound, RateLimited] },
    args: { input: t.arg({ type: RotateTokenInput, required: true, description: 'The token to replace.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await rotateToken(world, caller, {
        tokenId: input.tokenId,
        graceSeconds: input.graceSeconds ?? undefined,
        expiresAt: input.expiresAt,
      });
      return { id: result.token.id, plaintext: result.plaintext, serial };
    },
  }),
);
