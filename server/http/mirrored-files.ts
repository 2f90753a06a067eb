// A file or a sidecar that a mirror copies: streamed to the client while it is stored, unless only a part of it is wanted.
// That it is the right one is proved at its end alone: then the connection breaks off before the last bytes.

import { addAbortSignal, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilePart } from '../domain/mirrors/mirrors.ts';
import type { MirroredFile } from '../domain/mirrors/page.ts';
import type { MirrorSettings } from '../domain/mirrors/settings.ts';
import { openCopied } from '../domain/packages/stored-bytes.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { matchesETag } from './negotiate.ts';
import { FILE_TYPE, sendWhole, sharedHeaders, SIDECAR_TYPE } from './send-file.ts';

export interface MirroredPart {
  readonly mirror: MirrorSettings;
  readonly file: MirroredFile;
  readonly part: FilePart;
}

/** The caller was let in for it. @throws {UpstreamUnavailable} @throws {RequestRefused} RANGE_NOT_SATISFIABLE */
export async function answerMirrored(
  world: Pick<World, 'mirrors'>,
  exchange: Exchange,
  visibility: 'public' | 'private',
  wanted: MirroredPart & { readonly onWhole: () => void },
): Promise<void> {
  const leaving = whenLeaving(exchange);
  try {
    await answer(world, exchange, visibility, wanted, leaving);
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
}

/** Nobody waits for the answer any more: what is done for it alone is broken off. */
function whenLeaving({ res }: Exchange): AbortSignal {
  const leaving = new AbortController();
  const leave = () => {
    if (!res.writableFinished) leaving.abort();
  };
  if (res.closed) leave();
  else res.once('close', leave);
  return leaving.signal;
}

async function answer(
  world: Pick<World, 'mirrors'>,
  exchange: Exchange,
  visibility: 'public' | 'private',
  { mirror, file, part, onWhole }: MirroredPart & { readonly onWhole: () => void },
  leaving: AbortSignal,
): Promise<void> {
  const { headers } = exchange.req;
  const type = part === 'file' ? FILE_TYPE : SIDECAR_TYPE;
  // An address that is not the digest may have other bytes some day, when the upstream puts them there.
  const isImmutable = file.address === file.sha256;
  const headersFor = (sha256: string | null) => sharedHeaders(type, visibility, sha256, isImmutable);

  const told = part === 'file' ? file.sha256 : file.metadataSha256;
  if (told !== null && matchesETag(headers['if-none-match'], `"${told}"`)) {
    return exchange.send(304, headersFor(told));
  }
  if (exchange.isHead && part === 'file' && file.sizeBytes !== null && headers.range === undefined) {
    return exchange.send(200, [...headersFor(told), 'content-length', file.sizeBytes]);
  }

  const bytes = await world.mirrors.openFile(mirror, file, part);
  if (bytes.path !== null || exchange.isHead || headers.range !== undefined) {
    const copied = await bytes.whole(leaving);
    return sendWhole(exchange, headersFor(copied.sha256), {
      ...copied,
      open: (range) => openCopied(copied, range),
      onWhole,
    });
  }
  const stream = addAbortSignal(leaving, bytes.stream());
  await begun(stream);
  onWhole();
  const length = bytes.sizeBytes === null ? [] : ['content-length', bytes.sizeBytes];
  exchange.res.writeHead(200, [
    'x-request-id', exchange.requestId,
    ...headersFor(bytes.sha256 ?? told),
    ...length,
  ] as never); // prettier-ignore
  await pipeline(stream, exchange.res);
}

/** Waits for the first bytes, while there is still a status to be chosen. */
async function begun(stream: Readable): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      stream.off('readable', done);
      stream.off('end', done);
      stream.off('error', failed);
      resolve();
    };
    const failed = (error: Error) => {
      stream.off('readable', done);
      stream.off('end', done);
      reject(error);
    };
    stream.once('readable', done);
    stream.once('end', done);
    stream.once('error', failed);
  });
}
