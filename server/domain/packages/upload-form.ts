// The form that twine, uv, flit and others send beside a file (legacy upload API). An empty field is an absent
// one; what the form says about the distribution is advice, and checked against the archive in `upload.ts`.

import { UploadRefused } from '../errors.ts';
import { quote } from '../names.ts';

export type DigestName = 'sha256' | 'md5' | 'blake2_256';

export interface UploadFields {
  readonly name: string;
  readonly version: string;
  readonly filetype: string | undefined;
  readonly pyversion: string | undefined;
  /** Those that were sent, lower-case hexadecimal. */
  readonly digests: ReadonlyMap<DigestName, string>;
  /** What was sent and is not kept, in sentences for the person who uploads. */
  readonly unused: readonly string[];
}

const DIGEST_FIELDS: readonly (readonly [field: string, digest: DigestName, hexDigits: number])[] = [
  ['sha256_digest', 'sha256', 64],
  ['md5_digest', 'md5', 32],
  ['blake2_256_digest', 'blake2_256', 64],
];

const GONE_ACTIONS = new Set(['submit', 'submit_pkg_info', 'doc_upload']);

/** @throws {UploadRefused} FORM_INVALID */
export function parseUploadFields(fields: ReadonlyMap<string, readonly string[]>): UploadFields {
  const one = (field: string): string | undefined => {
    const values = (fields.get(field) ?? []).map((value) => value.trim()).filter(isSaid);
    if (values.length > 1) throw invalid(`The form has ${quote(field)} more than once.`);
    return values[0];
  };
  checkAction(one(':action'), one('protocol_version'));
  const name = one('name');
  const version = one('version');
  if (name === undefined || version === undefined) {
    throw invalid('The form needs the fields "name" and "version" of the distribution.');
  }
  if (name.includes('\0') || version.includes('\0')) throw invalid('The form holds a NUL byte.');
  return {
    name,
    version,
    filetype: one('filetype'),
    pyversion: one('pyversion'),
    digests: parseDigests(one),
    unused: UNUSED_FIELDS.flatMap(([field, notice]) =>
      (fields.get(field) ?? []).some(isSaid) ? [notice] : [],
    ),
  };
}

/** Old tools write `UNKNOWN` where they were told nothing. */
function isSaid(value: string): boolean {
  return value.trim() !== '' && value !== 'UNKNOWN';
}

const UNUSED_FIELDS: readonly (readonly [field: string, notice: string])[] = [
  ['attestations', 'The attestations were not kept: this server does not verify any yet.'],
  ['gpg_signature', 'The signature was not kept: installers do not ask for one any more.'],
  ['comment', 'The comment was not kept: a release has no place for it.'],
];

/** Which digests of the form are to be computed while the file is received, for fields that came before it. */
export function digestsIn(fields: ReadonlyMap<string, readonly string[]>): DigestName[] {
  return DIGEST_FIELDS.filter(([field]) => (fields.get(field)?.[0] ?? '') !== '').map(([, digest]) => digest);
}

function checkAction(action: string | undefined, protocol: string | undefined): void {
  if (action !== undefined && GONE_ACTIONS.has(action)) {
    const message = `The action ${quote(action)} is gone; use a tool that uploads with "file_upload".`;
    throw new UploadRefused('ACTION_GONE', message);
  }
  if (action !== 'file_upload')
    throw invalid('The form needs the field ":action" with the value "file_upload".');
  if (protocol !== undefined && protocol !== '1') {
    throw invalid(`The protocol_version ${quote(protocol)} is unknown; this server speaks version 1.`);
  }
}

function parseDigests(one: (field: string) => string | undefined): Map<DigestName, string> {
  const digests = new Map<DigestName, string>();
  for (const [field, digest, hexDigits] of DIGEST_FIELDS) {
    const value = one(field)?.toLowerCase();
    if (value === undefined) continue;
    if (value.length !== hexDigits || !/^[0-9a-f]+$/.test(value)) {
      throw invalid(`The field "${field}" must be ${hexDigits} hexadecimal digits.`);
    }
    digests.set(digest, value);
  }
  return digests;
}

function invalid(message: string): UploadRefused {
  return new UploadRefused('FORM_INVALID', message);
}
