/**
 * Fails the build when what the first page needs grows past its budget, counted as a browser receives it: gzipped,
 * the entry with everything it imports statically, without what is loaded later.
 */
import { gzipSync } from 'node:zlib';

import type { Plugin, Rolldown } from 'vite';

const kibibyte = 1024;
const budget = { js: 180 * kibibyte, css: 40 * kibibyte };

export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    enforce: 'post',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    writeBundle(_options, bundle) {
      const files = firstLoad(bundle);
      for (const kind of ['js', 'css'] as const) {
        const bytes = files
          .filter(({ name }) => name.endsWith(`.${kind}`))
          .reduce((sum, { code }) => sum + gzipped(code), 0);
        if (bytes > budget[kind]) {
          this.error(
            `The first page needs ${inKibibytes(bytes)} of ${kind}, gzipped; its budget is ${inKibibytes(budget[kind])}. ` +
              'Load a part of it later, or leave something out.',
          );
        }
      }
    },
  };
}

interface LoadedFile {
  name: string;
  code: string | Uint8Array;
}

function firstLoad(bundle: Rolldown.OutputBundle): LoadedFile[] {
  const loaded = new Map<string, LoadedFile>();
  const load = (name: string): void => {
    const file = bundle[name];
    if (!file || loaded.has(name)) return;
    if (file.type === 'asset') {
      loaded.set(name, { name, code: file.source });
      return;
    }
    loaded.set(name, { name, code: file.code });
    file.imports.forEach(load);
    file.viteMetadata?.importedCss.forEach(load);
  };
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.isEntry) load(file.fileName);
  }
  return [...loaded.values()];
}

function gzipped(code: string | Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}

function inKibibytes(bytes: number): string {
  return `${(bytes / kibibyte).toFixed(1)} KiB`;
}
