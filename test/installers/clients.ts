// What the tests here do with the real clients, one verb each: the options that keep a client to our index and to this
// machine are decided here, and credentials travel in the environment, as in the snippets that the web page shows.
import { fileURLToPath } from 'node:url';

import { type Ran, runClient } from './python.ts';

export type Uploading = { folder: string; uploadUrl: string; token: string };
export type Reading = { folder: string; simpleUrl: string; token: string };

/** Wide enough that no sentence is broken into lines before a test reads it. */
const wide = { COLUMNS: '2000', NO_COLOR: '1', TERM: 'dumb' };

const fetchSdists = fileURLToPath(new URL('download_sdists.py', import.meta.url));

/** The machine that every wheel of the set runs on, so that downloads do not depend on the one that tests. */
const linuxWithPython311 = [
  ...['--python-version', '3.11', '--implementation', 'cp'],
  ...['cp311', 'abi3', 'none'].flatMap((abi) => ['--abi', abi]),
  ...['manylinux_2_28_x86_64', 'manylinux2014_x86_64', 'any'].flatMap((platform) => ['--platform', platform]),
];

export function twineUpload(
  { folder, uploadUrl, token }: Uploading,
  files: string[],
  options: string[] = [],
  which: { ofDebian?: boolean } = {},
) {
  const environment = {
    ...wide,
    TWINE_REPOSITORY_URL: uploadUrl,
    TWINE_USERNAME: '__token__',
    TWINE_PASSWORD: token,
  };
  const args = ['upload', '--disable-progress-bar', ...options, ...files];
  return runClient('twine', args, { folder, environment, ...which });
}

/**
 * Whether `twine upload --skip-existing` would go on to the next file after our answer. twine keeps that option for the
 * public index and refuses it for every other before it sends anything, so its judgement is asked for alone.
 */
export async function twineTakesForExisting(
  { folder, uploadUrl, token }: Uploading,
  file: string,
  which: { ofDebian?: boolean } = {},
): Promise<boolean> {
  const judge = `
import sys
from twine.commands.upload import skip_upload
from twine.package import PackageFile
from twine.settings import Settings
url, token, file = sys.argv[1:]
settings = Settings(repository_url=url, username="__token__", password=token, disable_progress_bar=True)
package = PackageFile.from_filename(file, None)
print(skip_upload(settings.create_repository().upload(package), True, package))`;
  const { exitCode, stdout, stderr } = await runClient('python', ['-c', judge, uploadUrl, token, file], {
    folder,
    ...which,
  });
  if (exitCode !== 0) throw new Error(`twine could not be asked: ${stderr}`);
  // twine's own progress comes before it.
  return stdout.trim().split('\n').at(-1) === 'True';
}

export function uvPublish({ folder, uploadUrl, token }: Uploading, files: string[], options: string[] = []) {
  const environment = { ...wide, UV_PUBLISH_URL: uploadUrl, UV_PUBLISH_TOKEN: token };
  return runClient('uv', ['publish', '--no-cache', ...options, ...files], { folder, environment });
}

/** What uv has in place of an option that skips what exists: it looks at the project page first. */
export function uvPublishUnlessThere(uploading: Uploading, reading: Reading, files: string[]) {
  return uvPublish(uploading, files, ['--check-url', withCredentials(reading)]);
}

export function pipDownloadWheels(reading: Reading, into: string, requirements: string[]) {
  const choice = ['--no-deps', '--only-binary', ':all:', ...linuxWithPython311];
  return pip(reading, ['download', '--no-cache-dir', ...choice, '--dest', into, ...requirements]);
}

/**
 * `pip download` runs the build of a source distribution to learn its dependencies, `--no-deps` or not, and a build
 * would need the public index; so pip's own finder, session and hash check are asked for the file alone.
 */
export function pipDownloadSdists(reading: Reading, into: string, requirements: string[]) {
  return runClient('python', [fetchSdists, into, ...requirements], surroundingsOf(reading));
}

export function pipInstall(
  reading: Reading,
  python: string,
  requirements: string[],
  options = ['--no-cache-dir'],
) {
  return pip(reading, ['--python', python, 'install', '--only-binary', ':all:', ...options, ...requirements]);
}

export function uvInstall(
  reading: Reading,
  python: string,
  requirements: string[],
  options = ['--no-cache'],
) {
  const environment = { ...wide, UV_DEFAULT_INDEX: withCredentials(reading), UV_LINK_MODE: 'copy' };
  const args = ['pip', 'install', '--python', python, '--only-binary', ':all:', ...options, ...requirements];
  return runClient('uv', args, { folder: reading.folder, environment });
}

/** As an installer asks: JSON of the project page. */
export function getPage({ simpleUrl, token }: Omit<Reading, 'folder'>, project = ''): Promise<Response> {
  const accept = 'application/vnd.pypi.simple.v1+json';
  return fetch(new URL(project && `${project}/`, simpleUrl), { headers: { accept, ...basic(token) } });
}

export type ListedFile = { filename: string; url: string; hashes: { sha256: string }; size: number };

export async function listedFiles(reading: Omit<Reading, 'folder'>, project: string): Promise<ListedFile[]> {
  const page = await getPage(reading, project);
  if (!page.ok) throw new Error(`The page of ${project} answered ${page.status}: ${await page.text()}`);
  return ((await page.json()) as { files: ListedFile[] }).files;
}

export function basic(token: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`__token__:${token}`).toString('base64')}` };
}

/** Everything that the client wrote, for comparing with a sentence. */
export function words({ stdout, stderr }: Ran): string {
  return `${stdout}\n${stderr}`.replace(/\s+/g, ' ');
}

function pip(reading: Reading, args: string[]) {
  return runClient('pip', args, surroundingsOf(reading));
}

function surroundingsOf(reading: Reading) {
  return { folder: reading.folder, environment: { ...wide, PIP_INDEX_URL: withCredentials(reading) } };
}

function withCredentials({ simpleUrl, token }: Reading): string {
  return Object.assign(new URL(simpleUrl), { username: '__token__', password: token }).href;
}
