// What the file name of a distribution says: project, version, tags. Names of projects and their PEP 503 form too.
// Whether it is true is decided against the archive's metadata, in `metadata.ts`.
// Binary distribution format (PEP 427), source distribution format (PEP 625), name normalisation (PEP 503, 508).

import { quote } from '../names.ts';

import { isVersion } from './versions.ts';

export interface WheelFilename {
  readonly ok: true;
  readonly kind: 'WHEEL';
  readonly filename: string;
  /** As spelled in the file name; compare it normalised. */
  readonly name: string;
  readonly version: string;
  /** Null when there is no build number. */
  readonly build: string | null;
  readonly pythonTags: readonly string[];
  readonly abiTags: readonly string[];
  readonly platformTags: readonly string[];
}

export interface SdistFilename {
  readonly ok: true;
  readonly kind: 'SDIST';
  readonly filename: string;
  /** As spelled in the file name; compare it normalised. */
  readonly name: string;
  readonly version: string;
  readonly format: 'TAR_GZ' | 'ZIP';
}

export type DistributionFilename = WheelFilename | SdistFilename;

/** Why a file name is not one; `reason` is a sentence for the person who uploads. */
export interface FilenameRefusal {
  readonly ok: false;
  readonly reason: string;
}

/** PEP 503: lower case, and runs of `-`, `_` and `.` become one `-`. */
export function normalizeProjectName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** PEP 508: ASCII letters, digits, `.`, `_` and `-`, with a letter or a digit at both ends; short enough for a file name. */
export function isProjectName(name: string): boolean {
  return name.length <= 255 && /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(name);
}

/**
 * Reads the name of a wheel (`.whl`) or a source distribution (`.tar.gz`, `.zip`). Give the project's name where it is
 * known, as an upload form does: without it, the name of a source distribution ends at the last dash, which is wrong
 * for a version such as `1.0-1`.
 */
export function parseFilename(
  filename: string,
  projectName?: string,
): DistributionFilename | FilenameRefusal {
  const unsafe = UNSAFE.find(([test]) => test(filename));
  if (unsafe !== undefined) return refuse(filename, unsafe[1]);
  return filename.endsWith('.whl') ? parseWheelFilename(filename) : parseSdistFilename(filename, projectName);
}

const SIDECAR_BYTES = Buffer.byteLength('.metadata');
const MAX_FILENAME_BYTES = 255 - SIDECAR_BYTES;

/** File systems, URLs and HTML pages carry the name as it is: nothing in it may mean something to one of them. */
const UNSAFE: readonly (readonly [test: (filename: string) => boolean, why: string])[] = [
  [(name) => name === '', 'it is empty'],
  // eslint-disable-next-line no-control-regex -- these are what must not occur
  [(name) => /[\u0000-\u001f\u007f]/.test(name), 'it holds a control character'],
  [(name) => /[/\\]/.test(name), 'it holds a path separator'],
  [(name) => name.startsWith('.'), 'it begins with a dot'],
  [(name) => name.includes('%'), 'it holds a percent sign; send the name as it is, not encoded'],
  [
    (name) => Buffer.byteLength(name) > MAX_FILENAME_BYTES,
    `it is longer than ${MAX_FILENAME_BYTES} bytes, which leaves no room for the name of its metadata file`,
  ],
  [(name) => !/^[a-z0-9._+!-]*$/i.test(name), 'it holds more than ASCII letters, digits and ". _ - + !"'],
];

function parseWheelFilename(filename: string): WheelFilename | FilenameRefusal {
  const parts = filename.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6) {
    return refuse(
      filename,
      `a wheel is named {name}-{version}(-{build})-{python}-{abi}-{platform}.whl, and this has ${parts.length} parts`,
    );
  }
  const [name = '', version = ''] = parts;
  const build = parts.length === 6 ? (parts[2] ?? null) : null;
  const [pythonTags = [], abiTags = [], platformTags = []] = parts.slice(-3).map((tags) => tags.split('.'));
  const tags = [...pythonTags, ...abiTags, ...platformTags];

  if (!isProjectName(name) || name.includes('__')) {
    return refuse(filename, `${quote(name)} cannot be the name of a project in a wheel`);
  }
  if (!isVersion(version)) return refuse(filename, notAVersion(version));
  if (build !== null && !/^[0-9]/.test(build)) {
    return refuse(filename, `the build number ${quote(build)} does not begin with a digit`);
  }
  if (!tags.every((tag) => /^[a-z0-9_]+$/i.test(tag))) {
    return refuse(filename, 'a tag is empty or holds more than letters, digits and "_"');
  }
  if (!pythonTags.every((tag) => /^[a-z_]/i.test(tag))) {
    return refuse(filename, 'a tag of Python begins with a digit, as no interpreter does');
  }
  return { ok: true, kind: 'WHEEL', filename, name, version, build, pythonTags, abiTags, platformTags };
}

interface NameAndVersion {
  readonly name: string;
  readonly version: string;
}

function parseSdistFilename(filename: string, projectName?: string): SdistFilename | FilenameRefusal {
  const extension = ['.tar.gz', '.zip'].find((ending) => filename.endsWith(ending));
  if (extension === undefined) {
    return refuse(
      filename,
      'only wheels (.whl) and source distributions (.tar.gz, .zip) can be uploaded, with lower-case endings',
    );
  }
  const stem = filename.slice(0, -extension.length);
  const found = projectName === undefined ? splitAtLastDash(stem) : splitAfterName(stem, projectName);
  if (typeof found === 'string') return refuse(filename, found);
  const { name, version } = found;
  if (!isProjectName(name)) return refuse(filename, `${quote(name)} cannot be the name of a project`);
  if (!isVersion(version)) return refuse(filename, notAVersion(version));
  return {
    ok: true,
    kind: 'SDIST',
    filename,
    name,
    version,
    format: extension === '.zip' ? 'ZIP' : 'TAR_GZ',
  };
}

function splitAtLastDash(stem: string): NameAndVersion | string {
  const dash = stem.lastIndexOf('-');
  if (dash === -1) return 'a source distribution is named {name}-{version}, and this has no dash';
  return { name: stem.slice(0, dash), version: stem.slice(dash + 1) };
}

function splitAfterName(stem: string, projectName: string): NameAndVersion | string {
  const wanted = normalizeProjectName(projectName);
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    const name = stem.slice(0, dash);
    if (normalizeProjectName(name) === wanted) return { name, version: stem.slice(dash + 1) };
  }
  return `it does not begin with the name of the project, ${quote(projectName)}, and a dash`;
}

function notAVersion(version: string): string {
  return `${quote(version)} is not a version by PEP 440`;
}

function refuse(filename: string, why: string): FilenameRefusal {
  return { ok: false, reason: `The file name ${quote(filename)} cannot be used: ${why}.` };
}
