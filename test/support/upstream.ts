// An upstream index on loopback that does what a test tells it: pages in JSON or HTML, files, and every kind of
// misbehaviour. It notes each request. Whoever starts one closes it.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export interface UpstreamFile {
  readonly filename: string;
  readonly bytes: Buffer;
  /** What the page says of it; absent: the truth. */
  readonly sha256?: string | null;
  readonly size?: number | null;
  readonly hashes?: Readonly<Record<string, string>>;
  readonly uploadTime?: string | null;
  readonly requiresPython?: string;
  readonly yanked?: boolean | string;
  /** The METADATA beside it. */
  readonly metadata?: Buffer;
  /** How the page names the sidecar; absent: by `core-metadata`. */
  readonly metadataKeys?: readonly ('core-metadata' | 'dist-info-metadata' | 'data-dist-info-metadata')[];
  /** Absent: below `/files/` of this upstream. */
  readonly url?: string;
}

export interface UpstreamProject {
  readonly files?: readonly UpstreamFile[];
  readonly versions?: readonly string[];
  readonly status?: { readonly status: string; readonly reason?: string };
}

export interface NotedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** What was answered; 0 while nothing was. */
  status: number;
}

type Answer = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export class Upstream {
  /** All that came, in order. */
  readonly requests: NotedRequest[] = [];
  readonly projects = new Map<string, UpstreamProject>();
  format: 'json' | 'html' = 'json';
  apiVersion = '1.4';
  /** False: pages have no entity tag. */
  sendsETags = true;
  gzip = false;
  /** Before each answer. */
  delayMilliseconds = 0;
  /** Answers all with this status; null: as it should. */
  status: number | null = null;
  /** Closes each connection without an answer. */
  isBroken = false;
  /** Basic credentials that it wants, `user:password`; null: none. */
  credentials: string | null = null;
  /** Answers of single paths, instead of its own. */
  readonly answers = new Map<string, Answer>();
  readonly #server = createServer((req, res) => void this.#answer(req, res));

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a mirror of it is told. */
  get url(): string {
    return `${this.origin}/simple/`;
  }

  /** Adds files to a project, which it makes. */
  add(project: string, ...files: UpstreamFile[]): this {
    const known = this.projects.get(project);
    this.projects.set(project, { ...known, files: [...(known?.files ?? []), ...files] });
    return this;
  }

  /** The paths that were asked for, oldest first. */
  paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  /** What was asked for since the last call. */
  take(): NotedRequest[] {
    return this.requests.splice(0);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? '';
    const noted: NotedRequest = { method: req.method ?? '', path, headers: req.headers, status: 0 };
    this.requests.push(noted);
    res.on('finish', () => (noted.status = res.statusCode));
    if (this.delayMilliseconds > 0) await delay(this.delayMilliseconds);
    if (this.isBroken) return void req.socket.destroy();
    const own = this.answers.get(path);
    if (own !== undefined) return void (await own(req, res));
    if (this.status !== null) return void res.writeHead(this.status).end('As the test wants it.');
    if (!this.#isLetIn(req)) {
      return void res.writeHead(401, { 'www-authenticate': 'Basic realm="upstream"' }).end();
    }
    if (path === '/simple/') return this.#send(req, res, this.#list(), `list-${this.projects.size}`);
    const [, name] = /^\/simple\/([^/]+)\/$/.exec(path) ?? [];
    const project = name === undefined ? undefined : this.projects.get(decodeURIComponent(name));
    if (name !== undefined && project !== undefined) {
      const body = this.format === 'json' ? this.#json(name, project) : this.#html(project);
      return this.#send(req, res, body, createHash('md5').update(body).digest('hex'));
    }
    this.#sendFile(res, path);
  }

  #isLetIn({ headers }: IncomingMessage): boolean {
    if (this.credentials === null) return true;
    return headers.authorization === `Basic ${Buffer.from(this.credentials).toString('base64')}`;
  }

  #send(req: IncomingMessage, res: ServerResponse, body: string, tag: string): void {
    const etag = `"${tag}"`;
    if (this.sendsETags && req.headers['if-none-match'] === etag)
      return void res.writeHead(304, { etag }).end();
    const type = this.format === 'json' ? 'application/vnd.pypi.simple.v1+json' : 'text/html; charset=utf-8';
    const headers: OutgoingHttpHeaders = { 'content-type': type };
    if (this.sendsETags) headers.etag = etag;
    if (this.gzip) headers['content-encoding'] = 'gzip';
    res.writeHead(200, headers).end(this.gzip ? gzipSync(body) : body);
  }

  #sendFile(res: ServerResponse, path: string): void {
    const wanted = decodeURIComponent(path);
    for (const { files = [] } of this.projects.values()) {
      for (const file of files) {
        const own = `/files/${file.filename}`;
        const bytes = wanted === own ? file.bytes : wanted === `${own}.metadata` ? file.metadata : undefined;
        if (bytes !== undefined) {
          res.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
          return void res.end(bytes);
        }
      }
    }
    res.writeHead(404, { 'content-type': 'text/plain' }).end('There is none.');
  }

  #list(): string {
    const names = [...this.projects.keys()];
    if (this.format === 'html') {
      return `<!DOCTYPE html><html><body>${names.map((name) => `<a href="/simple/${name}/">${name}</a>`).join('\n')}</body></html>`;
    }
    return JSON.stringify({
      meta: { 'api-version': this.apiVersion },
      projects: names.map((name) => ({ name })),
    });
  }

  #json(name: string, project: UpstreamProject): string {
    return JSON.stringify({
      meta: { 'api-version': this.apiVersion },
      name,
      ...(project.status && { 'project-status': project.status }),
      ...(project.versions && { versions: project.versions }),
      files: (project.files ?? []).map((file) => ({
        filename: file.filename,
        url: file.url ?? `../../files/${encodeURIComponent(file.filename)}`,
        hashes: hashesOf(file),
        ...(file.size !== null && { size: file.size ?? file.bytes.length }),
        ...(file.uploadTime !== null && { 'upload-time': file.uploadTime ?? '2026-01-02T03:04:05.678901Z' }),
        ...(file.requiresPython !== undefined && { 'requires-python': file.requiresPython }),
        ...(file.yanked !== undefined && { yanked: file.yanked }),
        ...(file.metadata &&
          Object.fromEntries(
            (file.metadataKeys ?? ['core-metadata']).map((key) => [key, { sha256: sha256(file.metadata!) }]),
          )),
      })),
    });
  }

  #html({ files = [], status }: UpstreamProject): string {
    const metas = status
      ? `<meta name="pypi:project-status" content="${escape(status.status)}">` +
        (status.reason === undefined
          ? ''
          : `<meta name="pypi:project-status-reason" content="${escape(status.reason)}">`)
      : '';
    const anchors = files.map((file) => {
      const [hash] = Object.entries(hashesOf(file));
      const fragment = hash === undefined ? '' : `#${hash[0]}=${hash[1]}`;
      const url = file.url ?? `../../files/${encodeURIComponent(file.filename)}`;
      const yanked = file.yanked === true ? '' : file.yanked;
      return `<a href="${escape(url)}${fragment}"${
        file.requiresPython === undefined ? '' : ` data-requires-python="${escape(file.requiresPython)}"`
      }${typeof yanked === 'string' ? ` data-yanked="${escape(yanked)}"` : ''}${
        file.metadata ? ` data-core-metadata="sha256=${sha256(file.metadata)}"` : ''
      }>${escape(file.filename)}</a><br>`;
    });
    return `<!DOCTYPE html><html><head><meta name="pypi:repository-version" content="1.0">${metas}</head><body>\n${anchors.join('\n')}\n</body></html>`;
  }
}

export function startUpstream(): Promise<Upstream> {
  return new Upstream().listen();
}

function hashesOf(file: UpstreamFile): Readonly<Record<string, string>> {
  if (file.hashes !== undefined) return file.hashes;
  if (file.sha256 === null) return {};
  return { sha256: file.sha256 ?? sha256(file.bytes) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function escape(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!,
  );
}
