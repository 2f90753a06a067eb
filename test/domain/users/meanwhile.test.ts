// A credential that dies while its upload is under way: what was let in at the beginning is asked for again at the end.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Anonymous, Person, TokenHolder } from '../../support/people.ts';
import { linkFor, redeem } from './acts.ts';

const MANY = 8;

eachApp('an upload is refused and leaves no row when meanwhile', (open) => {
  let app: TestApp;
  let alice: Person;
  let versions = 0;
  const bobs: { person: Person; token: TokenHolder; index: string }[] = [];

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    for (let number = 0; number < MANY; number += 1) {
      const person = await app.person(`bob-${number}`);
      const index = `alice/prod-${number}`;
      await alice.createIndex(index, { uploaders: [person.name] });
      const token = await person.mintToken({ scopes: ['index:upload'], indexes: [index] });
      bobs.push({ person, token, index });
    }
  });
  afterAll(() => bobs.splice(0));

  const uploadWhile = async (uploader: Anonymous, index: string, happen: () => Promise<unknown>) => {
    const { blobs } = app.app.world;
    const putBytes = blobs.putBytes.bind(blobs);
    let hasHappened = false;
    blobs.putBytes = async (...given) => {
      await putBytes(...given);
      if (hasHappened) return;
      hasHappened = true;
      await happen();
    };
    versions += 1;
    try {
      const answer = await uploader.upload(index, makeWheel({ name: 'demo', version: `1.${versions}` }));
      await answer.text();
      return [answer.status, (await app.counts()).file];
    } finally {
      blobs.putBytes = putBytes;
    }
  };
  const change = (name: string, columns: object) =>
    transact(app.app.world, (write) => write.update('User', { name }, { ...columns }));

  it('its token was revoked', async () => {
    const { person, token, index } = bobs[0]!;
    expect(await uploadWhile(token, index, () => person.revoke(token))).toEqual([401, 0]);
  });

  it('its owner was deactivated', async () => {
    const { person, token, index } = bobs[1]!;
    const deactivate = () => change(person.name, { deactivatedAt: new Date() });
    expect(await uploadWhile(token, index, deactivate)).toEqual([401, 0]);
  });

  it('its password was changed', async () => {
    const { person, index } = bobs[2]!;
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: person.name } });
    const secret = await linkFor(app, 'SET_PASSWORD', id);
    const changePassword = () => redeem(app, { secret, password: 'another one of bob' });
    expect(await uploadWhile(person.withPassword, index, changePassword)).toEqual([401, 0]);
  });

  it('its owner was taken from the list', async () => {
    const { token, index } = bobs[3]!;
    const takeAway = () =>
      alice.graphql(
        `mutation ($input: UpdatePackageIndexInput!) { updatePackageIndex(input: $input) { __typename } }`,
        { input: { path: index, uploaders: [] } },
      );
    expect(await uploadWhile(token, index, takeAway)).toEqual([403, 0]);
  });

  it('its index was deleted, and made anew under the same path', async () => {
    const { person, index } = bobs[4]!;
    const remake = async () => {
      await alice.graphql(
        `mutation ($input: DeletePackageIndexInput!) { deletePackageIndex(input: $input) { __typename } }`,
        { input: { path: index, confirmPath: index, expectedFiles: 0 } },
      );
      await alice.createIndex(index, { uploaders: [person.name] });
    };
    expect(await uploadWhile(person.withPassword, index, remake)).toEqual([403, 0]);
  });

  it('and is taken when what happened was about others', async () => {
    const [{ person: other }, { person, token, index }] = [bobs[6]!, bobs[5]!];
    expect(await uploadWhile(token, index, () => change(other.name, { displayName: 'Another Bob' }))).toEqual(
      [200, 1],
    );
    expect(
      await uploadWhile(person.withPassword, index, () => change(other.name, { displayName: null })),
    ).toEqual([200, 2]);
  });
});
