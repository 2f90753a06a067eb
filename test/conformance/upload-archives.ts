// Wheels that differ from a good one in what they hold.

import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

import { makeWheel, zip, type Distribution, type Member } from '../support/distributions.ts';

let versions = 0;

/** A wheel of the project `demo` with other members, of a version that no other has unless it is named. */
export function wheelOf(
  change: (members: readonly Member[]) => readonly Member[],
  version = `9.${(versions += 1)}`,
): Distribution {
  const good = makeWheel({ name: 'demo', version });
  const bytes = zip(change(membersOf(good.bytes)));
  return { ...good, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The same archive with a comment behind its directory. */
export function archive(
  filename: string,
  bytes: Buffer,
): Pick<Distribution, 'filename' | 'bytes' | 'sha256'> {
  const comment = Buffer.from('made by hand');
  const changed = Buffer.concat([bytes, comment]);
  changed.writeUInt16LE(comment.length, bytes.length - 2);
  return { filename, bytes: changed, sha256: createHash('sha256').update(changed).digest('hex') };
}

/** Of an archive that the small writer of the tests made. */
export function membersOf(bytes: Buffer): Member[] {
  const members: Member[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const pathAt = at + 30;
    const dataAt = pathAt + bytes.readUInt16LE(at + 26);
    const end = dataAt + bytes.readUInt32LE(at + 18);
    members.push({
      path: bytes.subarray(pathAt, dataAt).toString(),
      bytes: inflateRawSync(bytes.subarray(dataAt, end)),
    });
    at = end;
  }
  return members;
}
