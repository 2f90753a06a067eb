// The playground: GraphiQL in one page that needs no other origin, made when it is first asked for. It never uses the
// session cookie, and what is typed into it ends with the browser's tab.

import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const FIRST_QUERY = `# The playground does not use your browser’s cookie.
# 1. Run SignIn, with the variables below filled in.
# 2. Put the bearer of its answer under "Headers":
#    {"Authorization": "Bearer wh_ses_…"}
#    It lives one hour, as "lifeMinutes" says.
# 3. Ask what you may. All is forgotten with the tab;
#    the mutation signOut ends the session.

mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ... on SignInPayload { bearer expiresAt }
    ... on UserError { message code path }
  }
}

query Me {
  viewer { name credential credentialExpiresAt }
  server { version publicUrl }
}
`;

/** A bearer that is lost with the tab shall not stay open for days. */
const LIFE_MINUTES = 60;
const FIRST_VARIABLES = JSON.stringify(
  { input: { name: '', password: '', carrier: 'BEARER', lifeMinutes: LIFE_MINUTES } },
  null,
  2,
);

/** GraphiQL keeps queries and variables, passwords among them, in a storage that outlives the tab. */
const FORGET_WITH_TAB = `Object.defineProperty(window, 'localStorage', { value: window.sessionStorage });`;

interface Page {
  readonly gzipped: Buffer;
  readonly etag: string;
  readonly policy: string;
}

let page: Promise<Page> | undefined;

export async function sendPlayground(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { gzipped, etag, policy } = await (page ??= makePage());
  const headers = {
    etag,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  };
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers).end();
    return;
  }
  const takesGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const body = takesGzip ? gzipped : await promisify(gunzip)(gzipped);
  res.writeHead(200, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    ...(takesGzip && { 'content-encoding': 'gzip' }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Nine megabytes of text that nobody needs in memory twice: what stays is the compressed page. */
async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Wheelhouse API',
    endpoint: '/graphql',
    credentials: 'omit',
    defaultTabs: [{ query: FIRST_QUERY, variables: FIRST_VARIABLES, headers: '{}' }],
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }).replace('<noscript>', () => `<script>${FORGET_WITH_TAB}</script><noscript>`);
  const gzipped = await promisify(gzip)(html);
  return { gzipped, etag: `"${digest(gzipped, 'hex')}"`, policy: contentPolicy(html) };
}

/** Its own scripts and nobody else's; the editor makes its workers and styles as it goes. */
function contentPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${digest(text!, 'base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    "connect-src 'self'",
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function digest(content: Buffer | string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
