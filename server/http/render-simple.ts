// A project page and a project list as the simple repository API wants them: JSON 1.4, HTML 1.4
// (PEP 503, 592, 629, 658, 691, 700, 714). What clients parse is frozen by a test.
// JSON leaves keys out where HTML would have them empty: uv rejects a whole page for one null.

import type { PageFile, ProjectPage } from '../domain/packages/repository.ts';
import { JSON_TYPE, type Representation } from './negotiate.ts';

const API_VERSION = '1.4';

/** Grows when the same rows would render differently: part of the list's ETag. */
export const RENDERER_VERSION = 1;

/** URLs are relative to the page, so they survive every proxy and prefix. */
export function renderProjectPage(page: ProjectPage, representation: Representation): string {
  return representation === JSON_TYPE ? pageJson(page) : pageHtml(page);
}

function pageJson({ normalizedName, files }: ProjectPage): string {
  return JSON.stringify({
    meta: { 'api-version': API_VERSION },
    name: normalizedName,
    versions: [...new Set(files.map((file) => file.version))],
    files: files.map((file) => ({
      filename: file.filename,
      url: fileUrl(file),
      hashes: { sha256: file.sha256 },
      ...(file.requiresPython !== null && { 'requires-python': file.requiresPython }),
      ...(file.kind === 'WHEEL' && { 'core-metadata': { sha256: file.metadataSha256 } }),
      size: file.sizeBytes,
      'upload-time': file.uploadedAt.toISOString(),
      yanked: file.yanked === null ? false : file.yanked || true,
    })),
  });
}

function pageHtml({ normalizedName, files }: ProjectPage): string {
  const links = files.map((file) => `    <a ${attributes(file)}>${escapeHtml(file.filename)}</a><br>\n`);
  return [
    '<!DOCTYPE html>\n<html>\n  <head>\n',
    `    <meta charset="utf-8">\n    <meta name="pypi:repository-version" content="${API_VERSION}">\n`,
    `    <title>Links for ${escapeHtml(normalizedName)}</title>\n  </head>\n  <body>\n`,
    `    <h1>Links for ${escapeHtml(normalizedName)}</h1>\n`,
    ...links,
    '  </body>\n</html>\n',
  ].join('');
}

function attributes(file: PageFile): string {
  const given: [string, string][] = [['href', `${fileUrl(file)}#sha256=${file.sha256}`]];
  if (file.requiresPython !== null) given.push(['data-requires-python', file.requiresPython]);
  if (file.kind === 'WHEEL') {
    // pip 22.3 to 23.1 knows the old name alone.
    given.push(['data-core-metadata', `sha256=${file.metadataSha256}`]);
    given.push(['data-dist-info-metadata', `sha256=${file.metadataSha256}`]);
  }
  if (file.yanked !== null) given.push(['data-yanked', file.yanked]);
  return given.map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ');
}

function fileUrl(file: PageFile): string {
  return `../../files/${file.sha256}/${encodeURIComponent(file.filename)}`;
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

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
