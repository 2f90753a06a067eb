// People paste these texts into files that tools read, so they are frozen whole. If you mean a change, try the new
// text with the tool first.
import { describe, expect, test } from 'vitest';

import { masked, type SnippetIndex, snippetsFor, twineCommand } from '../../../web/rules/snippets.ts';

const index = {
  path: 'team/my.prod',
  url: 'https://index.example/team/my.prod/',
  simpleUrl: 'https://index.example/team/my.prod/simple/',
  viewerCanRead: true,
  viewerCanUpload: true,
  viewerCanAdminister: false,
};
const secret = 'wh_pat_7abcdefghijklmnopqrstu_SecretSecretSecret';

const textsFor = (...scopes: string[]): Record<string, string> => textsIn(index, ...scopes);
const textsIn = (where: SnippetIndex, ...scopes: string[]): Record<string, string> =>
  Object.fromEntries(
    snippetsFor(scopes, where, secret).flatMap(({ tool, parts }) =>
      parts.map(({ title, text }) => [`${tool}: ${title}`, text]),
    ),
  );

const installing = {
  'pip: pip.conf': `[global]\nindex-url = https://__token__:${secret}@index.example/team/my.prod/simple/\n`,
  'uv: uv.toml':
    '[[index]]\nname = "team-my-prod"\nurl = "https://index.example/team/my.prod/simple/"\ndefault = true\n',
  'uv: Environment for uv': `export UV_INDEX_TEAM_MY_PROD_USERNAME=__token__\nexport UV_INDEX_TEAM_MY_PROD_PASSWORD=${secret}\n`,
};
const publishing = {
  'uv: Environment for uv publish': `export UV_PUBLISH_URL=https://index.example/team/my.prod/\nexport UV_PUBLISH_TOKEN=${secret}\n`,
  'twine: .pypirc': `[distutils]\nindex-servers =\n    team-my-prod\n\n[team-my-prod]\nrepository = https://index.example/team/my.prod/\nusername = __token__\npassword = ${secret}\n`,
  'twine: Upload': 'twine upload --repository team-my-prod dist/*\n',
};

describe('the configurations shown with a new token', () => {
  test('install, and nothing else, with a token that may read', () => {
    expect(textsFor('index:read')).toEqual(installing);
  });

  test('publish, and nothing else, with a token that may upload', () => {
    expect(textsFor('index:upload')).toEqual(publishing);
  });

  test('do both with a token that may do both', () => {
    expect(textsFor('index:read', 'index:upload')).toEqual({ ...installing, ...publishing });
  });

  test('are none for a token that may do neither', () => {
    expect(textsFor()).toEqual({});
  });

  test('are none for what the owner of the token may not do in this index', () => {
    const both = ['index:read', 'index:upload'];
    expect(textsIn({ ...index, viewerCanUpload: false }, ...both)).toEqual(installing);
    expect(textsIn({ ...index, viewerCanRead: false }, ...both)).toEqual(publishing);
    expect(textsIn({ ...index, viewerCanRead: false, viewerCanUpload: false }, ...both)).toEqual({});
  });

  test('never name a second index, and never loosen the transport', () => {
    const all = Object.values(textsFor('index:read', 'index:upload')).join('\n');
    expect(all).not.toMatch(/extra-index|trusted-host|insecure|verify/i);
  });

  test('hold what stands for the token while it is hidden, and not the token', () => {
    const hidden = JSON.stringify(snippetsFor(['index:read', 'index:upload'], index, masked(secret)));
    expect(hidden).toContain('wh_pat_7abcdefghijklmnopqrstu_••••');
    expect(hidden).not.toContain('Secret');
  });
});

test('whoever has no token at hand gets a twine command that asks for it', () => {
  expect(twineCommand(index)).toBe(
    'twine upload --repository-url https://index.example/team/my.prod/ --username __token__ dist/*',
  );
});
