// What a wheel holds: one `.dist-info` folder of its name and version with METADATA, WHEEL and RECORD, and that these
// agree with the rest. Binary distribution format (PEP 427); recording installed projects; entry points.

import type { Archive } from '../../storage/archives.ts';
import { quote } from '../names.ts';

import { entryPointsFault } from './entry-points.ts';
import { normalizeProjectName, type WheelFilename } from './filenames.ts';
import type { Finding, Severity } from './findings.ts';
import { checkRecord } from './wheel-record.ts';
import { isVersion, sameVersion } from './versions.ts';

export const WHEEL_FILES = /^[^/]+\.dist-info\/(METADATA|WHEEL|RECORD|entry_points\.txt)$/;
const REQUIRED = ['METADATA', 'WHEEL', 'RECORD'] as const;

/** Its folder, or why there is none that installers would find. */
export function distInfoOf(archive: Archive, filename: WheelFilename): string | { readonly why: string } {
  const paths = archive.members.map(({ path }) => path);
  const folders = new Set(paths.flatMap((path) => /^([^/]+\.dist-info)\//.exec(path)?.[1] ?? []));
  const [folder, another] = folders;
  if (folder === undefined || !archive.wanted.some(({ path }) => path.endsWith('.dist-info/METADATA'))) {
    return { why: 'It has no .dist-info/METADATA; build it with a current build tool.' };
  }
  if (another !== undefined) {
    return { why: 'It has more than one .dist-info folder; build it in an empty folder.' };
  }
  if (!belongsTo(filename, folder)) {
    return {
      why: `It holds ${quote(folder)}, of another project or version; build it again, do not rename it.`,
    };
  }
  const missing = REQUIRED.find((name) => !archive.wanted.some(({ path }) => path === `${folder}/${name}`));
  if (missing !== undefined) {
    return { why: `It has no ${folder}/${missing}; build it with a current build tool.` };
  }
  return folder;
}

/** Names are compared as installers do it; a version may have `_` where a file name allows no `-`. */
function belongsTo({ name, version }: WheelFilename, folder: string): boolean {
  const stem = folder.slice(0, -'.dist-info'.length);
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (normalizeProjectName(stem.slice(0, dash)) !== normalizeProjectName(name)) continue;
    const inside = stem.slice(dash + 1).replaceAll('_', '-');
    if (isVersion(inside) ? sameVersion(inside, version) : inside === version) return true;
  }
  return false;
}

/** Of an archive whose folder is known. */
export function checkWheel(archive: Archive, filename: WheelFilename, folder: string): readonly Finding[] {
  const text = (name: string) =>
    archive.wanted.find(({ path }) => path === `${folder}/${name}`)?.bytes ?? null;
  const entryPoints = text('entry_points.txt');
  const fault = entryPoints === null ? null : entryPointsFault(entryPoints);
  return [
    ...checkName(filename),
    ...checkWheelFile(text('WHEEL')!.toString('utf8'), filename),
    ...checkRecord(archive, text('RECORD')!.toString('utf8'), folder),
    ...(fault === null ? [] : [finding('STRICT', `Its entry_points.txt ${fault}.`)]),
    ...archive.members
      .filter(({ kind }) => kind === 'LINK')
      .slice(0, 1)
      .map(({ path }) =>
        finding('STRICT', `It holds the symbolic link ${quote(path)}; put the file itself there.`),
      ),
  ];
}

function checkName({ name, platformTags }: WheelFilename): readonly Finding[] {
  const wanted = normalizeProjectName(name).replaceAll('-', '_');
  const odd = platformTags.find((tag) => !PORTABLE.test(tag));
  return [
    ...(name === wanted
      ? []
      : [finding('STRICT', `Its name begins with ${quote(name)}, and the standard has ${quote(wanted)}.`)]),
    ...(odd === undefined
      ? []
      : [
          finding(
            'WARN',
            `Its platform ${quote(odd)} is none that installs on other machines than alike ones.`,
          ),
        ]),
  ];
}

/** Those that a public index takes; `linux_x86_64` says nothing of the C library. */
const PORTABLE =
  /^(any|win32|win_amd64|win_arm64|macosx_\d+_\d+_\w+|manylinux(1|2010|2014|_\d+_\d+)_\w+|musllinux_\d+_\d+_\w+|ios_\d+_\d+_\w+|android_\d+_\w+|(pyodide|pyemscripten|emscripten)_\w+)$/;

const MAJOR = '1';

function checkWheelFile(wheel: string, filename: WheelFilename): readonly Finding[] {
  const headers = wheel.split(/\r\n|\r|\n/).map((line) => /^([\w-]+):\s*(.*?)\s*$/.exec(line));
  const values = (wanted: string) =>
    headers.flatMap((found) => (found?.[1]?.toLowerCase() === wanted ? [found[2] ?? ''] : []));
  const [version = ''] = values('wheel-version');
  const findings: Finding[] = [];
  if (!/^\d+\.\d+$/.test(version)) {
    findings.push(finding('STRICT', `Its WHEEL has no Wheel-Version that can be read: ${quote(version)}.`));
  } else if (version.split('.')[0] !== MAJOR) {
    findings.push(
      finding(
        'REFUSE',
        `Its Wheel-Version is ${quote(version)}, and installers know 1.x alone; build it as 1.0.`,
      ),
    );
  }
  const inside = new Set(values('tag').flatMap(expanded));
  const outside = new Set(
    expanded(
      [filename.pythonTags, filename.abiTags, filename.platformTags].map((tags) => tags.join('.')).join('-'),
    ),
  );
  if (inside.size !== outside.size || [...outside].some((tag) => !inside.has(tag))) {
    findings.push(
      finding('STRICT', 'The tags in its WHEEL are not those of its name; do not rename wheels.'),
    );
  }
  return findings;
}

const MAX_TAGS = 1_000;

/** `py2.py3-none-any` is two tags. */
function expanded(tag: string): string[] {
  const [pythons = [], abis = [], platforms = []] = tag.split('-').map((part) => part.split('.'));
  if (pythons.length * abis.length * platforms.length > MAX_TAGS) return [tag];
  return pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)),
  );
}

function finding(severity: Severity, text: string): Finding {
  return { severity, text };
}
