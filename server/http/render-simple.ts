// A project page and a project list as the simple repository API wants them: JSON 1.4, HTML 1.4
// (PEP 503, 592, 629, 658, 691, 700, 714, 792). What clients parse is frozen by a test.
// JSON leaves keys out where HTML would have them empty: uv rejects a whole page for one null.

import type { PageFile, ProjectPage } from '../domain/packages/repository.ts';
import { letOthersIn } from '../domain/turn-of-others.ts';
import { JSON_TYPE, type Representation } from './negotiate.ts';

const API_VERSION = '1.4';
/** From 1.1 on each file has its size (PEP 700), and an upstream may not tell it. */
const API_VERSION_WITHOUT_SIZES = '1.0';

/** Grows when the same rows would render differently: part of the list's ETag. */
export const RENDERER_VERSION = 2;

const FILES_AT_A_TIME = 400;

/** URLs are relative to the page, so they survive every proxy and prefix. A long page lets others go in between. */
export async function renderProjectPage(page: ProjectPage, representation: Representation): Promise<Buffer> {
  const { head, entry, tail } = representation === JSON_TYPE ? jsonFrame(page) : htmlFrame(page);
  const { files } = page;
  const parts: Buffer[] = [];
  let text = head;
  for (const [place, file] of files.entries()) {
    if (place > 0 && place % FILES_AT_A_TIME === 0) {
      parts.push(Buffer.from(text));
      text = '';
      await letOthersIn();
    }
    text += entry(file, place === 0);
  }
  parts.push(Buffer.from(text + tail));
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** What comes before the files, for each file, and after them. */
interface Frame {
  readonly head: string;
  readonly entry: (file: PageFile, isFirst: boolean) => string;
  readonly tail: string;
}

function jsonFrame(page: ProjectPage): Frame {
  const { normalizedName, files, versions, status, statusReason } = page;
  const isEachSizeKnown = files.every(({ sizeBytes }) => sizeBytes !== null);
  const top = JSON.stringify({
    meta: { 'api-version': isEachSizeKnown ? API_VERSION : API_VERSION_WITHOUT_SIZES },
    name: normalizedName,
    ...(status !== 'ACTIVE' && {
      'project-status': { status: status.toLowerCase(), ...(statusReason && { reason: statusReason }) },
    }),
    versions,
  });
  return {
    head: `${top.slice(0, -1)},"files":[`,
    entry: (file, isFirst) => (isFirst ? '' : ',') + JSON.stringify(jsonFile(file)),
    tail: ']}',
  };
}

function jsonFile(file: PageFile): object {
  return {
    filename: file.filename,
    url: fileUrl(file),
    hashes: file.sha256 === null ? {} : { sha256: file.sha256 },
    ...(file.requiresPython !== null && { 'requires-python': file.requiresPython }),
    ...(file.metadataSha256 !== null && { 'core-metadata': { sha256: file.metadataSha256 } }),
    ...(file.sizeBytes !== null && { size: file.sizeBytes }),
    ...(file.uploadedAt !== null && { 'upload-time': file.uploadedAt.toISOString() }),
    yanked: file.yanked === null ? false : file.yanked || true,
  };
}

function htmlFrame({ normalizedName, status, statusReason }: ProjectPage): Frame {
  const metas = [
    ...(status === 'ACTIVE' ? [] : [['pypi:project-status', status.toLowerCase()] as const]),
    ...(status === 'ACTIVE' || !statusReason ? [] : [['pypi:project-status-reason', statusReason] as const]),
  ];
  return {
    head: [
      '<!DOCTYPE html>\n<html>\n  <head>\n',
      `    <meta charset="utf-8">\n    <meta name="pypi:repository-version" content="${API_VERSION}">\n`,
      ...metas.map(([name, content]) => `    <meta name="${name}" content="${escapeHtml(content)}">\n`),
      `    <title>Links for ${escapeHtml(normalizedName)}</title>\n  </head>\n  <body>\n`,
      `    <h1>Links for ${escapeHtml(normalizedName)}</h1>\n`,
    ].join(''),
    entry: (file) => `    <a ${attributes(file)}>${escapeHtml(file.filename)}</a><br>\n`,
    tail: '  </body>\n</html>\n',
  };
}

function attributes(file: PageFile): string {
  const fragment = file.sha256 === null ? '' : `#sha256=${file.sha256}`;
  let given = attribute('href', fileUrl(file) + fragment);
  if (file.requiresPython !== null) given += attribute('data-requires-python', file.requiresPython);
  if (file.metadataSha256 !== null) {
    // pip 22.3 to 23.1 knows the old name alone.
    given += attribute('data-core-metadata', `sha256=${file.metadataSha256}`);
    given += attribute('data-dist-info-metadata', `sha256=${file.metadataSha256}`);
  }
  if (file.yanked !== null) given += attribute('data-yanked', file.yanked);
  return given.slice(1);
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeHtml(value)}"`;
}

function fileUrl(file: PageFile): string {
  return `../../files/${file.address}/${encodeURIComponent(file.filename)}`;
}

/** What comes before the names, for each name, and after them; so that a long list can be streamed. */
export function listFrame(representation: Representation) {
  if (representation === JSON_TYPE) {
    return {
      head: `{"meta":{"api-version":"${API_VERSION}"},"projects":[`,
      entry: (name: string, isFirst: boolean) => `${isFirst ? '' : ','}{"name":${JSON.stringify(name)}}`,
      tail: ']}',
    };
  }
  return {
    head:
      '<!DOCTYPE html>\n<html>\n  <head>\n    <meta charset="utf-8">\n' +
      `    <meta name="pypi:repository-version" content="${API_VERSION}">\n` +
      '    <title>Simple index</title>\n  </head>\n  <body>\n',
    entry: (name: string) => `    <a href="${escapeHtml(name)}/">${escapeHtml(name)}</a><br>\n`,
    tail: '  </body>\n</html>\n',
  };
}

const SPECIAL = /[&<>"']/;

function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
