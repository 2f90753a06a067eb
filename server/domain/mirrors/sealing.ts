// The password of an upstream, kept encrypted (AES-256-GCM) under a key derived from the server key. It opens only for
// the index and the origin that it was given for: who plants another address in the database is not sent it.

import { createCipheriv, createDecipheriv } from 'node:crypto';

import type { ServerKey } from '../../storage/server-key.ts';
import type { MirrorSettings } from './settings.ts';

/** For whom it is sealed. */
export type SealedFor = Pick<MirrorSettings, 'indexId' | 'upstreamUrl'>;

const PURPOSE = 'upstream-password';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whoever changes the origin of `upstreamUrl` needs the password anew: the old one does not open for another. */
export function sealUpstreamPassword(
  key: ServerKey,
  random: (bytes: number) => Buffer,
  { indexId, upstreamUrl }: SealedFor,
  password: string,
): { sealedPassword: string; sealedKeyVersion: number } {
  const version = key.currentVersion;
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.encryptionKey(PURPOSE, version)!, nonce);
  cipher.setAAD(boundTo(indexId, upstreamUrl));
  const sealed = Buffer.concat([nonce, cipher.update(password, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { sealedPassword: sealed.toString('base64'), sealedKeyVersion: version };
}

/** Null when there is none. @throws {Error} when it does not open: sealed for another address, or under a lost key */
export function openUpstreamPassword(
  key: ServerKey,
  settings: Pick<MirrorSettings, 'indexId' | 'upstreamUrl' | 'sealedPassword' | 'sealedKeyVersion'>,
): string | null {
  const { indexId, upstreamUrl, sealedPassword, sealedKeyVersion } = settings;
  if (sealedPassword === null || sealedKeyVersion === null) return null;
  const derived = key.encryptionKey(PURPOSE, sealedKeyVersion);
  if (derived === null) throw new Error(`There is no server key of version ${sealedKeyVersion}.`);
  const bytes = Buffer.from(sealedPassword, 'base64');
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(indexId, upstreamUrl));
  decipher.setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]).toString(
    'utf8',
  );
}

function boundTo(indexId: string, upstreamUrl: string): Buffer {
  return Buffer.from(`${indexId}\n${new URL(upstreamUrl).origin}`);
}
