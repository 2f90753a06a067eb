// Which addresses lie inside somebody's network: an upstream must not lead there unless an admin wants it to, because
// what this server can reach, such as the metadata of a cloud, is not for everybody who may write a mirror.
// Special-purpose addresses (RFC 6890) and what wraps an IPv4 address in IPv6 (RFC 4291, 6052, 3056, 4380).

import { BlockList, isIP } from 'node:net';

const INSIDE_4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
  '224.0.0.0/4', '240.0.0.0/4',
]; // prettier-ignore

/** Those that translate to IPv4 are closed whole: no public index needs one. */
const INSIDE_6 = [
  '::/128', '::1/128', '::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32',
  '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8',
]; // prettier-ignore

const inside = new BlockList();
for (const network of INSIDE_4) add(network, 'ipv4');
for (const network of INSIDE_6) add(network, 'ipv6');

/** False for what is no address at all, such as a name. */
export function isPrivateAddress(text: string): boolean {
  const [address = ''] = text.split('%');
  const version = isIP(address);
  if (version === 0) return false;
  return inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function add(network: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits] = network.split('/');
  inside.addSubnet(address, Number(bits), family);
}
