// People and programs who act on a server: nobody, somebody signed in, somebody with a token. Each does what a
// real one does, over HTTP.

import { decodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import type { makeWheel } from './distributions.ts';

export type Distribution = Pick<ReturnType<typeof makeWheel>, 'filename' | 'bytes' | 'sha256'>;

export interface GraphQLAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it asked for
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly requestId?: string };
  }[];
  readonly extensions?: { readonly cost: { readonly requested: number; readonly limit: number } };
}

export interface Anonymous {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as uploaders do; `fields` replaces and adds, null leaves a field out. */
  upload(
    index: string,
    distribution: Distribution,
    fields?: Record<string, string | null>,
  ): Promise<Response>;
  graphql(document: string, variables?: object, operationName?: string): Promise<GraphQLAnswer>;
}

export interface TokenHolder extends Anonymous {
  readonly plaintext: string;
  readonly tokenId: string;
}

export interface Person extends Anonymous {
  readonly name: string;
  readonly password: string;
  readonly bearer: string;
  /** The same person on the data plane, with user name and password. */
  readonly withPassword: Anonymous;
  /** With any other fields of `CreatePackageIndexInput`. */
  createIndex(path: string, input?: object): Promise<void>;
  mintToken(input: {
    name?: string;
    scopes: readonly string[];
    indexes?: readonly string[];
    allIndexes?: boolean;
    projects?: readonly string[];
    expiresAt?: string | null;
    notBefore?: string;
    owner?: string;
    wire?: 'OPAQUE' | 'ATTENUABLE';
    addresses?: readonly string[];
  }): Promise<TokenHolder>;
  revoke(token: Pick<TokenHolder, 'tokenId'>): Promise<void>;
}

export function anonymous(url: string): Anonymous {
  return actor(url, null, null);
}

/** Signs in through the API. */
export async function signedIn(url: string, name: string, password: string): Promise<Person> {
  const answer = await anonymous(url).graphql(
    `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { bearer } ... on UserError { message } } }`,
    { input: { name, password, carrier: 'BEARER' } },
  );
  const { bearer, message } = (answer.data as { signIn: { bearer: string; message?: string } }).signIn;
  if (message !== undefined) throw new Error(message);
  return person(url, name, password, bearer);
}

export function holder(url: string, plaintext: string): TokenHolder {
  return {
    ...actor(url, basic('__token__', plaintext), `Bearer ${plaintext}`),
    plaintext,
    tokenId: publicIdOf(plaintext),
  };
}

function publicIdOf(plaintext: string): string {
  return decodeMacaroon(plaintext)?.identifier.toString() ?? plaintext.split('_')[2] ?? '';
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

let mintedTokens = 0;

function person(url: string, name: string, password: string, bearer: string): Person {
  const acting = actor(url, null, `Bearer ${bearer}`);
  const must = async (field: string, document: string, input: object) => {
    const answer = await acting.graphql(document, { input });
    type Payload = { plaintext?: string; message?: string; code?: string };
    const payload = (answer.data as Record<string, Payload> | null)?.[field];
    if (payload?.code === 'FRESH_SIGN_IN_REQUIRED') return payload;
    const refusal = answer.errors?.[0]?.message ?? payload?.message;
    if (refusal !== undefined || payload === undefined)
      throw new Error(refusal ?? `No ${field} in the answer.`);
    return payload;
  };
  return {
    ...acting,
    name,
    password,
    bearer,
    withPassword: actor(url, basic(name, password), null),
    async createIndex(path, input = {}) {
      await must(
        'createPackageIndex',
        `mutation ($input: CreatePackageIndexInput!) { createPackageIndex(input: $input) { ... on UserError { message } } }`,
        { path, ...input },
      );
    },
    async mintToken({ name: tokenName, ...input }) {
      mintedTokens += 1;
      const { plaintext, code } = await must(
        'createToken',
        `mutation ($input: CreateTokenInput!) { createToken(input: $input) { ... on CreateTokenPayload { plaintext } ... on UserError { message code } } }`,
        { name: tokenName ?? `token ${mintedTokens}`, ...input },
      );
      // A test that has let time pass: the person shows the password again, in a session beside this one.
      if (code === 'FRESH_SIGN_IN_REQUIRED')
        return (await signedIn(url, name, password)).mintToken({ name: tokenName, ...input });
      return holder(url, plaintext ?? '');
    },
    async revoke({ tokenId }) {
      await must(
        'revokeToken',
        `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { ... on UserError { message } } }`,
        { tokenId },
      );
    },
  };
}

function actor(url: string, dataPlane: string | null, api: string | null): Anonymous {
  const dataHeaders: Record<string, string> = dataPlane === null ? {} : { authorization: dataPlane };
  const request = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...dataHeaders, ...(init.headers as Record<string, string>) },
    });
  return {
    request,
    get: (path, headers = {}) => request(path, { headers }),
    upload: (index, distribution, fields = {}) =>
      request(`/${index}/`, { method: 'POST', body: uploadForm(distribution, fields) }),
    async graphql(document, variables = {}, operationName = undefined) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(api !== null && { authorization: api }) },
        body: JSON.stringify({ query: document, variables, operationName }),
      });
      return { status: response.status, ...((await response.json()) as Omit<GraphQLAnswer, 'status'>) };
    },
  };
}

/** The fields of twine, in its order. */
export function uploadForm(distribution: Distribution, fields: Record<string, string | null> = {}): FormData {
  const { filename, bytes, sha256 } = distribution;
  const isWheel = filename.endsWith('.whl');
  const [name = '', version = ''] = isWheel
    ? filename.split('-')
    : [
        filename.slice(0, filename.lastIndexOf('-')),
        filename.slice(filename.lastIndexOf('-') + 1).replace('.tar.gz', ''),
      ];
  const all: Record<string, string | null> = {
    ':action': 'file_upload',
    protocol_version: '1',
    name,
    version,
    filetype: isWheel ? 'bdist_wheel' : 'sdist',
    pyversion: isWheel ? 'py3' : 'source',
    metadata_version: '2.1',
    sha256_digest: sha256,
    ...fields,
  };
  const form = new FormData();
  for (const [field, value] of Object.entries(all)) if (value !== null) form.append(field, value);
  form.append('content', new Blob([new Uint8Array(bytes)]), filename);
  return form;
}
