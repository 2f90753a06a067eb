// What people do at the door: sign in, open a link, send a cookie as a browser would.

import { request } from 'node:http';

import { SYSTEM_CALLER } from '../../../server/domain/actor.ts';
import { createUser } from '../../../server/domain/users/accounts.ts';
import { makeLink } from '../../../server/domain/users/links.ts';
import { transact } from '../../../server/storage/transact.ts';
import type { LinkPurpose, User } from '../../../server/storage/_generated/sqlite/client.ts';
import type { TestApp } from '../../support/app.ts';
import type { Anonymous } from '../../support/people.ts';

export const HOUR = 3_600_000;

/** The whole answer of a sign-in that carries a bearer. */
export async function trySignIn(app: TestApp, name: string, password: string): Promise<unknown> {
  const answer = await app.nobody.graphql(
    `mutation ($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on SignInPayload { viewer { name } }
        ... on UserError { code message path }
      }
    }`,
    { input: { name, password, carrier: 'BEARER' } },
  );
  return (answer.data as { signIn: unknown }).signIn;
}

export interface Redeemed {
  readonly __typename: string;
  readonly code?: string;
  readonly path?: readonly string[];
  readonly bearer?: string;
  readonly viewer?: { readonly name: string; readonly user: { readonly role: string } };
}

export async function redeem(
  app: TestApp,
  input: { secret: string; password: string; name?: string; email?: string },
): Promise<Redeemed> {
  const answer = await app.nobody.graphql(
    `mutation ($input: RedeemLinkInput!) {
      redeemLink(input: $input) {
        __typename
        ... on RedeemLinkPayload { bearer viewer { name user { role } } }
        ... on UserError { code path }
      }
    }`,
    { input: { carrier: 'BEARER', ...input } },
  );
  return (answer.data as { redeemLink: Redeemed }).redeemLink;
}

export async function linkFor(app: TestApp, purpose: LinkPurpose, userId: string | null): Promise<string> {
  const { world } = app.app;
  const password = userId && (await world.readDb.password.findUnique({ where: { userId } }));
  const user = userId === null ? null : { id: userId, passwordVersion: (password || null)?.version ?? 0 };
  return (await makeLink(world, world.database.db, purpose, user)).secret;
}

/** A user made by the system, without a session. */
export async function userNamed(app: TestApp, name: string, password?: string): Promise<User> {
  const { result } = await createUser(app.app.world, SYSTEM_CALLER, {
    name,
    ...(password !== undefined && { password }),
  });
  return result.user;
}

export async function deactivate(app: TestApp, name: string): Promise<void> {
  await transact(app.app.world, (write) => write.update('User', { name }, { deactivatedAt: write.at }));
}

/** Who the server takes the holder for; null for nobody, and the refusal's code where there is one. */
export async function whoIs(holder: Pick<Anonymous, 'graphql'>): Promise<string | null> {
  const answer = await holder.graphql('{ viewer { name } }');
  if (answer.errors !== undefined) return answer.errors[0]!.extensions.code;
  return (answer.data as { viewer: { name: string } | null }).viewer?.name ?? null;
}

export function withBearer(app: TestApp, bearer: string): Pick<Anonymous, 'graphql'> {
  return {
    async graphql(query, variables = {}) {
      const answer = await post(app, { query, variables }, { authorization: `Bearer ${bearer}` });
      return { status: answer.status, ...answer.body } as Awaited<ReturnType<Anonymous['graphql']>>;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly code: string | undefined;
  readonly body: {
    readonly data?: Record<string, Record<string, unknown> | null> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  };
}

/** A POST to the API with headers that `fetch` would not send, such as Host, Origin and Cookie. */
export async function post(
  app: TestApp,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const parsed = JSON.parse(Buffer.concat(chunks).toString()) as Answer['body'];
          resolve({
            status: response.statusCode ?? 0,
            cookies: response.headers['set-cookie'] ?? [],
            code: parsed.errors?.[0]?.extensions.code,
            body: parsed,
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
