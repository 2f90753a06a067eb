/**
 * Which token is meant. People pass an id or its beginning; what is pasted by mistake may be the token itself, which is
 * neither sent nor shown again.
 */
import { decodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import type { TokenFieldsFragment } from '../_generated/graphql.ts';
import type { WheelhouseClient } from '../client.ts';
import { NotFound } from '../errors.ts';
import { UsageError } from './exit-codes.ts';

export const TOKEN_ID = 'its id, or at least the first 4 characters of it where the token is your own';

const WHOLE_ID = /^[0-9A-Za-z_-]{22}$/;
/** What another system called a token; somebody else's is not among one's own. */
const LEGACY_ID = /^[0-9A-Za-z_-]{20,32}$/;
const BEGINNING = /^[0-9A-Za-z_-]{4,32}$/;

/**
 * The ids that are meant, once a client is there: beginnings are looked up among one's own tokens, all of them before
 * anything is done with the first.
 * @throws UsageError at once for what is no id, later for a beginning that several ids have
 */
export function idsAmongOwn(
  texts: readonly string[],
  program: string,
): (client: WheelhouseClient) => Promise<string[]> {
  const given = texts.map((text) => refuseSecret(text.trim(), program));
  return async (client) => {
    const isWhole = (text: string) => WHOLE_ID.test(text);
    const own = given.every(isWhole) ? [] : await client.tokens().toArray();
    const isAnothers = (text: string) =>
      LEGACY_ID.test(text) && !own.some(({ tokenId }) => tokenId.startsWith(text));
    return [
      ...new Set(
        given.map((text) => (isWhole(text) || isAnothers(text) ? text : theOneThatBegins(own, text))),
      ),
    ];
  };
}

/** Takes apart what somebody holds: the public part, and how it was written. */
export function publicPartOf(text: string): { id: string; form: string } | null {
  const [, opaque] = /^wh_[a-z]+_([0-9A-Za-z]{22})(?:_|$)/.exec(text) ?? [];
  if (opaque !== undefined) return { id: opaque, form: 'the 22 characters after the kind' };
  const [, legacy] = /^adm_([0-9A-Za-z_-]{20,32})(?:\.|$)/.exec(text) ?? [];
  if (legacy !== undefined) return { id: legacy, form: 'what stands before the dot' };
  const macaroon = decodeMacaroon(text);
  return macaroon === null
    ? null
    : { id: macaroon.identifier.toString(), form: 'the identifier of the macaroon' };
}

function refuseSecret(given: string, program: string): string {
  const known = publicPartOf(given);
  if (known !== null) {
    throw new UsageError(
      `That is the token itself, which is a secret. Pass its id, ${known.form}: ${known.id}`,
    );
  }
  if (BEGINNING.test(given) && !/^(wh_|whm-|adm_)/.test(given)) return given;
  throw new UsageError(
    `That is no token's id, which has 22 letters and digits. "${program} token list" shows the ids.`,
  );
}

/** What was given is not repeated: it may be a piece of a secret. */
function theOneThatBegins(own: readonly TokenFieldsFragment[], beginning: string): string {
  const candidates = own.filter(({ tokenId }) => tokenId.startsWith(beginning));
  const [only, ...others] = candidates;
  if (only === undefined) {
    throw new NotFound('None of your tokens has an id that begins so.', { code: 'NOT_FOUND' });
  }
  if (others.length === 0) return only.tokenId;
  const listed = candidates.map(({ tokenId, name, state }) => `${tokenId} (${name}, ${state.toLowerCase()})`);
  throw new UsageError(`Several of your tokens begin so: ${listed.join(', ')}. Pass more of the id.`);
}
