// A project in the JSON that PyPI had before there was a standard: `info`, `releases` or `urls`. Keys that are obsolete
// stay, because scripts look them up without asking whether they are there. Frozen by a test.

import type { CoreMetadata } from '../domain/packages/metadata.ts';
import type { PageFile, ProjectPage } from '../domain/packages/repository.ts';
import { highestFirst, isPrerelease, sameVersion } from '../domain/packages/versions.ts';
import { letOthersIn } from '../domain/turn-of-others.ts';

const FILES_AT_A_TIME = 400;

export interface LegacyPlace {
  /** Of the index, absolute, without a final slash. */
  readonly indexUrl: string;
  /** The server's, when this was written. */
  readonly lastSerial: bigint;
}

/**
 * The release that `info` tells of: the one asked for, else the highest that is neither yanked nor a pre-release.
 * Null: the project has no such release.
 */
export function releaseInFocus(page: ProjectPage, version: string | null): readonly PageFile[] | null {
  if (version !== null) {
    const files = page.files.filter((file) => sameVersion(file.version, version));
    return files.length === 0 ? null : files;
  }
  const releases = highestFirst([...byVersion(page.files).values()], ([file]) => file!.version);
  return (
    releases.find((files) => !isYanked(files) && !isPrerelease(files[0]!.version)) ??
    releases.find((files) => !isYanked(files)) ??
    releases[0] ??
    []
  );
}

/** Of the files of a release, the one whose metadata tells most. */
export function mainFile(files: readonly PageFile[]): PageFile | null {
  return files.find(({ metadataSha256 }) => metadataSha256 !== null) ?? files[0] ?? null;
}

/** `withReleases`: all releases beside that one, as PyPI has it where no version is asked for. */
export async function renderLegacyJson(
  page: ProjectPage,
  release: readonly PageFile[],
  metadata: CoreMetadata | null,
  withReleases: boolean,
  place: LegacyPlace,
): Promise<Buffer> {
  const parts = [`{"info":${JSON.stringify(info(page, release, metadata, place))}`];
  parts.push(`,"last_serial":${place.lastSerial}`);
  if (withReleases) {
    parts.push(',"releases":{');
    for (const [count, [version, files]] of [...byVersion(page.files)].entries()) {
      const entries = await listed(files, place);
      parts.push(`${count === 0 ? '' : ','}${JSON.stringify(version)}:${entries}`);
      if (count % FILES_AT_A_TIME === FILES_AT_A_TIME - 1) await letOthersIn();
    }
    parts.push('}');
  }
  parts.push(`,"urls":${await listed(release, place)},"vulnerabilities":[]}`);
  return Buffer.from(parts.join(''));
}

/** In the order of the page; spellings of one version are one. */
function byVersion(files: readonly PageFile[]): Map<string, PageFile[]> {
  const releases = new Map<string, PageFile[]>();
  for (const file of files) {
    const known = releases.get(file.version);
    if (known === undefined) releases.set(file.version, [file]);
    else known.push(file);
  }
  return releases;
}

async function listed(files: readonly PageFile[], place: LegacyPlace): Promise<string> {
  const texts: string[] = [];
  for (const file of files) {
    texts.push(JSON.stringify(entry(file, place)));
    if (texts.length % FILES_AT_A_TIME === 0) await letOthersIn();
  }
  return `[${texts.join(',')}]`;
}

function entry(file: PageFile, { indexUrl }: LegacyPlace): object {
  const { filename, kind, sha256, metadataSha256, uploadedAt, yanked } = file;
  return {
    comment_text: null,
    ...(metadataSha256 !== null && { 'core-metadata': { sha256: metadataSha256 } }),
    digests: sha256 === null ? {} : { sha256 },
    downloads: -1,
    filename,
    has_sig: false,
    md5_digest: null,
    packagetype: kind === 'WHEEL' ? 'bdist_wheel' : 'sdist',
    python_version: kind === 'WHEEL' ? (filename.split('-').at(-3) ?? 'any') : 'source',
    requires_python: file.requiresPython,
    size: file.sizeBytes,
    upload_time: uploadedAt === null ? null : uploadedAt.toISOString().slice(0, 19),
    upload_time_iso_8601: uploadedAt === null ? null : uploadedAt.toISOString(),
    url: `${indexUrl}/files/${file.address}/${encodeURIComponent(filename)}`,
    yanked: yanked !== null,
    yanked_reason: yanked === '' ? null : yanked,
  };
}

function info(
  { normalizedName }: ProjectPage,
  release: readonly PageFile[],
  metadata: CoreMetadata | null,
  { indexUrl }: LegacyPlace,
): object {
  const all = (field: string) => metadata?.all.get(field) ?? [];
  const one = (field: string) => all(field)[0] ?? null;
  const listOf = (field: string) => (all(field).length === 0 ? null : all(field));
  const version = metadata?.version ?? release[0]?.version ?? null;
  const projectUrl = `${indexUrl}/simple/${normalizedName}/`;
  const isReleaseYanked = release.length > 0 && isYanked(release);
  return {
    author: one('author'),
    author_email: one('author-email'),
    bugtrack_url: null,
    classifiers: all('classifier'),
    description: one('description'),
    description_content_type: one('description-content-type'),
    docs_url: null,
    download_url: one('download-url'),
    downloads: { last_day: -1, last_month: -1, last_week: -1 },
    dynamic: listOf('dynamic'),
    home_page: one('home-page'),
    keywords: one('keywords'),
    license: one('license'),
    license_expression: one('license-expression'),
    license_files: listOf('license-file'),
    maintainer: one('maintainer'),
    maintainer_email: one('maintainer-email'),
    name: metadata?.name ?? normalizedName,
    package_url: projectUrl,
    platform: one('platform'),
    project_url: projectUrl,
    project_urls: labelled(all('project-url')),
    provides_extra: listOf('provides-extra'),
    release_url: projectUrl,
    requires_dist: listOf('requires-dist'),
    requires_python: metadata?.requiresPython ?? release[0]?.requiresPython ?? null,
    summary: metadata?.summary ?? null,
    version,
    yanked: isReleaseYanked,
    yanked_reason: (isReleaseYanked && release[0]?.yanked) || null,
  };
}

/** `label, address`; null when there is none. */
function labelled(texts: readonly string[]): Record<string, string> | null {
  const pairs = texts.flatMap((text) => {
    const comma = text.indexOf(',');
    return comma < 0 ? [] : [[text.slice(0, comma).trim(), text.slice(comma + 1).trim()] as const];
  });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function isYanked(files: readonly PageFile[]): boolean {
  return files.every(({ yanked }) => yanked !== null);
}
