// The address of an upstream as somebody writes it, and as it is stored. Whether a name leads to a private address is
// not to be seen here: that is looked at when it is asked. The address is never repeated in a refusal, because people
// paste addresses with a password in them.

import { InvalidInput } from '../errors.ts';
import { isPrivateAddress } from '../mirrors/addresses.ts';

const LONGEST = 1000;

/** With a final slash. @throws {InvalidInput} INVALID_UPSTREAM */
export function parseUpstreamUrl(text: string, allowsPrivateAddresses: boolean): string {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || trimmed.length > LONGEST) {
    throw invalid(
      `It is not the address of a simple index: write https://index.example/simple/, with at most ${LONGEST} characters.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'The address holds a name or a password, which everybody would see: give username and password instead.',
    );
  }
  if (/[?#]/.test(trimmed)) {
    throw invalid(
      'The address of a simple index ends with its path: leave out "?" and "#" and what follows.',
    );
  }
  if (!allowsPrivateAddresses && isWithin(url.hostname)) {
    throw invalid(
      'The address is a private one, inside the network of this server: an admin may set allowsPrivateAddresses.',
    );
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

/** As `URL.hostname` has it: every spelling of an IPv4 address has become the one with dots. */
function isWithin(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return isPrivateAddress(name.replace(/^\[(.*)\]$/, '$1'));
}

function invalid(sentence: string): InvalidInput {
  return new InvalidInput('INVALID_UPSTREAM', sentence, ['mirror', 'upstreamUrl']);
}
