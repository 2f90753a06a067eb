// What each tool takes as its configuration, with one token in one index. The forms are those of the tools' own pages
// and are tried with the tools themselves. Where a tool reads variables, the secret stays out of files and of the
// command line; a public index is read without it.

import type { ConfigurationPart, Use } from './configuration.ts';

const VARIABLES = 'Set it where the tool runs: a shell, or the secrets of a job.';

export function pip({ index, plaintext, reads }: Use): ConfigurationPart[] {
  if (reads === null) return [];
  const url = reads === 'openly' ? index.simpleUrl : withCredentials(index.simpleUrl, plaintext);
  return [
    {
      title: 'pip.conf',
      place:
        'Save it as ~/.config/pip/pip.conf, or as pip.conf in a virtual environment (pip.ini on Windows).',
      text: lines('[global]', `index-url = ${url}`),
    },
  ];
}

export function uv({ index, name, plaintext, reads, uploads }: Use): ConfigurationPart[] {
  const variables = {
    ...(reads !== null && { UV_DEFAULT_INDEX: `${name}=${index.simpleUrl}` }),
    ...(reads === 'withToken' && credentials(`UV_INDEX_${shouted(name)}`, plaintext)),
    ...(uploads && { UV_PUBLISH_URL: index.url, UV_PUBLISH_TOKEN: plaintext }),
  };
  if (Object.keys(variables).length === 0) return [];
  const then = uploads ? ' Then "uv publish" uploads what is in dist/.' : '';
  return [
    { title: 'Environment for uv', place: `${VARIABLES}${then}`, text: exports(variables) },
    ...(reads === null ? [] : [uvToml(index.simpleUrl, name)]),
  ];
}

function uvToml(url: string, name: string): ConfigurationPart {
  return {
    title: 'uv.toml',
    place:
      'In place of UV_DEFAULT_INDEX: save it as ~/.config/uv/uv.toml, or beside pyproject.toml. It holds no secret.',
    text: lines('[[index]]', `name = "${name}"`, `url = "${url}"`, 'default = true'),
  };
}

export function poetry({ index, name, plaintext, reads, tokenReads, uploads }: Use): ConfigurationPart[] {
  // It shows what it uploads with wherever it reads below the same address, so a token that does not read would be
  // refused there, open as the index is.
  const source = uploads && !tokenReads ? null : reads;
  const needsToken = source === 'withToken' || uploads;
  return [
    ...(needsToken
      ? [
          {
            title: 'Environment for poetry',
            place: VARIABLES,
            text: exports(credentials(`POETRY_HTTP_BASIC_${shouted(name)}`, plaintext)),
          },
        ]
      : []),
    ...(source === null ? [] : [poetrySource(index.simpleUrl, name)]),
    ...(uploads ? [poetryPublish(index.url, name)] : []),
  ];
}

function poetrySource(url: string, name: string): ConfigurationPart {
  return {
    title: 'pyproject.toml for poetry',
    place: 'Add it to pyproject.toml; the public index is not asked then. It holds no secret.',
    text: lines('[[tool.poetry.source]]', `name = "${name}"`, `url = "${url}"`, 'priority = "primary"'),
  };
}

function poetryPublish(url: string, name: string): ConfigurationPart {
  return {
    title: 'Publish with poetry',
    place: 'The first line once on each machine; the second builds and uploads.',
    text: lines(`poetry config repositories.${name} ${url}`, `poetry publish --build --repository ${name}`),
  };
}

export function pdm({ index, plaintext, reads, uploads }: Use): ConfigurationPart[] {
  const variables = {
    ...(reads !== null && { PDM_PYPI_URL: index.simpleUrl }),
    ...(reads === 'withToken' && credentials('PDM_PYPI', plaintext)),
    ...(uploads && { PDM_PUBLISH_REPO: index.url, ...credentials('PDM_PUBLISH', plaintext) }),
  };
  if (Object.keys(variables).length === 0) return [];
  const then = uploads ? ' Then "pdm publish" builds and uploads.' : '';
  return [
    { title: 'Environment for pdm', place: `${VARIABLES}${then}`, text: exports(variables) },
    ...(reads === null ? [] : [pdmSource(index.simpleUrl)]),
  ];
}

/** Under the name of the public index it takes its place; under another it would stand beside it. */
function pdmSource(url: string): ConfigurationPart {
  return {
    title: 'pyproject.toml for pdm',
    place:
      'In place of PDM_PYPI_URL: add it to pyproject.toml. The name has to be pypi, so that the public index is not asked. It holds no secret.',
    text: lines('[[tool.pdm.source]]', 'name = "pypi"', `url = "${url}"`),
  };
}

export function twine({ index, name, plaintext, uploads }: Use): ConfigurationPart[] {
  if (!uploads) return [];
  return [
    {
      title: '.pypirc',
      place: 'Save it as ~/.pypirc, readable by you alone.',
      text: lines(
        '[distutils]',
        'index-servers =',
        `    ${name}`,
        '',
        `[${name}]`,
        `repository = ${index.url}`,
        'username = __token__',
        `password = ${plaintext}`,
      ),
    },
    {
      title: 'Upload with twine',
      place: 'This uploads what is in dist/.',
      text: lines(`twine upload --repository ${name} dist/*`),
    },
  ];
}

/** A machine there is a host without a port, so the token goes to whatever listens on the host. */
export function netrc({ index, plaintext, reads }: Use): ConfigurationPart[] {
  if (reads !== 'withToken') return [];
  const { hostname, port } = new URL(index.simpleUrl);
  const machine = hostname.replaceAll(/[[\]]/g, '');
  const everyPort = port === '' ? '' : ` It names no port: the token is shown to everything at ${machine}.`;
  return [
    {
      title: '.netrc',
      place: `Save it as ~/.netrc, readable by you alone; pip, uv and curl look there.${everyPort}`,
      text: lines(`machine ${machine}`, 'login __token__', `password ${plaintext}`),
    },
    {
      title: 'pip.conf without a secret',
      place: 'Beside .netrc: save it as ~/.config/pip/pip.conf, or as pip.conf in a virtual environment.',
      text: lines('[global]', `index-url = ${index.simpleUrl}`),
    },
  ];
}

export function environment({ index, plaintext, reads, uploads }: Use): ConfigurationPart[] {
  const readUrl = reads === 'openly' ? index.simpleUrl : withCredentials(index.simpleUrl, plaintext);
  const variables = {
    ...(reads !== null && { PIP_INDEX_URL: readUrl, UV_DEFAULT_INDEX: readUrl }),
    ...(uploads && {
      TWINE_REPOSITORY_URL: index.url,
      ...credentials('TWINE', plaintext),
      UV_PUBLISH_URL: index.url,
      UV_PUBLISH_TOKEN: plaintext,
    }),
  };
  if (Object.keys(variables).length === 0) return [];
  return [{ title: 'Environment', place: VARIABLES, text: exports(variables) }];
}

export function apiEnvironment(serverUrl: string, plaintext: string): ConfigurationPart {
  return {
    title: 'Environment for the API',
    place: 'Set it where the command line or a script with the typed client runs.',
    text: exports({ WHEELHOUSE_SERVER: serverUrl, WHEELHOUSE_TOKEN: plaintext }),
  };
}

function credentials(prefix: string, plaintext: string): Record<string, string> {
  return { [`${prefix}_USERNAME`]: '__token__', [`${prefix}_PASSWORD`]: plaintext };
}

function withCredentials(url: string, plaintext: string): string {
  return url.replace('://', `://__token__:${encodeURIComponent(plaintext)}@`);
}

/** Variables know no sign but the underscore. */
function shouted(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function exports(variables: Record<string, string>): string {
  return lines(...Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`));
}

/** As a shell reads it; the host of an address may be an IPv6 address in brackets, which are a pattern there. */
function quoted(value: string): string {
  return /^[\w.:/@=%+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
