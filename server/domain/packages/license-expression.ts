// Whether a License-Expression is one: identifiers of the SPDX list in any case, `LicenseRef-` names of one's own,
// AND, OR, WITH and parentheses. PEP 639; SPDX 2.3, annex D.

import { createRequire } from 'node:module';
import parse from 'spdx-expression-parse';

/** Far above what projects write; the parser looks every word up in all lists. */
const MAX_CHARACTERS = 1_000;

export function isLicenseExpression(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  const words = text
    .replace(/[()]/g, ' $& ')
    .split(/\s+/)
    .filter((word) => word !== '');
  try {
    parse(words.map(spelledAsListed).join(' '));
    return true;
  } catch {
    return false;
  }
}

// The lists are the parser's own: whoever has one has the other.
const ofParser = createRequire(createRequire(import.meta.url).resolve('spdx-expression-parse'));
const LISTED = new Map(
  ['spdx-license-ids', 'spdx-license-ids/deprecated', 'spdx-exceptions']
    .flatMap((list) => ofParser(list) as string[])
    .map((id) => [id.toLowerCase(), id]),
);
const OWN_NAME = /^licenseref-(?=[a-z0-9.-]+$)/i;

/** The parser wants the case of the list; and it knows references into other documents, which PEP 639 leaves out. */
function spelledAsListed(word: string): string {
  if (/^documentref-/i.test(word)) throw new Error('A reference into another document.');
  const listed = LISTED.get(word.toLowerCase());
  if (listed !== undefined) return listed;
  if (word.endsWith('+')) return `${LISTED.get(word.slice(0, -1).toLowerCase()) ?? word.slice(0, -1)}+`;
  return word.replace(OWN_NAME, 'LicenseRef-');
}
