// Reads the multipart form of an upload (RFC 7578): text fields in any order, one file part called `content`,
// received as it comes. Whatever goes wrong, the rest of the request is read and dropped up to a bound first:
// clients see an answer only once they have sent their body.

import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy, { type BusboyHeaders } from '@fastify/busboy';
import { UploadRefused } from '../domain/errors.ts';
import { quote } from '../domain/names.ts';
import { receiveFile, type ReceivedFile } from '../domain/packages/receive.ts';
import { digestsIn } from '../domain/packages/upload-form.ts';
import { whileDiskLasts } from '../domain/packages/upload-space.ts';
import type { World } from '../domain/world.ts';

const LIMITS = { fieldSize: 4 * 1024 * 1024, fields: 5_000, files: 10, headerPairs: 50 } as const;
const ALL_FIELDS_BYTES = 16 * 1024 * 1024;
const DROPPED_BYTES = 64 * 1024 * 1024;

const NAMELESS = 'A part of the form has no name.';
const CUT_OFF = 'The form is cut off or is no multipart form.';

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly file: ReceivedFile;
}

/** Whoever gets the form discards its file. @throws {UploadRefused} FORM_INVALID, FILE_TOO_LARGE */
export async function readUploadForm(
  world: Pick<World, 'blobs'>,
  req: IncomingMessage,
  maxBytes: number,
): Promise<ReceivedForm> {
  const fields = new Map<string, string[]>();
  const receiving: Promise<ReceivedFile>[] = [];
  const streams: Readable[] = [];
  let failure: Error | null = null;
  let fieldBytes = 0;
  const parser = openParser(req);

  const parsed = new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => {
      failure ??= error;
      req.unpipe(parser);
      reject(failure);
    };
    parser.on('field', (name: string | undefined, value, isNameCut, isValueCut) => {
      if (name === undefined) return fail(invalid(NAMELESS));
      fieldBytes += name.length + value.length;
      if (isNameCut || isValueCut || fieldBytes > ALL_FIELDS_BYTES)
        return fail(invalid('A field of the form is too long.'));
      const values = fields.get(name);
      if (values === undefined) fields.set(name, [value]);
      else values.push(value);
    });
    parser.on('file', (name: string | undefined, stream, filename: string | undefined) => {
      // A form that ends inside a part says so on the part, whether or not somebody reads it by then.
      stream.on('error', () => fail(invalid(CUT_OFF)));
      if (name !== 'content') {
        stream.resume();
        if (name === undefined) return fail(invalid(NAMELESS));
        if (name !== 'gpg_signature')
          return fail(invalid(`The field ${quote(name)} came as a file: Should not be a tuple.`));
        return void fields.set(name, [filename ?? name]);
      }
      if (receiving.length > 0) {
        stream.resume();
        return fail(invalid('The form has more than one part "content".'));
      }
      streams.push(stream);
      const received = whileDiskLasts(
        receiveFile(world, stream, { filename: filename ?? '', maxBytes, digests: digestsIn(fields) }),
      );
      receiving.push(received);
      received.catch(fail);
    });
    parser.on('fieldsLimit', () => fail(invalid(`The form has more than ${LIMITS.fields} fields.`)));
    parser.on('filesLimit', () => fail(invalid('The form has too many file parts.')));
    parser.on('error', () => fail(invalid(CUT_OFF)));
    parser.on('finish', resolve);
    req.on('close', () => {
      if (!req.complete) fail(invalid('The upload broke off.'));
    });
    req.pipe(parser);
  });

  try {
    await parsed;
    const file = await receiving[0];
    if (file === undefined)
      throw invalid('The form has no file: it needs a part "content" with a file name.');
    return { fields, file };
  } catch (error) {
    parser.destroy();
    for (const stream of streams) stream.destroy(error as Error);
    const left = await Promise.allSettled(receiving);
    for (const result of left) if (result.status === 'fulfilled') await result.value.discard();
    // A receiver that gives up ends its stream, and the parser calls that a form that is cut off.
    const causes = left.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    throw causes.find((cause) => cause instanceof UploadRefused) ?? error;
  }
}

/** Reads what a refused client still sends, so that it gets to read why; gives up beyond the bound. */
export async function dropRequestBody(req: IncomingMessage): Promise<void> {
  if (req.complete || req.destroyed) return;
  let dropped = 0;
  await new Promise<void>((resolve) => {
    req.on('data', (chunk: Buffer) => {
      dropped += chunk.length;
      if (dropped > DROPPED_BYTES) resolve();
    });
    req.on('end', resolve);
    req.on('close', resolve);
    req.on('error', () => resolve());
    req.resume();
  });
}

function openParser(req: IncomingMessage) {
  if (!(req.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data')) {
    throw invalid('An upload is a POST of multipart/form-data, as twine and uv send it.');
  }
  try {
    return busboy({
      headers: req.headers as BusboyHeaders,
      limits: LIMITS,
      // A path in a file name is refused by the file name's rules, not cut off.
      preservePath: true,
      highWaterMark: 256 * 1024,
      fileHwm: 256 * 1024,
    });
  } catch {
    throw invalid('The form has no boundary.');
  }
}

function invalid(message: string): UploadRefused {
  return new UploadRefused('FORM_INVALID', message);
}
