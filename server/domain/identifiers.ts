// Row keys: UUIDv7 (RFC 9562, section 5.7), so that rows of a table lie in the order of their making. Within one
// millisecond a counter keeps that order (section 6.2, method 1): what one process wrote first comes first.

const COUNTER_END = 0x1000;

let lastMillisecond = 0;
let counter = 0;

/** `random` gives that many random bytes. */
export function uuidv7(now: Date, random: (bytes: number) => Buffer): string {
  const bytes = Buffer.alloc(16);
  random(10).copy(bytes, 6);
  const millisecond = now.getTime();
  if (millisecond === lastMillisecond) {
    // Past the end only the random part tells them apart; nobody writes four thousand rows a millisecond.
    counter = Math.min(counter + 1, COUNTER_END - 1);
  } else {
    lastMillisecond = millisecond;
    // A random beginning in the lower half leaves room to count, and says little about how many rows there were.
    counter = bytes.readUInt16BE(6) & (COUNTER_END / 2 - 1);
  }
  bytes.writeUIntBE(millisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
