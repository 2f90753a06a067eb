// The product's own interfaces as the bench uses them: one HTTP request answered whole, GraphQL with its result
// union taken apart, and the count of SQL statements that a counting server reports.

import { Agent, request as httpRequest } from 'node:http';

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** Name and value in turn, as they came, without those that belong to the connection or the moment. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const OF_THE_CONNECTION = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);
const REQUEST_LIMIT_MS = 30_000;
const agent = new Agent({ keepAlive: true });

export function ask(origin: string, { method, path, headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, origin), { method, headers, agent, timeout: REQUEST_LIMIT_MS });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} had no answer in 30 seconds.`)));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: withoutConnection(response.rawHeaders),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.end(body);
  });
}

/** Asks, and refuses every other status than the one that is to be measured; GraphQL fails with status 200. */
export async function askFor(status: number, origin: string, wanted: Ask): Promise<Answer> {
  const answer = await ask(origin, wanted);
  const isGraphqlFailure = wanted.path === '/graphql' && answer.body.includes('"errors":');
  if (answer.status === status && !isGraphqlFailure) return answer;
  throw new Error(
    `${wanted.method} ${wanted.path} was to answer ${status}, and answered ${answer.status}: ` +
      answer.body.toString('utf8', 0, 300),
  );
}

export function header(answer: Answer, name: string): string | undefined {
  const at = answer.headers.findIndex((text, position) => position % 2 === 0 && text.toLowerCase() === name);
  return at === -1 ? undefined : answer.headers[at + 1];
}

/** How many SQL statements the answer took; undefined when the server does not count them. */
export function sqlStatements(answer: Answer): number | undefined {
  const counted = header(answer, 'x-sql-statements');
  return counted === undefined ? undefined : Number(counted);
}

export function query(document: string, variables: Record<string, unknown>, bearer?: string): Ask {
  return {
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify({ query: document, variables }),
  };
}

interface Result {
  readonly data?: Record<string, Record<string, unknown> & { readonly message?: string }> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Runs one mutation and returns its payload.
 * @param field The mutation's name; its input and result types are named after it.
 * @param selection What to read of the payload.
 */
export async function mutate<Payload>(
  origin: string,
  bearer: string | undefined,
  field: string,
  selection: string,
  input: Record<string, unknown>,
): Promise<Payload> {
  const type = field.charAt(0).toUpperCase() + field.slice(1);
  const document = `mutation ${type}($input: ${type}Input!) {
    ${field}(input: $input) { ... on ${type}Payload { ${selection} } ... on UserError { message } }
  }`;
  const answer = await ask(origin, query(document, { input }, bearer));
  const { data, errors } = JSON.parse(answer.body.toString()) as Result;
  const payload = data?.[field];
  const refusal = errors?.[0]?.message ?? (payload ? payload.message : `status ${answer.status}`);
  if (refusal !== undefined) throw new Error(`${field} was refused: ${refusal}`);
  return payload as Payload;
}

function withoutConnection(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!OF_THE_CONNECTION.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
