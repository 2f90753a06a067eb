// How the commands in this folder run each other and other programs: as child processes, so that what a build keeps in
// memory is gone before the server starts, and no dependency is needed to read these files.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs one of the commands beside this file in the same terminal, and ends this process when it fails.
 * @param {string} script file name
 * @param {string[]} args
 */
export function step(script, ...args) {
  const { status } = runNode([join(root, 'setup', script), ...args]);
  if (status !== 0) process.exit(status);
}

/**
 * Runs a program of a dependency in the same terminal and answers its exit code.
 * @param {string} file path below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 */
export function runTool(file, args, env = {}) {
  return runNode([join(root, 'node_modules', file), ...args], env).status;
}

/**
 * Runs the npm that started this command, else the one beside this Node, else the one on the path.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 */
export function runNpm(args, env = {}) {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath ?? '', beside].find(
    (path) => path.endsWith('npm-cli.js') && existsSync(path),
  );
  const [program, prefix] = script ? [process.execPath, [script]] : ['npm', []];
  const result = spawnSync(program, [...prefix, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? result.error.message : ''}`;
  return { succeeded: result.status === 0, output };
}

/**
 * Ends this process with one line that says what is wrong and what to do.
 * @param {string} sentence
 * @returns {never}
 */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * @param {string} path below the root
 * @returns {unknown}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function runNode(args, env = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (result.error) throw result.error;
  // A child that a signal ended counts as failed; 130 is what a shell reports for Ctrl-C.
  return { status: result.status ?? 130 };
}
