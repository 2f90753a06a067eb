// What a token reaches by ways round: by what it is told of itself, and by a copy that its holder narrowed offline and
// sends to the API. What each scope opens is in token-scopes.test.ts.

import { beforeAll, expect, it } from 'vitest';

import { SCOPES } from '../../server/domain/tokens/scope.ts';
import { ask, codeOf } from '../graphql/ask.ts';
import { codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { narrowed } from '../support/narrowed.ts';
import { holder, type Person, type TokenHolder } from '../support/people.ts';

const SELF = `{ viewer { token { indexes {
  path readers { name } uploaders { name } projects { totalCount } project(name: "demo") { name }
  viewerCanRead viewerCanAdminister deletionConsequences { files } owner { email }
} } } }`;

eachApp('a token', (open) => {
  let app: TestApp;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    bob = await app.person('bob');
    await bob.createIndex('bob/prod');
    await bob.createIndex('bob/dev');
  });

  it('5.7.2: for installing learns of its index no more than the path, and that it may read it', async () => {
    const token = await bob.mintToken({ scopes: ['index:read'], indexes: ['bob/prod'] });
    const { token: self } = await ask<{ token: object }>(token, SELF);
    expect(self).toEqual({
      indexes: [
        {
          path: 'bob/prod',
          readers: [],
          uploaders: [],
          projects: null,
          project: null,
          viewerCanRead: true,
          viewerCanAdminister: false,
          deletionConsequences: null,
          owner: { email: null },
        },
      ],
    });
  });

  it('5.7.30: in a copy that its holder bound does nothing on the API that is about more', async () => {
    const scopes = Object.keys(SCOPES);
    const whole = await ada.mintToken({ scopes, allIndexes: true, wire: 'ATTENUABLE' });
    expect(await told(whole)).toEqual({
      users: 'done',
      trail: 'done',
      'an index': 'bob/prod',
      'another index': 'bob/dev',
      'to make an index': 'done',
      'to change an index': 'done',
      'to change another': 'done',
    });
    expect(await told(copyOf(whole, 'indexes=bob/prod'))).toEqual({
      users: 'FORBIDDEN',
      trail: 'FORBIDDEN',
      'an index': 'bob/prod',
      'another index': null,
      'to make an index': 'FORBIDDEN',
      'to change an index': 'done',
      'to change another': 'NOT_FOUND',
    });
    // A wider caveat behind a narrower one changes nothing.
    expect(
      await told(copyOf(whole, 'allowed=pkg_read', 'indexes=bob/dev', 'indexes=bob/dev,bob/prod')),
    ).toEqual({
      users: 'FORBIDDEN',
      trail: 'FORBIDDEN',
      'an index': null,
      'another index': 'bob/dev',
      'to make an index': 'FORBIDDEN',
      'to change an index': 'FORBIDDEN',
      'to change another': 'FORBIDDEN',
    });
    for (const caveat of ['projects=demo', 'allowed=upload'])
      expect([caveat, new Set(Object.values(await told(copyOf(whole, caveat))))]).toEqual([
        caveat,
        new Set(['FORBIDDEN']),
      ]);
  });

  let count = 0;
  const told = async (token: TokenHolder) => {
    count += 1;
    const read = async (document: string) => {
      const refusal = await codeOf(token, document);
      if (refusal !== null) return refusal;
      const answer = await ask<{ path?: string } | null>(token, document);
      return answer === null ? null : (answer.path ?? 'done');
    };
    const write = async (mutation: string, input: object) =>
      (await codeOfChange(token, mutation, input)) ?? 'done';
    return {
      users: await read('{ users { totalCount } }'),
      trail: await read('{ auditEvents { totalCount } }'),
      'an index': await read('{ packageIndex(path: "bob/prod") { path } }'),
      'another index': await read('{ packageIndex(path: "bob/dev") { path } }'),
      'to make an index': await write('createPackageIndex', { path: `bob/new-${count}` }),
      'to change an index': await write('updatePackageIndex', { path: 'bob/prod', description: 'New.' }),
      'to change another': await write('updatePackageIndex', { path: 'bob/dev', description: 'New.' }),
    };
  };
  const copyOf = ({ plaintext }: TokenHolder, ...caveats: string[]) =>
    holder(app.url, narrowed(plaintext, ...caveats));
});
