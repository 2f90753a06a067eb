// Makes the Python environments of the slow tests, and finds a browser: in `.venv` the newest pip, uv, twine, Poetry, PDM,
// flit and hatch, in `.venv/debian` the pip and twine of a Debian that many still run. Where one cannot be had it answers the reason; whether that is a failure the caller decides.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './steps.mjs';

const environments = [
  { folder: '.venv', requirements: 'requirements.txt', holds: 'pip, uv, twine, Poetry, PDM, flit and hatch' },
  { folder: '.venv/debian', requirements: 'requirements-debian.txt', holds: 'the pip and twine of Debian' },
];

/**
 * The reason why the Python clients are missing, or undefined once they are there.
 * @returns {string | undefined}
 */
export function missingPythonClients() {
  for (const environment of environments) {
    const reason = missingFrom(environment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** @param {(typeof environments)[number]} wanted */
function missingFrom({ folder, requirements, holds }) {
  const environment = join(root, folder);
  const python = join(environment, 'bin/python');
  const file = join('test/installers', requirements);
  const stampFile = join(environment, 'made-from.sha256');
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && works(python)) return undefined;

  if (!works('python3')) return 'there is no python3 on the path';
  console.log(`Making the Python environment with ${holds} in ${folder}.`);
  rmSync(environment, { recursive: true, force: true });
  const made = run('python3', ['-m', 'venv', environment]);
  if (!made.succeeded) {
    return `\`python3 -m venv\` failed (Debian and Ubuntu: \`apt-get install python3-venv\`): ${made.lastLine}`;
  }
  const installed = run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', file]);
  if (!installed.succeeded) return `pip could not install ${file}: ${installed.lastLine}`;
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
