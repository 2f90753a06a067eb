// The web page: files of the build, held in memory, under a content policy that lets nothing in from elsewhere.
// Every address below /ui/ that is no file is the page itself, which routes in the browser.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { RequestRefused } from '../domain/errors.ts';
import type { Exchange } from './exchange.ts';
import { matchesETag } from './negotiate.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

interface Asset {
  readonly headers: readonly (string | number)[];
  readonly etag: string;
  readonly body: Buffer;
  readonly compressed: ReadonlyMap<'br' | 'gzip', Buffer>;
}

export class WebPage {
  readonly #assets: ReadonlyMap<string, Asset>;

  /** A folder that does not exist leaves the server without a page; everything else works. */
  constructor(folder: string) {
    this.#assets = existsSync(folder) ? readAssets(folder) : new Map<string, Asset>();
  }

  /** `/`: people go to the page, programs learn where the API is. */
  front(exchange: Exchange): void {
    exchange.send(307, ['location', '/ui/', 'content-length', 0, 'cache-control', 'no-store']);
  }

  /** @throws {RequestRefused} PATH_NOT_FOUND */
  answer(exchange: Exchange): void {
    const path = exchange.segments.slice(1).join('/');
    const isFile = extname(path) !== '' && path.startsWith('assets/');
    const asset = this.#assets.get(path) ?? (isFile ? undefined : this.#assets.get('index.html'));
    if (asset === undefined)
      throw new RequestRefused('PATH_NOT_FOUND', 'There is no such file of the web page.');
    if (matchesETag(exchange.req.headers['if-none-match'], asset.etag))
      return exchange.send(304, asset.headers);
    const accepted = String(exchange.req.headers['accept-encoding'] ?? '');
    const encoding = (['br', 'gzip'] as const).find(
      (name) => accepted.includes(name) && asset.compressed.has(name),
    );
    const body = encoding === undefined ? asset.body : asset.compressed.get(encoding)!;
    const encoded = encoding === undefined ? [] : ['content-encoding', encoding];
    exchange.send(200, [...asset.headers, ...encoded, 'content-length', body.length], body);
  }
}

function readAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const assets = new Map<string, Asset>();
  for (const name of names.filter((each) => !/\.(br|gz|map)$/.test(each))) {
    assets.set(name.replaceAll('\\', '/'), readAsset(folder, name, new Set(names)));
  }
  return assets;
}

function readAsset(folder: string, name: string, names: ReadonlySet<string>): Asset {
  const body = readFileSync(join(folder, name));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const compressed = new Map<'br' | 'gzip', Buffer>();
  if (names.has(`${name}.br`)) compressed.set('br', readFileSync(join(folder, `${name}.br`)));
  if (names.has(`${name}.gz`)) compressed.set('gzip', readFileSync(join(folder, `${name}.gz`)));
  const isHashed = /[\\/]assets[\\/]|^assets[\\/]/.test(name);
  const headers = [
    'content-type', TYPES[extname(name)] ?? 'application/octet-stream',
    'etag', etag,
    'cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'vary', 'Accept-Encoding',
    'content-security-policy', POLICY,
    'x-content-type-options', 'nosniff',
    'x-frame-options', 'DENY',
    'referrer-policy', 'no-referrer',
    'cross-origin-opener-policy', 'same-origin',
  ]; // prettier-ignore
  return { headers, etag, body, compressed };
}
