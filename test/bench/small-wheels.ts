// Real small wheels by number: each differs from every other, and a hundred projects share them, as on a day on
// which a team releases.

import { makeWheel } from '../support/distributions.ts';
import { formAround, type Distribution } from './upload-form.ts';
import type { Upload } from './uploads.ts';

const PROJECTS = 100;

/** Where an upload goes, and as whom. */
export interface UploadTarget {
  readonly path: string;
  readonly authorization: string;
}

/** The wheels numbered from `first` on, ready to be sent to the target. */
export function smallUploads(target: UploadTarget, first: number, count: number): Upload[] {
  return Array.from({ length: count }, (_, position) => {
    const number = first + position;
    const version = `1.${Math.floor(number / PROJECTS)}`;
    return wheelUpload(target, { name: `nightly-${number % PROJECTS}`, version }).upload;
  });
}

/** A wheel with one module, as it is sent; `payload` is put beside the module. */
export function wheelUpload(
  target: UploadTarget,
  { name, version, payload }: { name: string; version: string; payload?: Buffer },
): { upload: Upload; distribution: Distribution } {
  const module = name.replaceAll('-', '_');
  const { filename, bytes, sha256 } = makeWheel({
    name,
    version,
    files: {
      [`${module}/__init__.py`]: `"""${name}, version ${version}."""\n\n__version__ = ${JSON.stringify(version)}\n`,
      ...(payload && { [`${module}/model.bin`]: payload }),
    },
  });
  const distribution = { name, version, filename, sha256 };
  const { head, tail } = formAround(distribution);
  const body = Buffer.concat([head, bytes, tail]);
  return { distribution, upload: { ...target, bytes: body.length, body } };
}
