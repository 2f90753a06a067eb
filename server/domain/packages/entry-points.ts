// Whether installers can read `entry_points.txt`: a file of sections and `name = module:object` lines, whose scripts have
// names that are no paths. Entry points specification, "File format".

import { isUtf8 } from 'node:buffer';

import { quote } from '../names.ts';

const SCRIPTS = new Set(['console_scripts', 'gui_scripts']);

/** The end of a sentence that begins with the file's name, or null. */
export function entryPointsFault(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return 'is not UTF-8';
  let section: string | null = null;
  for (const line of bytes.toString('utf8').split(/\r\n|\r|\n/)) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    const header = /^\[([^\]]+)\]\s*$/.exec(line);
    if (header !== null) section = header[1]!;
    else if (section === null) return 'has lines before its first section';
    // A line that is indented goes on with the one before it.
    else if (!/^\s/.test(line)) {
      const [name, ...value] = line.split(/[=]/);
      if (value.length === 0) return `has a line without "=" in ${quote(section)}`;
      const isScript = SCRIPTS.has(section);
      if (isScript && !/^[\w.-]+$/.test(name!.trim())) {
        return `has a script whose name installers refuse: ${quote(name!.trim())}`;
      }
    }
  }
  return null;
}
