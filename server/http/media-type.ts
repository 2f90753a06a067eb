// The media type of a body, without its parameters and whatever its case (RFC 9110, section 8.3.1).

import type { IncomingMessage } from 'node:http';

export function isJson({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase() === 'application/json';
}
