/** The kinds of token in words, each with what it protects against and what not. */
import type { TokenWire } from '../_generated/graphql.ts';

interface KindWords {
  word: string;
  sentence: string;
}

export const tokenKinds: Record<TokenWire, KindWords> = {
  OPAQUE: {
    word: 'opaque',
    sentence:
      'Only a hash of it is stored: nobody, not even the server, can make it again; it can be narrowed only here.',
  },
  ATTENUABLE: {
    word: 'attenuable',
    sentence:
      'A macaroon: whoever holds it can narrow a copy offline, and whoever has both the server key and the database could make it again.',
  },
  LEGACY: {
    word: 'legacy',
    sentence: 'It was taken over from another system. It can be revoked, and nothing else of it changes.',
  },
};

/** Those that can be made. */
export const mintableKinds = ['OPAQUE', 'ATTENUABLE'] as const satisfies readonly TokenWire[];
export type MintableKind = (typeof mintableKinds)[number];

export function readKind(text: string): MintableKind {
  return text === 'ATTENUABLE' ? 'ATTENUABLE' : 'OPAQUE';
}
