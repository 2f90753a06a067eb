// The origin that links are made of: the public URL where it is set, else the host that the request names.

import type { IncomingMessage } from 'node:http';
import type { Settings } from '../config.ts';

export function originOf(req: IncomingMessage, { publicUrl, host, port }: Settings): string {
  if (publicUrl !== null) return publicUrl.origin;
  const named = req.headers.host ?? '';
  return /^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$|^\[[0-9a-fA-F:.]{2,45}\](:[0-9]{1,5})?$/.test(named)
    ? `http://${named.toLowerCase()}`
    : `http://${host}:${port}`;
}
