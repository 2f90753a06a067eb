// Core metadata: the headers of a wheel's METADATA or a source distribution's PKG-INFO, read as installers read them
// (Python's e-mail parser), and whether file name, metadata and upload form speak of the same thing.
// Getting the bytes out of an archive is `storage/archives.ts`. Core metadata specification, 1.0 to 2.6.

import { quote } from '../names.ts';

import { isProjectName, normalizeProjectName } from './filenames.ts';
import type { DistributionFilename } from './filenames.ts';
import { parseSpecifiers } from './specifiers.ts';
import { isVersion, sameVersion } from './versions.ts';

export interface CoreMetadata {
  readonly ok: true;
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  /** One line; null when it has none. */
  readonly summary: string | null;
  /** One line, cut where it is very long; null when it has none. */
  readonly keywords: string | null;
  /** A version specifier; null when it has none, or one that installers could not read. */
  readonly requiresPython: string | null;
  /** Every field that has a value, by its name in lower case, in file order; the body is `description`. */
  readonly all: ReadonlyMap<string, readonly string[]>;
}

export interface MetadataRefusal {
  readonly ok: false;
  /** A sentence for the person who uploads. */
  readonly reason: string;
}

/** A distribution that cannot be read; thrown by the archive reader, with a sentence that may be shown. */
export class ArchiveInvalid extends Error {
  override readonly name = 'ArchiveInvalid';
}

/** Far above what projects declare; to parse millions would stop the server for seconds. */
const MAX_HEADER_LINES = 50_000;

/** Both stand on pages that everybody reads; what projects write is far below. */
const MAX_LINE_CHARACTERS = 2_000;

/** 2.0 was never accepted as a standard, and old wheels carry it. */
const METADATA_VERSIONS = ['1.0', '1.1', '1.2', '2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'];

/** Bytes that are not UTF-8 are replaced: old source distributions describe themselves in Latin-1. */
export function parseMetadata(bytes: Buffer): CoreMetadata | MetadataRefusal {
  if (bytes.includes(0)) return refuse('it holds a NUL byte');
  const fields = readFields(bytes.toString('utf8'));
  if (fields === null) return refuse(`its headers have more than ${MAX_HEADER_LINES} lines`);

  // Readers differ in which of two they believe, so neither is believed.
  const repeated = ['Metadata-Version', 'Name', 'Version'].find(
    (wanted) => fields.filter(([field]) => field === wanted.toLowerCase()).length > 1,
  );
  if (repeated !== undefined) return refuse(`it has more than one ${repeated}`);

  const all = withValues(fields);
  const metadataVersion = first(all, 'metadata-version');
  const name = first(all, 'name');
  const version = first(all, 'version');
  if (metadataVersion === null) return refuse('it has no Metadata-Version');
  if (!METADATA_VERSIONS.includes(metadataVersion)) {
    return refuse(`the Metadata-Version ${quote(metadataVersion)} is not one of 1.0 to 2.6`);
  }
  if (name === null) return refuse('it has no Name');
  if (!isProjectName(name)) return refuse(`its Name, ${quote(name)}, cannot be the name of a project`);
  if (version === null) return refuse('it has no Version');
  if (!isVersion(version)) return refuse(`its Version, ${quote(version)}, is not a version by PEP 440`);

  const summary = unfold(first(all, 'summary'));
  const requiresPython = unfold(first(all, 'requires-python'));
  const long = Object.entries({ Summary: summary, 'Requires-Python': requiresPython }).find(
    ([, value]) => value !== null && value.length > MAX_LINE_CHARACTERS,
  );
  if (long !== undefined) return refuse(`its ${long[0]} has more than ${MAX_LINE_CHARACTERS} characters`);
  const isReadable = requiresPython !== null && parseSpecifiers(requiresPython) !== null;
  return {
    ok: true,
    metadataVersion,
    name,
    version,
    summary,
    keywords: unfold(first(all, 'keywords'))?.slice(0, MAX_LINE_CHARACTERS) ?? null,
    requiresPython: isReadable ? requiresPython : null,
    all,
  };
}

/** What an upload form says of a file; absent and empty fields are not compared. */
export interface UploadForm {
  readonly name: string;
  readonly version: string;
  readonly filetype?: string | undefined;
  readonly pyversion?: string | undefined;
}

/** Null when file name, metadata and form, where there is one, agree; else a sentence that says which two differ. */
export function checkAgreement(claims: {
  filename: DistributionFilename;
  metadata: CoreMetadata;
  form?: UploadForm;
}): string | null {
  const { filename, metadata, form = NO_FORM } = claims;
  const inside = filename.kind === 'WHEEL' ? 'its METADATA' : 'its PKG-INFO';
  const filetype = filename.kind === 'WHEEL' ? 'bdist_wheel' : 'sdist';
  const file = `The file ${quote(filename.filename)}`;
  const nameInside = `${inside} names ${quote(metadata.name)}`;
  const versionInside = `${inside} says ${quote(metadata.version)}`;

  if (!sameName(filename.name, metadata.name)) {
    return disagree(`${file} is named after the project ${quote(filename.name)}`, nameInside, REBUILD);
  }
  if (!sameVersion(filename.version, metadata.version)) {
    return disagree(`${file} is named after version ${quote(filename.version)}`, versionInside, REBUILD);
  }
  if (form.name !== '' && !sameName(form.name, metadata.name)) {
    return disagree(`The form of ${quote(filename.filename)} names ${quote(form.name)}`, nameInside, RESEND);
  }
  if (form.version !== '' && !sameVersion(form.version, metadata.version)) {
    return disagree(
      `The form of ${quote(filename.filename)} says ${quote(form.version)}`,
      versionInside,
      RESEND,
    );
  }
  if (form.filetype && form.filetype !== filetype) {
    return disagree(
      `${file} is a ${quote(filetype)}`,
      `the form says filetype ${quote(form.filetype)}`,
      RESEND,
    );
  }
  // A wheel's tags are spelled in several ways by uploaders, and the file name has them: the field decides nothing.
  if (filename.kind === 'SDIST' && form.pyversion && form.pyversion !== 'source') {
    return disagree(`${file} has pyversion "source"`, `the form says ${quote(form.pyversion)}`, RESEND);
  }
  return null;
}

const NO_FORM: UploadForm = { name: '', version: '' };

const REBUILD = 'Build the distribution again; do not rename it.';
const RESEND = 'Send the fields that belong to the file.';

function sameName(a: string, b: string): boolean {
  return normalizeProjectName(a) === normalizeProjectName(b);
}

function disagree(one: string, other: string, remedy: string): string {
  return `${one}, and ${other}. ${remedy}`;
}

type Field = readonly [field: string, value: string];

/** What Python's e-mail parser takes for the beginning of a header. */
const HEADER = /^([\x21-\x39\x3b-\x7e]{1,255}):/;

/** The headers down to the first empty line, or the first line that cannot be one; what follows is the description. */
function readFields(text: string): Field[] | null {
  const fields: Field[] = [];
  let position = 0;
  for (let lines = 1; position < text.length; lines += 1) {
    if (lines > MAX_HEADER_LINES) return null;
    const { line, next } = lineAt(text, position);
    const header = HEADER.exec(line);
    const last = fields.at(-1);
    if (header?.[1] !== undefined) {
      fields.push([header[1].toLowerCase(), line.slice(header[0].length)]);
    } else if (/^[ \t]/.test(line)) {
      if (last !== undefined) fields[fields.length - 1] = [last[0], `${last[1]}\n${line}`];
    } else {
      if (line === '') position = next;
      break;
    }
    position = next;
  }
  fields.push(['description', text.slice(position)]);
  return fields;
}

function lineAt(text: string, start: number): { line: string; next: number } {
  const lineBreak = /\r\n|\r|\n/g;
  lineBreak.lastIndex = start;
  const found = lineBreak.exec(text);
  const end = found?.index ?? text.length;
  return { line: text.slice(start, end), next: end + (found?.[0].length ?? 0) };
}

/** Old build tools write `UNKNOWN` where they were told nothing. */
function withValues(fields: readonly Field[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [field, raw] of fields) {
    const value = raw.trim();
    if (value === '' || value === 'UNKNOWN') continue;
    const values = all.get(field);
    if (values === undefined) all.set(field, [value]);
    else values.push(value);
  }
  return all;
}

function first(all: ReadonlyMap<string, readonly string[]>, field: string): string | null {
  return all.get(field)?.[0] ?? null;
}

function unfold(value: string | null): string | null {
  return (
    value
      ?.split('\n')
      .map((line) => line.trim())
      .join(' ') ?? null
  );
}

function refuse(why: string): MetadataRefusal {
  return { ok: false, reason: `The metadata of the distribution cannot be used: ${why}.` };
}
