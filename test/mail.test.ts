// Links that set a password are mailed, and owners are told of their tokens, over a real SMTP server; what goes wrong
// there is told and harms nothing.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM_CALLER } from '../server/domain/actor.ts';
import { createUser } from '../server/domain/users/accounts.ts';
import { post, redeem, type Answer } from './domain/users/acts.ts';
import { change } from './graphql/change.ts';
import { createTestApp, type TestApp } from './support/app.ts';
import type { GraphQLAnswer, Person } from './support/people.ts';

interface Received {
  readonly user: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

describe('mail', () => {
  const received: Received[] = [];
  let refusesAddress: string | null = null;
  let mailServer: SMTPServer;
  let app: TestApp;
  let ada: Person;

  beforeAll(async () => {
    mailServer = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'the mail password'
          ? done(null, { user: username })
          : done(new Error('Wrong password.')),
      onRcptTo: ({ address }, _session, done) =>
        done(address === refusesAddress ? new Error('No such mailbox.') : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            user: String(session.user),
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            text: decoded(Buffer.concat(chunks).toString()),
          });
          done();
        });
      },
    });
    mailServer.listen(0, '127.0.0.1');
    await once(mailServer.server, 'listening');
    const { port } = mailServer.server.address() as AddressInfo;
    app = await createTestApp({
      environment: {
        WHEELHOUSE_SMTP_URL: `smtp://wheelhouse:the%20mail%20password@127.0.0.1:${port}`,
        WHEELHOUSE_MAIL_FROM: 'wheelhouse@packages.example',
        WHEELHOUSE_PUBLIC_URL: 'https://index.example',
      },
    });
    ada = await adminOf(app);
  });
  afterAll(async () => {
    await app.close();
    await new Promise<void>((resolve) => mailServer.close(() => resolve()));
  });

  describe('of a link that sets a password', () => {
    it('is mailed to a new user, and works', async () => {
      const made = await change(
        ada,
        'createUser',
        { name: 'bob', email: 'bob@people.example' },
        'setupLink emailSent',
      );
      const { setupLink } = made as unknown as { setupLink: string };
      expect(made.emailSent).toBe(true);
      expect(setupLink).toMatch(/^https:\/\/index\.example\/ui\/set-password#\S+$/);
      const mail = received.splice(0);
      expect(mail).toEqual([
        {
          user: 'wheelhouse',
          from: 'wheelhouse@packages.example',
          to: ['bob@people.example'],
          text: expect.stringContaining(`\n${setupLink}\n`) as string,
        },
      ]);
      expect(mail[0]!.text).toContain('Subject: Your account on Wheelhouse');
      const secret = setupLink.slice(setupLink.indexOf('#') + 1);
      expect(await redeem(atItsName(app), { secret, password: 'the first one of bob' })).toMatchObject({
        viewer: { name: 'bob' },
      });
    });

    it('is mailed for a reset, and says for how long it works', async () => {
      const made = await change(ada, 'resetPassword', { name: 'bob' }, 'link emailSent');
      expect(made.emailSent).toBe(true);
      const [mail] = received.splice(0);
      expect(mail!.text).toContain(`\n${made.link}\n`);
      expect(mail!.text).toContain('works once, for one hour');
    });

    it('is not mailed to who has no address, and the admin is told', async () => {
      const made = await change(ada, 'createUser', { name: 'carla' }, 'setupLink emailSent');
      expect(made).toMatchObject({ emailSent: false });
      expect(received).toEqual([]);
    });

    it('stays good when the mail server refuses the mail, and the admin is told', async () => {
      refusesAddress = 'bob@people.example';
      const made = await change(ada, 'resetPassword', { name: 'bob' }, 'link emailSent');
      refusesAddress = null;
      expect(made).toMatchObject({ __typename: 'ResetPasswordPayload', emailSent: false });
      const secret = made.link!.slice(made.link!.indexOf('#') + 1);
      expect(await redeem(atItsName(app), { secret, password: 'another one of bob' })).toMatchObject({
        viewer: { name: 'bob' },
      });
    });

    it('goes to one address, whatever the address holds', async () => {
      const email = 'dora,eve@people.example';
      await change(ada, 'createUser', { name: 'dora', email, displayName: 'Dora <x@y.example>' });
      expect(received.splice(0).flatMap(({ to }) => to)).toEqual(['"dora,eve"@people.example']);
    });

    it('stays good when no mail server answers', async () => {
      const lonely = await createTestApp({
        environment: {
          WHEELHOUSE_SMTP_URL: 'smtp://127.0.0.1:1',
          WHEELHOUSE_MAIL_FROM: 'wheelhouse@packages.example',
          WHEELHOUSE_PUBLIC_URL: 'https://index.example',
        },
      });
      try {
        const amy = await adminOf(lonely);
        const made = await change(
          amy,
          'createUser',
          { name: 'finn', email: 'finn@people.example' },
          'setupLink emailSent',
        );
        expect(made).toMatchObject({ setupLink: expect.any(String) as string, emailSent: false });
      } finally {
        await lonely.close();
      }
    });
  });

  describe('about a token', () => {
    it('goes to the owner of a token that was reported as leaked', async () => {
      const { plaintext, token } = await mintedFor(ada, 'gil');
      const report =
        'mutation ($input: ReportLeakedTokenInput!) { reportLeakedToken(input: $input) { __typename } }';
      await graphqlAt(app, {}, report, { input: { token: plaintext } });
      await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
      const [mail] = received.splice(0);
      expect(mail!.to).toEqual(['gil@people.example']);
      expect(mail!.text).toContain('Subject: A token of yours on Wheelhouse was revoked: it leaked');
      expect(mail!.text).toContain(`your token "ci of gil" (${token.tokenId})`);
      expect(mail!.text).not.toContain(plaintext);
      await graphqlAt(app, {}, report, { input: { token: plaintext } });
      expect(received).toEqual([]);
    });

    it('goes to the owner of a token that came back after it was rotated', async () => {
      const { plaintext, token } = await mintedFor(ada, 'hugo');
      const rotated = await change(ada, 'rotateToken', { tokenId: token.tokenId });
      expect(rotated).toMatchObject({ __typename: 'RotateTokenPayload' });
      const comeBack = () =>
        graphqlAt(app, { authorization: `Bearer ${plaintext}` }, '{ viewer { name } }', {});
      expect((await comeBack()).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
      const [mail] = received.splice(0);
      expect(mail!.to).toEqual(['hugo@people.example']);
      expect(mail!.text).toContain('Subject: Tokens of yours on Wheelhouse were revoked');
      expect(mail!.text).toContain('the token that replaced it was revoked');
    });
  });
});

interface MintedToken {
  readonly plaintext: string;
  readonly token: { readonly tokenId: string };
}

/** By an admin, for a new user who has an address. */
async function mintedFor(admin: Person, owner: string): Promise<MintedToken> {
  const email = `${owner}@people.example`;
  await change(admin, 'createUser', { name: owner, email, password: `the password of ${owner}` });
  const input = { name: `ci of ${owner}`, owner, scopes: ['index:read'], allIndexes: true };
  const minted = await change(admin, 'createToken', input, 'plaintext token { tokenId }');
  return minted as unknown as MintedToken;
}

/** An admin who reaches the server by its public name, which is the only one that it answers to. */
async function adminOf(app: TestApp): Promise<Person> {
  const password = 'the password of ada';
  await createUser(app.app.world, SYSTEM_CALLER, { name: 'ada', role: 'ADMIN', password });
  const answer = await graphqlAt(
    app,
    {},
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { bearer } } }',
    { input: { name: 'ada', password, carrier: 'BEARER' } },
  );
  const { bearer } = (answer.data as { signIn: { bearer: string } }).signIn;
  const graphql = (query: string, variables = {}) =>
    graphqlAt(app, { authorization: `Bearer ${bearer}` }, query, variables);
  return { graphql } as Person;
}

function atItsName(app: TestApp): TestApp {
  const graphql = (query: string, variables = {}) => graphqlAt(app, {}, query, variables);
  return { ...app, nobody: { ...app.nobody, graphql } };
}

async function graphqlAt(app: TestApp, headers: object, query: string, variables: object) {
  const { body }: Answer = await post(app, { query, variables }, { host: 'index.example', ...headers });
  return body as GraphQLAnswer;
}

/** As it stood before it was broken into lines. */
function decoded(message: string): string {
  return message
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll('\r\n', '\n');
}
