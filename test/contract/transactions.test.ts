// Who changes something is looked at again inside the transaction: a use case opens it with `transactAs` or
// `transactLocalAs`. What opens one by itself stands here with the reason why nobody's session or role is behind it.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const domain = fileURLToPath(new URL('../../server/domain/', import.meta.url));

/** How many transactions each file opens by itself. */
const BY_THEMSELVES: Record<string, { count: number; because: string }> = {
  'transact-as.ts': { count: 2, because: 'It is what all others use.' },
  'audit/refused-credentials.ts': { count: 1, because: 'The server tells of credentials that it refused.' },
  'audit/retention.ts': { count: 1, because: 'A job of the server.' },
  'indexes/purge.ts': { count: 1, because: 'A job of the server.' },
  'packages/collect.ts': { count: 4, because: 'A job of the server.' },
  'packages/deletion.ts': {
    count: 1,
    because: 'The server finishes a deletion that somebody was let in for.',
  },
  'packages/origin-pins.ts': {
    count: 1,
    because: 'The server notes from where a file was taken, whoever took it.',
  },
  'packages/upload.ts': { count: 1, because: 'upload-right.ts looks again, for tokens as well.' },
  'tokens/cleanup.ts': { count: 2, because: 'A job of the server.' },
  'tokens/legacy.ts': { count: 1, because: 'The operator on the server’s machine imports tokens.' },
  'tokens/reuse.ts': { count: 1, because: 'The server revokes what came back, whoever presented it.' },
  'users/links.ts': { count: 1, because: 'The operator on the server’s machine recovers an admin.' },
  'users/redeem.ts': { count: 1, because: 'The link is what lets in, and is looked at again.' },
  'users/sign-in.ts': { count: 1, because: 'The password is what lets in, and is looked at again.' },
  'users/throttle.ts': { count: 2, because: 'The server counts wrong passwords.' },
};

it('no use case changes anything without a second look at who asks', () => {
  const found = readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, openedIn(readFileSync(domain + file, 'utf8'))] as const)
    .filter(([, count]) => count > 0);
  const allowed = Object.entries(BY_THEMSELVES).map(([file, { count }]) => [file, count]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(allowed));
});

function openedIn(source: string): number {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return [...code.matchAll(/\btransact(?:<[^(]*>)?\(|\$transaction\b|\btransact as\b/g)].length;
}
