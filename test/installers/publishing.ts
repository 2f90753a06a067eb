// How each client publishes a file that was built before, and how it is told to pass over one that exists.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as clients from './clients.ts';
import { type Ran, runClient } from './python.ts';

export type Publish = (
  uploading: clients.Uploading,
  file: string,
  skipsExisting: boolean,
) => Promise<{ exitCode: number | null }>;

const dull = { NO_COLOR: '1', COLUMNS: '2000', TERM: 'dumb' };

/** twine keeps `--skip-existing` for the public index, so that its judgement of our answer is asked for alone. */
export function twine(ofDebian: boolean): Publish {
  return async (uploading, file, skipsExisting) => {
    if (!skipsExisting) return clients.twineUpload(uploading, [file], [], { ofDebian });
    return { exitCode: (await clients.twineTakesForExisting(uploading, file, { ofDebian })) ? 0 : 1 };
  };
}

export async function poetry(
  uploading: clients.Uploading,
  file: string,
  skipsExisting: boolean,
): Promise<Ran> {
  const home = await project(uploading.folder, 'poetry', '', file);
  const args = [
    '--no-interaction',
    'publish',
    '--repository',
    'team',
    ...(skipsExisting ? ['--skip-existing'] : []),
  ];
  return runClient('poetry', args, {
    folder: home,
    environment: {
      ...dull,
      POETRY_REPOSITORIES_TEAM_URL: uploading.uploadUrl,
      POETRY_HTTP_BASIC_TEAM_USERNAME: '__token__',
      POETRY_HTTP_BASIC_TEAM_PASSWORD: uploading.token,
    },
  });
}

export async function pdm(uploading: clients.Uploading, file: string, skipsExisting: boolean): Promise<Ran> {
  const home = await project(uploading.folder, 'pdm', '', file);
  return runClient('pdm', ['publish', '--no-build', ...(skipsExisting ? ['--skip-existing'] : [])], {
    folder: home,
    environment: {
      ...dull,
      PDM_PUBLISH_REPO: uploading.uploadUrl,
      PDM_PUBLISH_USERNAME: '__token__',
      PDM_PUBLISH_PASSWORD: uploading.token,
    },
  });
}

/** hatch looks at `+simple` by itself, whether a file is there, and passes over it. */
export async function hatch(uploading: clients.Uploading, file: string): Promise<Ran> {
  const home = await project(uploading.folder, 'hatch', '', file);
  return runClient('hatch', ['publish', '--no-prompt', '--repo', uploading.uploadUrl, file], {
    folder: home,
    environment: { ...dull, HATCH_INDEX_USER: '__token__', HATCH_INDEX_AUTH: uploading.token },
  });
}

/** A project of a client in a folder of its own, with a file of ours as if it had been built there. */
export async function project(folder: string, prefix: string, more: string, file?: string): Promise<string> {
  const home = await mkdtemp(join(folder, `${prefix}-`));
  const [, wheel = '', version = '1.0'] = /([^/]+?)-([^-]+)-py3/.exec(file ?? '') ?? [];
  const name = wheel.replaceAll('_', '-') || `acme-${prefix}`;
  const about = `name = "${name}"\nversion = "${version}"\nrequires-python = ">=3.9"\n`;
  await writeFile(join(home, 'pyproject.toml'), `[project]\n${about}${more}`);
  if (file === undefined) return home;
  await mkdir(join(home, 'dist'));
  await runClient('python', ['-c', `import shutil; shutil.copy(${JSON.stringify(file)}, "dist")`], {
    folder: home,
  });
  return home;
}
