// Makes the Python environment in `.venv` with the pinned pip, uv, twine, Poetry and PDM, and finds a browser: the real
// clients of the slow tests. Where one cannot be had it answers the reason; whether that is a failure the caller decides.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './steps.mjs';

const environment = join(root, '.venv');
const requirements = join(root, 'test/installers/requirements.txt');
const stampFile = join(environment, 'made-from.sha256');

/**
 * The reason why the Python clients are missing, or undefined once they are there.
 * @returns {string | undefined}
 */
export function missingPythonClients() {
  const stamp = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && works('.venv/bin/python'))
    return undefined;

  if (!works('python3')) return 'there is no python3 on the path';
  console.log('Making the Python environment with pip, uv, twine, Poetry and PDM in .venv.');
  rmSync(environment, { recursive: true, force: true });
  const made = run('python3', ['-m', 'venv', environment]);
  if (!made.succeeded) {
    return `\`python3 -m venv\` failed (Debian and Ubuntu: \`apt-get install python3-venv\`): ${made.lastLine}`;
  }
  const python = join(environment, 'bin/python');
  const installed = run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements]);
  if (!installed.succeeded)
    return `pip could not install test/installers/requirements.txt: ${installed.lastLine}`;
  writeFileSync(stampFile, stamp);
  return undefined;
}

/**
 * The path of a Chromium or Chrome, or undefined. `WHEELHOUSE_TEST_BROWSER` names one that is not on the path.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.WHEELHOUSE_TEST_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find((path) => existsSync(path));
}

/** @param {string} python */
function works(python) {
  return run(python, ['--version']).succeeded;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n');
  return { succeeded: status === 0, lastLine: lines.at(-1) ?? '' };
}
