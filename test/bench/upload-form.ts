// The multipart form that uploaders send, in two halves around the file's bytes, so that a large file never has to
// be in memory to be sent.

export interface Distribution {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
}

const BOUNDARY = 'wheelhouse-bench-7d1f0c5a9be24e63';
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** What stands before and after the bytes of a wheel. */
export function formAround({ name, version, filename, sha256 }: Distribution): {
  head: Buffer;
  tail: Buffer;
} {
  const fields: Record<string, string> = {
    ':action': 'file_upload',
    protocol_version: '1',
    metadata_version: '2.1',
    name,
    version,
    filetype: 'bdist_wheel',
    pyversion: 'py3',
    sha256_digest: sha256,
  };
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const file =
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="content"; filename="${filename}"\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n';
  return { head: Buffer.from(parts.join('') + file), tail: Buffer.from(`\r\n--${BOUNDARY}--\r\n`) };
}
