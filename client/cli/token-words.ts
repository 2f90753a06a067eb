/**
 * A token in the words of the command line, for tables and for fields.
 */
import type { TokenFieldsFragment } from '../_generated/graphql.ts';
import { formatTime } from './output.ts';
import { wordOf } from './scopes.ts';

export const KINDS = ['opaque', 'attenuable', 'legacy'] as const;
export const STATES = ['pending', 'active', 'rotating', 'expired', 'revoked', 'disabled'] as const;

export function kindOf({ wire }: TokenFieldsFragment): string {
  return wire.toLowerCase();
}

export function stateOf({ state }: TokenFieldsFragment): string {
  return state.toLowerCase();
}

export function scopesOf({ scopes }: TokenFieldsFragment): string {
  return scopes.map(wordOf).join(', ');
}

/** A token for the API may have none, and what a token was bound to may be gone. */
export function indexesOf({ allIndexes, indexes }: TokenFieldsFragment): string {
  return allIndexes ? 'all' : indexes.map(({ path }) => path).join(', ') || '(none)';
}

/** What there is to say of one token, apart from what nobody ever noted. */
export function fieldsOf(token: TokenFieldsFragment): [label: string, value: string][] {
  const fields: [label: string, value: string | null][] = [
    ['id', token.tokenId],
    ['name', token.name],
    ['description', token.description],
    ['kind', kindOf(token)],
    ['state', stateOf(token)],
    ['owner', token.owner.name],
    ['issued by', token.issuer.name],
    ['scopes', scopesOf(token)],
    ['indexes', indexesOf(token)],
    ['projects', token.allProjects ? 'all' : token.projects.join(', ') || '(none)'],
    ['addresses', token.allAddresses ? 'all' : token.addresses.join(', ') || '(none)'],
    ['created', formatTime(token.createdAt, '')],
    ['created from', token.createdAddress],
    ['not before', token.notBefore && formatTime(token.notBefore, '')],
    ['expires', formatTime(token.expiresAt, 'never')],
    ['still works until', token.graceUntil && formatTime(token.graceUntil, '')],
    ['replaced', token.rotatedFrom],
    ['last used', formatTime(token.lastUsedAt, 'never')],
    ['last used from', token.lastUsedAddress],
    ['last used with', token.lastUsedClient],
    ['revoked', token.revokedAt && formatTime(token.revokedAt, '')],
    ['because', token.revokeReason && token.revokeReason.toLowerCase().replaceAll('_', ' ')],
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [[label, value] as [string, string]]));
}
