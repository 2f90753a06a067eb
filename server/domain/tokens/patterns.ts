// Project patterns and address ranges as people write them, and in the form in which they are stored.

import { BlockList, isIP, SocketAddress } from 'node:net';
import { InvalidInput } from '../errors.ts';
import { quote } from '../names.ts';
import { normalizeProjectName } from '../packages/filenames.ts';

/**
 * A pattern is a project name, compared normalised, or the beginning of names and one final `*`.
 * @throws {InvalidInput} INVALID_PATTERN
 */
export function parseProjectPattern(text: string): string {
  const stem = text.endsWith('*') ? text.slice(0, -1) : text;
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9._-])?$/.test(stem)) {
    throw new InvalidInput(
      'INVALID_PATTERN',
      `${quote(text)} is not a project pattern: write a project name, or the beginning of names and one final "*".`,
      ['projects'],
    );
  }
  const normalized = normalizeProjectName(stem);
  return text.endsWith('*') ? `${normalized}*` : normalized;
}

/** Whether every name that `inner` matches is matched by `outer`. */
export function isPatternWithin(inner: string, outer: string): boolean {
  if (!outer.endsWith('*')) return inner === outer;
  const stem = outer.slice(0, -1);
  return (inner.endsWith('*') ? inner.slice(0, -1) : inner).startsWith(stem);
}

/**
 * An address or a network with its prefix length, in canonical form: no bit is set behind the prefix.
 * @throws {InvalidInput} INVALID_ADDRESS
 */
export function parseAddressRange(text: string): string {
  const [written = '', prefix, ...rest] = text.trim().split('/');
  const version = isIP(written);
  const width = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? width : /^[0-9]{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (version === 0 || written.includes('%') || bits < 0 || bits > width || rest.length > 0) {
    throw new InvalidInput(
      'INVALID_ADDRESS',
      `${quote(text)} is neither an address nor a network: write 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32.`,
      ['addresses'],
    );
  }
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const address = new SocketAddress({ address: written, family }).address;
  if (family === 'ipv6' && address.includes('.')) {
    throw new InvalidInput(
      'INVALID_ADDRESS',
      `${quote(text)} is IPv4 inside IPv6, as which no client is seen: write it as IPv4.`,
      ['addresses'],
    );
  }
  if (!hasNothingBehind(address, bits, family)) {
    throw new InvalidInput(
      'INVALID_ADDRESS',
      `${quote(text)} has bits behind its prefix: it names an address inside the network, not the network.`,
      ['addresses'],
    );
  }
  return `${address}/${bits}`;
}

/** Whether every address of `inner` is one of `outer`; both in canonical form. */
export function isRangeWithin(inner: string, outer: string): boolean {
  const [innerBase = '', innerBits] = inner.split('/');
  const [outerBase = '', outerBits] = outer.split('/');
  if (isIP(innerBase) !== isIP(outerBase) || Number(innerBits) < Number(outerBits)) return false;
  const network = new BlockList();
  const family = isIP(outerBase) === 4 ? 'ipv4' : 'ipv6';
  network.addSubnet(outerBase, Number(outerBits), family);
  return network.check(innerBase, family);
}

function hasNothingBehind(address: string, bits: number, family: 'ipv4' | 'ipv6'): boolean {
  return bitsOf(address, family).slice(bits).indexOf('1') === -1;
}

function bitsOf(address: string, family: 'ipv4' | 'ipv6'): string {
  const bytes = family === 'ipv4' ? address.split('.').map(Number) : bytesOfIPv6(address);
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function bytesOfIPv6(address: string): number[] {
  // URL's host parser writes embedded IPv4 as two groups of hexadecimal digits.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const groupsOf = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
