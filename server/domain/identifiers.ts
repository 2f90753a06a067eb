// Row keys: UUIDv7 (RFC 9562, section 5.7), so that rows of a table lie in the order of their making.

/** `random` gives that many random bytes. */
export function uuidv7(now: Date, random: (bytes: number) => Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  random(10).copy(bytes, 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
