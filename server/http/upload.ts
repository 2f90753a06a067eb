// The form twine, uv and flit send, to one domain call (legacy upload API).

import type { OpenIndex } from '../domain/indexes/directory.ts';
import { parseUploadFields } from '../domain/packages/upload-form.ts';
import { checkTakesUploads } from '../domain/packages/upload-right.ts';
import { checkDisk, whileDiskLasts } from '../domain/packages/upload-space.ts';
import { uploadDistribution, type Outcome } from '../domain/packages/upload.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { readUploadForm } from './upload-form.ts';

const SENTENCES: Record<Outcome, (filename: string, path: string) => string> = {
  NEW: (filename, path) => `Uploaded ${filename} to ${path}.`,
  REPLACED: (filename, path) => `Uploaded ${filename} to ${path}, in place of other bytes.`,
  SAME: (filename, path) => `${filename} is in ${path} already, with the same bytes.`,
};

/** The caller has been let in for uploads to this index. */
export async function receiveUpload(
  world: World,
  exchange: Exchange,
  index: OpenIndex,
  maxUploadBytes: number,
): Promise<void> {
  checkTakesUploads(index);
  const announced = exchange.req.headers['content-length'];
  await checkDisk(world, Number(announced ?? 0));
  const form = await readUploadForm(world, exchange.req, maxUploadBytes);
  try {
    // Sent in chunks, its size is known only now that it has taken its room.
    if (announced === undefined) await checkDisk(world, 0);
    const fields = parseUploadFields(form.fields);
    const uploaded = await whileDiskLasts(
      uploadDistribution(world, exchange.caller, {
        index,
        rightsAsOf: exchange.rightsAsOf,
        fields,
        file: form.file,
      }),
    );
    const told = [...uploaded.warnings.map((warning) => `Warning: ${warning}`), ...fields.unused];
    const text = [SENTENCES[uploaded.outcome](uploaded.filename, index.path), ...told, ''].join('\n');
    exchange.send(
      200,
      [
        'content-type', 'text/plain; charset=utf-8',
        'content-length', Buffer.byteLength(text),
        'cache-control', 'no-store',
        'x-wheelhouse-serial', uploaded.serial.toString(),
      ], // prettier-ignore
      text,
    );
  } finally {
    await form.file.discard();
  }
}
