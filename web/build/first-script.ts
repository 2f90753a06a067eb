/**
 * Puts one classic script at the top of <head>, as a hashed file of our own origin: it must run before the first
 * paint, which a module cannot, and the content policy allows no inline script.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

export function firstScript(file: string): Plugin {
  const name = basename(file);
  return {
    name: 'first-script',
    buildStart() {
      if (this.environment.mode === 'build')
        this.emitFile({ type: 'asset', name, source: readFileSync(file) });
    },
    transformIndexHtml(html, { bundle }) {
      const src = `/ui/${bundle === undefined ? name : hashedName(bundle, name)}`;
      const tag: HtmlTagDescriptor = { tag: 'script', attrs: { src }, injectTo: 'head-prepend' };
      return { html, tags: [tag] };
    },
  };
}

function hashedName(bundle: Rolldown.OutputBundle, name: string): string {
  const output = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name));
  if (!output) throw new Error(`The build made no file from ${name}.`);
  return output.fileName;
}
