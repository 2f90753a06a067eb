// The origin that links are made of: the public URL where it is set, else the host that the request names.

import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Settings } from '../config.ts';

export function originOf(req: IncomingMessage, { publicUrl, host, port }: Settings): string {
  if (publicUrl !== null) return publicUrl.origin;
  const named = req.headers.host ?? '';
  return /^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$|^\[[0-9a-fA-F:.]{2,45}\](:[0-9]{1,5})?$/.test(named)
    ? `http://${named.toLowerCase()}`
    : originAt(host, req.socket.localPort ?? port);
}

/** Where a browser on this machine reaches what listens at `host`. */
export function originAt(host: string, port: number): string {
  const address = isEveryAddress(host) ? '127.0.0.1' : host;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

/** `0.0.0.0` and `::`, in any spelling: to listen on all addresses of this machine, and no place to go to. */
export function isEveryAddress(host: string): boolean {
  return /^[0:.]+$/.test(host);
}
