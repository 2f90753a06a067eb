// The real clients of `.venv`, and those of Debian in `.venv/debian`, run in surroundings of their own: no configuration, cache, credentials or
// proxy of the person or machine that runs the tests reaches them, unless a test asks for the machine's on purpose.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = fileURLToPath(new URL('../../.venv/bin', import.meta.url));

/** Why these clients cannot run here, for `describe.skipIf`; undefined where they can. */
export const whyNoClients: string | undefined =
  process.env.WHEELHOUSE_TEST_SKIP_CLIENTS ??
  (['twine', 'poetry', 'pdm', 'flit', 'hatch', '../debian/bin/twine'].every((client) =>
    existsSync(join(programs, client)),
  )
    ? undefined
    : 'there is no whole .venv yet; `npm test` makes it');

export type Ran = { exitCode: number | null; stdout: string; stderr: string };

export type Surroundings = {
  /** Home, caches and temporary files of the client; made when it is missing. */
  folder: string;
  /** Where it is started. Absent: in `folder`. */
  startIn?: string;
  /** Added to the client's environment, such as `TWINE_PASSWORD`. */
  environment?: Record<string, string>;
  /** True runs the old one of Debian; pip and twine alone are there. */
  ofDebian?: boolean;
  /** True lets the client see this machine's settings too, which say where public packages come from. */
  asConfigured?: boolean;
};

/** Runs a client to its end. A failing exit code is an answer like any other, for the test to judge. */
export async function runClient(
  client: 'python' | 'pip' | 'uv' | 'twine' | 'poetry' | 'pdm' | 'flit' | 'hatch',
  args: string[],
  { folder, startIn = folder, environment = {}, ofDebian = false, asConfigured = false }: Surroundings,
): Promise<Ran> {
  await mkdir(join(folder, 'tmp'), { recursive: true });
  const inherited = asConfigured ? process.env : { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  // Started as modules, because the scripts beside them name the folder they were made in.
  const [program, prefix] =
    client === 'uv' ? ['uv', []] : ['python', client === 'python' ? [] : ['-m', client]];
  const child = spawn(join(programs, ofDebian ? '../debian/bin' : '.', program), [...prefix, ...args], {
    cwd: startIn,
    env: { ...inherited, ...(asConfigured ? {} : ownSurroundings(folder)), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/**
 * Makes an environment with nothing installed, and answers the path of its Python. Install into it with
 * `pip --python PATH install …` or `uv pip install --python PATH …`.
 */
export async function makeEmptyEnvironment(folder: string): Promise<string> {
  const environment = join(folder, 'environment');
  const made = await runClient('uv', ['venv', '--python', join(programs, 'python'), environment], { folder });
  if (made.exitCode !== 0) throw new Error(`uv could not make an environment: ${made.stderr}`);
  return join(environment, 'bin/python');
}

function ownSurroundings(folder: string): Record<string, string> {
  return {
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    NO_PROXY: '*',
    PIP_CONFIG_FILE: '/dev/null',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    UV_NO_CONFIG: '1',
    UV_NO_PROGRESS: '1',
    UV_PYTHON_DOWNLOADS: 'never',
    TWINE_NON_INTERACTIVE: '1',
    PDM_CHECK_UPDATE: '0',
    POETRY_VIRTUALENVS_IN_PROJECT: 'true',
    PYTHON_KEYRING_BACKEND: 'keyring.backends.null.Keyring',
  };
}
