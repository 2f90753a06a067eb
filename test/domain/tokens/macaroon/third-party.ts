// A macaroon with a caveat that somebody else would have to vouch for, as other libraries make them.

import { createHmac } from 'node:crypto';

import type { Macaroon } from '../../../../server/domain/tokens/macaroon/wire.ts';

/** Signed as third parties' caveats are, so that nothing is wrong with it but what it is. */
export function thirdPartyCaveat({ identifier, signature }: Macaroon): string {
  const packet = (type: number, content: Buffer) =>
    Buffer.concat([Buffer.from([type, content.length]), content]);
  const mac = (key: Buffer, message: Buffer) => createHmac('sha256', key).update(message).digest();
  const [vid, cid] = [Buffer.from('vid'), Buffer.from('projects=demo')];
  const signed = mac(signature, Buffer.concat([mac(signature, vid), mac(signature, cid)]));
  const end = Buffer.from([0]);
  const whole = [
    Buffer.from([2]),
    packet(2, identifier),
    end,
    packet(2, cid),
    packet(4, vid),
    end,
    end,
    packet(6, signed),
  ];
  return `whm-${Buffer.concat(whole).toString('base64url')}`;
}
