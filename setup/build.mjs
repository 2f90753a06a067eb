// Builds what runs: the server and the command line as one file each, the web page as static files that are compressed
// once here rather than on every request. `--only server|cli|web` builds a part. What is fresh is left alone.
import './node-version.mjs';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { unlessFresh } from './freshness.mjs';
import { refuse, root } from './steps.mjs';

const toolchain = ['package-lock.json', 'tsconfig.json', 'setup/build.mjs'];

/** @type {Record<string, { sources: string[], outputs: string[], make: () => Promise<void> }>} */
const parts = {
  server: {
    sources: ['server', 'schema.graphql', 'web/_generated/persisted-documents.json'],
    outputs: ['dist/server.mjs'],
    make: () => bundle('server/main.ts', 'dist/server.mjs'),
  },
  cli: {
    sources: ['client'],
    outputs: ['dist/cli.mjs'],
    make: () => bundle('client/cli/main.ts', 'dist/cli.mjs'),
  },
  web: { sources: ['web', 'client'], outputs: ['dist/web/index.html'], make: buildWeb },
};

for (const name of wantedParts(process.argv.slice(2))) {
  const { sources, outputs, make } = /** @type {(typeof parts)[string]} */ (parts[name]);
  await unlessFresh({ name: `build-${name}`, sources: [...sources, ...toolchain], outputs }, async () => {
    const begun = performance.now();
    await make();
    console.log(`Built ${outputs[0]} in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  });
}

/** @param {string[]} args */
function wantedParts(args) {
  if (args.length === 0) return Object.keys(parts);
  const [option, name = ''] = args;
  if (option !== '--only' || !(name in parts) || args.length > 2) {
    refuse(`Write \`--only\` and one of ${Object.keys(parts).join(', ')}, or nothing to build all of them.`);
  }
  return [name];
}

/**
 * @param {string} entry
 * @param {string} outfile
 */
async function bundle(entry, outfile) {
  const { build } = await import('esbuild');
  const folder = newFolder();
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, basename(outfile)),
    bundle: true,
    // Native packages cannot be bundled, and the others gain nothing from it: node_modules is there anyway.
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  }).catch(() => refuse(`${entry} could not be built; the errors are above.`));
  for (const name of readdirSync(folder)) renameSync(join(folder, name), join(root, dirname(outfile), name));
  rmSync(folder, { recursive: true });
}

/** Made beside the result and moved there whole: two builds at once, or one that breaks off, leave no half of one. */
function newFolder() {
  const folder = join(root, 'dist', `.${process.pid}-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What the page is made of is decided in web/vite.config.ts; where it goes, here. */
async function buildWeb() {
  const { build } = await import('vite');
  const output = newFolder();
  await build({
    root: join(root, 'web'),
    logLevel: 'warn',
    build: { outDir: output, emptyOutDir: true },
  }).catch((/** @type {Error} */ error) => refuse(`The web page could not be built. ${error.message}`));
  compressAssets(join(output, 'assets'));
  rmSync(join(root, 'dist/web'), { recursive: true, force: true });
  renameSync(output, join(root, 'dist/web'));
}

/**
 * Hashed names never change their contents, so the best and slowest compression is paid once.
 * @param {string} folder
 */
function compressAssets(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((name) => /\.(css|js|json|svg|txt)$/.test(name))) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
}
