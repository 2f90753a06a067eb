// One-time links that were refused, in the audit trail: a used one that comes again has been in other hands.

import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../../server/domain/audit/refused-credentials.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Person } from '../../support/people.ts';

eachApp('refused links', (open) => {
  let app: TestApp;
  let ada: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
  });

  async function linkFor(name: string): Promise<string> {
    const document =
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { ... on CreateUserPayload { setupLink } } }';
    const answer = await ada.graphql(document, { input: { name } });
    return (answer.data as { createUser: { setupLink: string } }).createUser.setupLink.split('#')[1]!;
  }

  async function redeem(secret: string): Promise<string> {
    const document = 'mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { __typename } }';
    const input = { secret, password: 'a long way round', carrier: 'BEARER' };
    const answer = await app.nobody.graphql(document, { input });
    return (answer.data as { redeemLink: { __typename: string } }).redeemLink.__typename;
  }

  it('are told to whom a used one was made for, and of others only that they came', async () => {
    const secret = await linkFor('fred');
    expect(await redeem(secret)).toBe('RedeemLinkPayload');
    for (const wrong of [secret, secret, 'none', 'no other'])
      expect(await redeem(wrong)).toBe('LinkInvalidError');

    const { world } = app.app;
    await flushRefusedCredentials(world);
    const events = await world.readDb.auditEvent.findMany({ where: { action: 'credential.refused' } });
    const { id: ownerId } = await world.readDb.user.findUniqueOrThrow({ where: { name: 'fred' } });
    const { id: credentialId } = await world.readDb.oneTimeLink.findFirstOrThrow({
      where: { userId: ownerId },
    });
    const told = { credentialKind: 'link', actorName: ':anonymous:', address: '127.0.0.1' };
    const ofFred = { subjectKind: 'user', subjectId: ownerId, subjectName: 'fred', ownerId, credentialId };
    const ofNobody = {
      subjectKind: 'credential',
      subjectName: ':unknown:',
      ownerId: null,
      credentialId: null,
    };
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...told, ...ofFred }),
        expect.objectContaining({ ...told, ...ofNobody }),
      ]),
    );
    for (const { detail } of events)
      expect(JSON.parse(detail)).toMatchObject({ code: 'LINK_INVALID', times: 2 });
    expect(
      JSON.stringify(events, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toContain(secret);
  });
});
