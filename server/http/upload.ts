// The form twine, uv and flit send, to one domain call (legacy upload API).

import type { OpenIndex } from '../domain/indexes/directory.ts';
import { parseUploadFields } from '../domain/packages/upload-form.ts';
import { uploadDistribution } from '../domain/packages/upload.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { readUploadForm } from './upload-form.ts';

/** The caller has been let in for uploads to this index. */
export async function receiveUpload(
  world: World,
  exchange: Exchange,
  index: OpenIndex,
  maxUploadBytes: number,
): Promise<void> {
  const form = await readUploadForm(world, exchange.req, maxUploadBytes);
  try {
    const fields = parseUploadFields(form.fields);
    const uploaded = await uploadDistribution(world, exchange.caller, {
      index,
      rightsAsOf: exchange.rightsAsOf,
      fields,
      file: form.file,
    });
    const text = uploaded.isNew
      ? `Uploaded ${uploaded.filename} to ${index.path}.\n`
      : `${uploaded.filename} is in ${index.path} already, with the same bytes.\n`;
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
