// The form of the change log (STATE 7): after-images in canonical JSON, cut into parts of bounded size,
// chained by hash. The hash covers each image by its own digest, so that a feed which must leave an image
// out can send the digest in its place and the chain still holds.

import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { MODEL_CLASSES, type ReplicatedModel } from './classes.ts';

/** The version of this form; a replica that knows only older ones stops and says so. */
const CHANGE_FORMAT = 1;

/** The hash before the first change. */
export const FIRST_HASH = '0'.repeat(64);

const PART_LIMIT_CHARACTERS = 256 * 1024;

export type ChangeOperation = 'put' | 'delete';
export type Row = Readonly<Record<string, unknown>>;

export interface ChangePart {
  readonly serial: bigint;
  readonly position: number;
  readonly epoch: string;
  readonly format: number;
  readonly committedAt: Date;
  readonly previousHash: string;
  readonly hash: string;
  readonly images: string;
}

/** One after-image as it is stored; a deleted row leaves its key alone. */
export function afterImage(model: ReplicatedModel, operation: ChangeOperation, row: Row): string {
  const rules: { key: readonly string[]; withheld?: readonly string[] } = MODEL_CLASSES[model];
  const key = Object.fromEntries(rules.key.map((column) => [column, row[column]]));
  if (operation === 'delete') return canonicalJson({ model, op: operation, key });
  const kept = Object.fromEntries(
    Object.entries(row).filter(([column]) => !rules.withheld?.includes(column)),
  );
  return canonicalJson({ model, op: operation, key, row: kept });
}

/** The parts of one change, in order, chained behind `previousHash`. */
export function chainChange(
  head: { serial: bigint; epoch: string; previousHash: string; committedAt: Date },
  images: readonly string[],
): ChangePart[] {
  let previousHash = head.previousHash;
  return intoParts(images).map((part, position) => {
    const frame = {
      serial: head.serial,
      position,
      epoch: head.epoch,
      format: CHANGE_FORMAT,
      committedAt: head.committedAt,
    };
    const hash = hashPart(previousHash, frame, part);
    const row = { ...frame, previousHash, hash, images: `[${part.join(',')}]` };
    previousHash = hash;
    return row;
  });
}

/** One after-image as it is read back: bigints and times are text. */
export interface ChangeImage {
  readonly model: ReplicatedModel;
  readonly op: ChangeOperation;
  readonly key: Row;
  /** Absent for a deleted row. */
  readonly row?: Row;
}

/** The images of a stored part; null when its hash is not that of its text. */
export function readImages(part: ChangePart): ChangeImage[] | null {
  const { serial, position, epoch, format, committedAt, previousHash, hash, images } = part;
  const read = parsedImages(images);
  if (read === null) return null;
  const texts = read.map((image) => canonicalJson(image));
  const isItself =
    images === `[${texts.join(',')}]` &&
    hash === hashPart(previousHash, { serial, position, epoch, format, committedAt }, texts);
  return isItself ? read : null;
}

function parsedImages(text: string): ChangeImage[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as ChangeImage[]) : null;
  } catch {
    return null;
  }
}

function intoParts(images: readonly string[]): string[][] {
  const parts: string[][] = [];
  let size = Infinity;
  for (const image of images) {
    if (size + image.length > PART_LIMIT_CHARACTERS) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(image);
    size += image.length;
  }
  return parts;
}

function hashPart(previousHash: string, frame: object, images: readonly string[]): string {
  const digests = images.map((image) => sha256(image));
  return sha256(previousHash + canonicalJson({ ...frame, images: digests }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
