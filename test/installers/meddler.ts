// Stands between a real uploader and the server and changes the form on its way: how a test makes twine send what it
// would never send by itself, and see how twine shows the refusal.
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Meddler = { url: string; stop(): Promise<void> };

/** An upload URL whose requests go on to `uploadUrl` once `change` has done its worst to the form. */
export async function meddle(
  uploadUrl: string,
  change: (form: FormData) => void | Promise<void>,
): Promise<Meddler> {
  const forward = async ({ headers }: IncomingMessage, body: Buffer) => {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData();
    await change(form);
    const { authorization = '', accept = '*/*' } = headers;
    return fetch(uploadUrl, { method: 'POST', body: form, headers: { authorization, accept } });
  };

  const server = createServer((request, response) => {
    buffer(request)
      .then((body) => forward(request, body))
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'text/plain';
        response.writeHead(answer.status, answer.statusText, { 'content-type': type });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
