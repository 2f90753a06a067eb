// The forms that uploaders send, field by field and in their order, as they were recorded; and a writer of multipart
// bodies that sends what no client library would.

import { createHash } from 'node:crypto';
import { blake2b } from 'hash-wasm';

import type { Distribution } from '../support/people.ts';

export interface Part {
  readonly name: string;
  readonly body: string | Buffer;
  /** Makes a file of it. */
  readonly filename?: string;
  readonly type?: string;
  /** In place of the one that follows from name and file name. */
  readonly disposition?: string;
}

const BOUNDARY = 'aBoundaryThatNoFileHolds';
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

export function multipart(parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const written = parts.flatMap(({ name, body, filename, type, disposition }) => [
    Buffer.from(
      [
        `--${BOUNDARY}`,
        `Content-Disposition: ${disposition ?? dispositionOf(name, filename)}`,
        ...(type === undefined ? [] : [`Content-Type: ${type}`]),
        '',
        '',
      ].join('\r\n'),
    ),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...written, Buffer.from(end)]);
}

function dispositionOf(name: string, filename: string | undefined): string {
  return `form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}`;
}

export type Client = 'twine 7' | 'twine 4' | 'flit' | 'uv' | 'pdm' | 'poetry' | 'hatch';

/** Name, version and form of a distribution whose file name has its name without dashes. */
export interface Named {
  readonly file: Distribution;
  readonly name: string;
  readonly version: string;
}

export async function clientForm(client: Client, { file, name, version }: Named): Promise<Part[]> {
  const isWheel = file.filename.endsWith('.whl');
  const md5 = createHash('md5').update(file.bytes).digest('hex');
  const blake = await blake2b(file.bytes, 256);
  const text = (fields: readonly (readonly [string, string])[]): Part[] =>
    fields.map(([field, body]) => ({ name: field, body }));
  const content = (type?: string): Part => ({
    name: 'content',
    body: file.bytes,
    filename: file.filename,
    ...(type !== undefined && { type }),
  });
  const begin = [[':action', 'file_upload'], ['protocol_version', '1']] as const; // prettier-ignore
  const filetype = isWheel ? 'bdist_wheel' : 'sdist';
  const python = isWheel ? 'py3' : 'source';
  const sha256 = ['sha256_digest', file.sha256] as const;
  const octets = 'application/octet-stream';
  switch (client) {
    case 'twine 7':
      return [
        ...text([
          ['name', name.replace(/[^A-Za-z0-9.]+/g, '-')], ['version', version], ['filetype', filetype],
          ['pyversion', python], ['metadata_version', '2.4'], ['summary', 'One line'], sha256,
          ['blake2_256_digest', blake], ['license_expression', 'MIT'], ['license_file', 'LICENSE'],
          ['provides_extra', 'tls'], ['classifiers', 'Typing :: Typed'], ['classifiers', 'Topic :: Utilities'],
          ['project_urls', 'Source, https://source.example'], ['keywords', 'one, two'], ...begin,
        ]),
        content(octets),
      ]; // prettier-ignore
    case 'twine 4':
      return [
        ...text([
          ['name', name], ['version', version], ['filetype', filetype], ['pyversion', isWheel ? 'py3' : ''],
          ['metadata_version', '2.1'], ['summary', 'One line'], ['home_page', ''], ['author', ''],
          ['license', ''], ['description', ''], ['keywords', ''], ['maintainer', ''], ['comment', ''],
          ['provides_extras', 'tls'], ['md5_digest', md5], sha256, ['blake2_256_digest', blake], ...begin,
        ]),
        content(octets),
      ]; // prettier-ignore
    case 'flit':
      return [
        ...text([
          ...begin, ['filetype', filetype], ['metadata_version', '2.1'], ['name', name], ['version', version],
          ['summary', 'One line'], ...(isWheel ? [['pyversion', 'py3'] as const] : []), ['md5_digest', md5],
          sha256,
        ]),
        content(),
      ]; // prettier-ignore
    case 'uv':
      return [
        ...text([
          ...begin, ['metadata_version', '2.3'], ['name', name], ['version', version], ['filetype', filetype],
          ['pyversion', python], sha256, ['blake2_256_digest', blake], ['requires_python', ''],
        ]),
        content(),
        { name: 'attestations', body: '[{"version": 1}]' },
      ]; // prettier-ignore
    case 'pdm':
      return [
        ...text([
          ...begin, ['name', name], ['version', version], ['metadata_version', '2.1'], ['filetype', filetype],
          ['pyversion', python], ['comment', ''], ['license', ''], ['provides_extras', ''], ['md5_digest', md5],
          sha256, ['blake2_256_digest', blake],
        ]),
        content(octets),
      ]; // prettier-ignore
    case 'poetry':
      return [
        ...text([
          ['name', name], ['version', version], ['filetype', filetype], ['pyversion', python],
          ['metadata_version', '2.4'], ['license_expression', 'MIT'], ['md5_digest', md5], sha256,
          ['blake2_256_digest', blake], ...begin,
        ]),
        content(octets),
      ]; // prettier-ignore
    case 'hatch':
      return [
        ...text([
          ...begin, ['metadata_version', '2.4'], ['name', name], ['version', version],
          ['description', '# The payload'], ['classifiers', 'Typing :: Typed'], ['classifiers', 'Topic :: Utilities'],
          ['import_name', 'demo'], ['filetype', filetype], ['pyversion', 'py2.py3'.slice(isWheel ? 0 : 7) || 'source'],
          ['md5_digest', md5], sha256, ['blake2_256_digest', blake],
        ]),
        content(octets),
      ]; // prettier-ignore
  }
}
