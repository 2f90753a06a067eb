#!/usr/bin/env node
// The one entry of the command line: a command that works on the server's own files becomes the server, every other
// one the typed client, which imports nothing of the server but the format of macaroons. In a checkout both are built
// first when their sources are newer; whatever that says goes to standard error, because standard output belongs to the
// command.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { operatorCommands } from './operator-commands.mjs';
import { root } from './steps.mjs';

const [command = '', ...rest] = process.argv.slice(2);

process.setSourceMapsEnabled(true);
if (operatorCommands.includes(command)) {
  process.env.NODE_ENV ??= 'production';
  if (command === 'serve')
    makeReady(['dist/server.mjs', 'dist/web/index.html'], ['server', 'web', 'client'], []);
  else makeReady(['dist/server.mjs'], ['server'], ['--only', 'server']);
  await load('dist/server.mjs');
} else {
  makeReady(['dist/cli.mjs'], ['client', 'server/domain/tokens/macaroon'], ['--only', 'cli']);
  const cli = /** @type {{ main: (args: string[]) => Promise<number> }} */ (await load('dist/cli.mjs'));
  process.exitCode = await cli.main(command === '' ? [] : [command, ...rest]);
}

/**
 * Asks for a build only when it could change something, so that a command costs no second process.
 * @param {string[]} outputs
 * @param {string[]} sources
 * @param {string[]} part of the build
 */
function makeReady(outputs, sources, part) {
  const oldestOutput = Math.min(...outputs.map((path) => newestBelow(path)));
  if (oldestOutput >= Math.max(...[...sources, 'package.json', 'setup/build.mjs'].map(newestBelow))) return;
  const isInstalled = ['node_modules/.package-lock.json', 'server/storage/_generated'].every(newestBelow);
  if (!isInstalled) run('install.mjs', []);
  run('build.mjs', part);
  // The build leaves alone what has the same contents as before; this says that it was looked at.
  for (const path of outputs) utimesSync(join(root, path), new Date(), new Date());
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function run(script, args) {
  const { status, error } = spawnSync(process.execPath, [join(root, 'setup', script), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 130);
}

/**
 * When something below this path last changed, in milliseconds; 0 when there is nothing.
 * @param {string} path below the root
 * @returns {number}
 */
function newestBelow(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(join(root, path)).map((name) => newestBelow(join(path, name))));
}

/**
 * @param {string} path below the root
 * @returns {Promise<unknown>} the module that was built there
 */
function load(path) {
  return import(pathToFileURL(join(root, path)).href);
}
