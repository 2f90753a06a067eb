// People paste these texts into files that tools read, so they are frozen whole. If you mean a change, try the new
// text with the tool first: test/installers/configurations.test.ts does.
import { describe, expect, test } from 'vitest';

import { type ConfigurableIndex, configurationsFor } from '../../../server/domain/tokens/configuration.ts';

const index: ConfigurableIndex = {
  path: 'team/my.prod',
  url: 'https://index.example/team/my.prod/',
  simpleUrl: 'https://index.example/team/my.prod/simple/',
  canRead: true,
  canUpload: true,
  isPublic: false,
};
const publicIndex = { ...index, isPublic: true };
const plaintext = 'wh_pat_7abcdefghijklmnopqrstu_SecretSecretSecret';
const serverUrl = 'https://index.example';

const textsIn = (where: ConfigurableIndex, ...scopes: string[]): Record<string, string> =>
  Object.fromEntries(
    configurationsFor({ scopes, indexes: [where], plaintext, serverUrl }).flatMap(({ tool, parts }) =>
      parts.map(({ title, text }) => [`${tool}: ${title}`, text]),
    ),
  );

const pipWithToken = `[global]\nindex-url = https://__token__:${plaintext}@index.example/team/my.prod/simple/\n`;
const tomlForUv =
  '[[index]]\nname = "team-my-prod"\nurl = "https://index.example/team/my.prod/simple/"\ndefault = true\n';
const tomlForPoetry =
  '[[tool.poetry.source]]\nname = "team-my-prod"\nurl = "https://index.example/team/my.prod/simple/"\npriority = "primary"\n';
const tomlForPdm = '[[tool.pdm.source]]\nname = "pypi"\nurl = "https://index.example/team/my.prod/simple/"\n';
const forPoetry = `export POETRY_HTTP_BASIC_TEAM_MY_PROD_USERNAME=__token__\nexport POETRY_HTTP_BASIC_TEAM_MY_PROD_PASSWORD=${plaintext}\n`;

const uvReads = `export UV_DEFAULT_INDEX=team-my-prod=https://index.example/team/my.prod/simple/\nexport UV_INDEX_TEAM_MY_PROD_USERNAME=__token__\nexport UV_INDEX_TEAM_MY_PROD_PASSWORD=${plaintext}\n`;
const uvPublishes = `export UV_PUBLISH_URL=https://index.example/team/my.prod/\nexport UV_PUBLISH_TOKEN=${plaintext}\n`;
const pdmReads = `export PDM_PYPI_URL=https://index.example/team/my.prod/simple/\nexport PDM_PYPI_USERNAME=__token__\nexport PDM_PYPI_PASSWORD=${plaintext}\n`;
const pdmPublishes = `export PDM_PUBLISH_REPO=https://index.example/team/my.prod/\nexport PDM_PUBLISH_USERNAME=__token__\nexport PDM_PUBLISH_PASSWORD=${plaintext}\n`;
const environmentReads = `export PIP_INDEX_URL=https://__token__:${plaintext}@index.example/team/my.prod/simple/\nexport UV_DEFAULT_INDEX=https://__token__:${plaintext}@index.example/team/my.prod/simple/\n`;
const environmentPublishes = `export TWINE_REPOSITORY_URL=https://index.example/team/my.prod/\nexport TWINE_USERNAME=__token__\nexport TWINE_PASSWORD=${plaintext}\n${uvPublishes}`;

const tomls = {
  'UV: uv.toml': tomlForUv,
  'POETRY: pyproject.toml for poetry': tomlForPoetry,
  'PDM: pyproject.toml for pdm': tomlForPdm,
};
const netrc = {
  'NETRC: .netrc': `machine index.example\nlogin __token__\npassword ${plaintext}\n`,
  'NETRC: pip.conf without a secret': '[global]\nindex-url = https://index.example/team/my.prod/simple/\n',
};
const publishing = {
  'POETRY: Environment for poetry': forPoetry,
  'POETRY: Publish with poetry':
    'poetry config repositories.team-my-prod https://index.example/team/my.prod/\npoetry publish --build --repository team-my-prod\n',
  'TWINE: .pypirc': `[distutils]\nindex-servers =\n    team-my-prod\n\n[team-my-prod]\nrepository = https://index.example/team/my.prod/\nusername = __token__\npassword = ${plaintext}\n`,
  'TWINE: Upload with twine': 'twine upload --repository team-my-prod dist/*\n',
};
const installing = {
  'PIP: pip.conf': pipWithToken,
  'UV: Environment for uv': uvReads,
  'POETRY: Environment for poetry': forPoetry,
  'PDM: Environment for pdm': pdmReads,
  'ENVIRONMENT: Environment': environmentReads,
  ...tomls,
  ...netrc,
};
const uploading = {
  'UV: Environment for uv': uvPublishes,
  'PDM: Environment for pdm': pdmPublishes,
  'ENVIRONMENT: Environment': environmentPublishes,
  ...publishing,
};
const both = {
  'PIP: pip.conf': pipWithToken,
  'UV: Environment for uv': uvReads + uvPublishes,
  'PDM: Environment for pdm': pdmReads + pdmPublishes,
  'ENVIRONMENT: Environment': environmentReads + environmentPublishes,
  ...publishing,
  ...tomls,
  ...netrc,
};
const openly = {
  'PIP: pip.conf': '[global]\nindex-url = https://index.example/team/my.prod/simple/\n',
  'UV: Environment for uv':
    'export UV_DEFAULT_INDEX=team-my-prod=https://index.example/team/my.prod/simple/\n',
  'PDM: Environment for pdm': 'export PDM_PYPI_URL=https://index.example/team/my.prod/simple/\n',
  'ENVIRONMENT: Environment':
    'export PIP_INDEX_URL=https://index.example/team/my.prod/simple/\nexport UV_DEFAULT_INDEX=https://index.example/team/my.prod/simple/\n',
  ...tomls,
};

describe('the configurations of a token', () => {
  test.each([
    ['install, and nothing else, with a token that may read', index, ['index:read'], installing],
    ['publish, and nothing else, with a token that may upload', index, ['index:upload'], uploading],
    ['do both with a token that may do both', index, ['index:read', 'index:upload'], both],
    ['are none for a token that may do neither', index, [], {}],
    [
      'do not publish where its owner may not upload',
      { ...index, canUpload: false },
      ['index:read', 'index:upload'],
      installing,
    ],
    [
      'do not install where its owner may not read',
      { ...index, canRead: false },
      ['index:read', 'index:upload'],
      uploading,
    ],
    [
      'are none where its owner may do neither',
      { ...index, canRead: false, canUpload: false },
      ['index:read', 'index:upload'],
      {},
    ],
    ['install without the token from an index that everybody reads', publicIndex, ['index:read'], openly],
    [
      'of a token for the API are none for tools, with an index that everybody reads',
      publicIndex,
      ['indexes:read'],
      {
        'ENVIRONMENT: Environment for the API': `export WHEELHOUSE_SERVER=https://index.example\nexport WHEELHOUSE_TOKEN=${plaintext}\n`,
      },
    ],
  ])('%s', (_title, where, scopes, expected) => {
    expect(textsIn(where, ...scopes)).toEqual(expected);
  });

  test('of a token that only uploads read a public index without it, and leave out what would show it there', () => {
    const texts = textsIn(publicIndex, 'index:upload');
    expect(texts['PIP: pip.conf']).toBe(openly['PIP: pip.conf']);
    expect(texts['UV: Environment for uv']).toBe(openly['UV: Environment for uv'] + uvPublishes);
    expect(texts['PDM: Environment for pdm']).toBe(openly['PDM: Environment for pdm'] + pdmPublishes);
    expect(Object.keys(texts).filter((title) => /^NETRC|toml for poetry/.test(title))).toEqual([]);
  });

  test('come by index and then by tool, and those for the API last', () => {
    const indexes = [index, { ...publicIndex, path: 'team/other' }];
    const order = configurationsFor({ scopes: ['index:read', 'audit:read'], indexes, plaintext, serverUrl });
    expect(order.map(({ packageIndex, tool }) => `${packageIndex ?? 'API'} ${tool}`)).toEqual([
      ...['PIP', 'UV', 'POETRY', 'PDM', 'NETRC', 'ENVIRONMENT'].map((tool) => `team/my.prod ${tool}`),
      ...['PIP', 'UV', 'POETRY', 'PDM', 'ENVIRONMENT'].map((tool) => `team/other ${tool}`),
      'API ENVIRONMENT',
    ]);
  });

  test('X11: never name a second index, and never loosen the transport', () => {
    const all = JSON.stringify(textsIn(index, 'index:read', 'index:upload', 'indexes:read'));
    expect(all).not.toMatch(/extra-index|extra_index|trusted-host|insecure|verify|find-links/i);
  });

  test('hold the token in the first part of a tool, if anywhere', () => {
    const late = configurationsFor({
      scopes: ['index:read', 'index:upload'],
      indexes: [index],
      plaintext,
      serverUrl,
    }).flatMap(({ parts }) => parts.slice(1).filter(({ text }) => text.includes(plaintext)));
    expect(late).toEqual([]);
  });

  test('say that a port is no part of what .netrc goes by, and quote what a shell would take for a pattern', () => {
    const simpleUrl = 'http://[2001:db8::1]:3141/team/my.prod/simple/';
    const configurations = configurationsFor({
      scopes: ['index:read'],
      indexes: [{ ...index, simpleUrl }],
      plaintext,
      serverUrl,
    });
    const first = (tool: string) => configurations.find((one) => one.tool === tool)?.parts[0];
    expect(first('NETRC')).toMatchObject({
      place:
        'Save it as ~/.netrc, readable by you alone; pip, uv and curl look there. It names no port: the token is shown to everything at 2001:db8::1.',
      text: expect.stringMatching(/^machine 2001:db8::1\n/) as string,
    });
    expect(first('PDM')?.text).toContain(`export PDM_PYPI_URL='${simpleUrl}'\n`);
  });
});
