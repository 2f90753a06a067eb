// The server key: versioned, never in the database, never on the wire. A key for each purpose is derived
// from it (HKDF-SHA256), so that no two purposes share one. The file has a line `version base64` for each
// version; the highest is used for new work, the others still check old work.

import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { syncPath } from './sync-path.ts';

export class ServerKeyRefused extends Error {}

export class ServerKey {
  readonly #versions: ReadonlyMap<number, Buffer>;
  readonly currentVersion: number;

  constructor(versions: ReadonlyMap<number, Buffer>) {
    this.#versions = versions;
    this.currentVersion = Math.max(...versions.keys());
  }

  /** HMAC-SHA256 under the key of this purpose and version, hex. Null when there is no such version. */
  seal(purpose: string, text: string, version = this.currentVersion): string | null {
    const root = this.#versions.get(version);
    if (root === undefined) return null;
    const key = Buffer.from(hkdfSync('sha256', root, 'wheelhouse', purpose, 32));
    return createHmac('sha256', key).update(text).digest('hex');
  }

  /**
   * The root key of an attenuable token, 32 bytes: HKDF-SHA256 over the key of this version with the salt of the
   * token's row (hex). Null when there is no such version.
   */
  macaroonRootKey(tokenId: string, salt: string, version = this.currentVersion): Buffer | null {
    const root = this.#versions.get(version);
    if (root === undefined) return null;
    const info = `macaroon-root/v1:${tokenId}`;
    return Buffer.from(hkdfSync('sha256', root, Buffer.from(salt, 'hex'), info, 32));
  }

  /** 32 bytes to encrypt with, for this purpose alone. Null when there is no such version. */
  encryptionKey(purpose: string, version = this.currentVersion): Buffer | null {
    const root = this.#versions.get(version);
    if (root === undefined) return null;
    return Buffer.from(hkdfSync('sha256', root, 'wheelhouse-encryption', purpose, 32));
  }

  sealMatches(purpose: string, text: string, seal: string, version: number): boolean {
    const expected = this.seal(purpose, text, version);
    if (expected === null || !/^[0-9a-f]{64}$/.test(seal)) return false;
    return timingSafeEqual(Buffer.from(expected), Buffer.from(seal));
  }
}

/**
 * Reads the key file; makes it with mode 0600 when there is none and `absence` says that one may be made.
 * @throws {ServerKeyRefused} with a sentence for the operator
 */
export function loadServerKey(file: string, absence: 'make one' | 'configured' | 'lost'): ServerKey {
  if (!existsSync(file)) {
    const recipe = `(umask 077; echo "1 $(head -c 32 /dev/urandom | base64)" > ${file})`;
    if (absence === 'configured') {
      throw new ServerKeyRefused(
        `WHEELHOUSE_SECRET_FILE names ${file}, which does not exist. Create it with: ${recipe}`,
      );
    }
    if (absence === 'lost') {
      throw new ServerKeyRefused(
        `The server key ${file} is missing, and without it every token is void. ` +
          `Put it back from a backup, or give the tokens up and create a new one with: ${recipe}`,
      );
    }
    refusing(file, 'made', () => createKeyFile(file));
  }
  const text = refusing(file, 'read', () => readFileSync(file, 'utf8'));
  return new ServerKey(parseKeyFile(file, text));
}

/** Complete and durable before it has its name: a start that is killed leaves no key, or a whole one. */
function createKeyFile(file: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `1 ${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
  syncPath(dirname(file));
}

function refusing<Result>(file: string, verb: 'made' | 'read', work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ServerKeyRefused(
      `The server key ${file} cannot be ${verb} (${code}): WHEELHOUSE_SECRET_FILE may name another.`,
    );
  }
}

function parseKeyFile(file: string, text: string): Map<number, Buffer> {
  const versions = new Map<number, Buffer>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [version = '', key = ''] = line.trim().split(/\s+/);
    const bytes = Buffer.from(key, 'base64');
    if (!/^[1-9][0-9]{0,5}$/.test(version) || bytes.length < 32) {
      throw new ServerKeyRefused(
        `${file} is not a key file: each line needs a version number, a space and 32 random bytes in base64.`,
      );
    }
    versions.set(Number(version), bytes);
  }
  if (versions.size === 0)
    throw new ServerKeyRefused(`${file} is empty: it needs a line with a version and a key.`);
  return versions;
}
