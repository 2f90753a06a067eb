/**
 * Finished configurations for the tools that use an index with a token: only those that the token's scopes and its
 * owner's own rights allow, each complete, with the real URLs. One index URL alone: a second one beside it would let anybody answer for a
 * private name. Transport checks stay on.
 */
import { type IndexRights, mayUseScope } from './index-rights.ts';
import { type TokenScope, tokenScopes } from './token-scopes.ts';

export interface SnippetIndex extends IndexRights {
  /** Where uploads go. */
  url: string;
  /** What installers read. */
  simpleUrl: string;
}

export interface Snippet {
  tool: 'pip' | 'uv' | 'twine';
  parts: SnippetPart[];
}

export interface SnippetPart {
  /** A file's name, or what the text is. */
  title: string;
  /** Where it goes, in one sentence. */
  place: string;
  text: string;
}

/** `secret` is the token's text, or what stands for it while it is hidden. */
export function snippetsFor(scopes: readonly string[], index: SnippetIndex, secret: string): Snippet[] {
  const usable = usableScopes(scopes, index);
  const reads = usable.includes('index:read');
  const uploads = usable.includes('index:upload');
  const uv = [...(reads ? uvInstall(index, secret) : []), ...(uploads ? uvPublish(index, secret) : [])];
  return [
    ...(reads ? [{ tool: 'pip' as const, parts: [pipConf(index, secret)] }] : []),
    ...(uv.length > 0 ? [{ tool: 'uv' as const, parts: uv }] : []),
    ...(uploads ? [{ tool: 'twine' as const, parts: twine(index, secret) }] : []),
  ];
}

/** The token's scopes that its owner may use in this index. */
export function usableScopes(scopes: readonly string[], index: SnippetIndex): TokenScope[] {
  return tokenScopes
    .map(({ value }) => value)
    .filter((scope) => scopes.includes(scope) && mayUseScope(scope, index));
}

/** One line for somebody who has no token at hand yet: twine asks for it. */
export function twineCommand(index: Pick<SnippetIndex, 'url'>): string {
  return `twine upload --repository-url ${index.url} --username __token__ dist/*`;
}

/** The token's public part stays readable, so that one sees which token it is. */
export function masked(plaintext: string): string {
  const lastBreak = plaintext.lastIndexOf('_');
  const publicPart = lastBreak === -1 ? '' : plaintext.slice(0, lastBreak + 1);
  return `${publicPart}${'•'.repeat(12)}`;
}

function pipConf(index: SnippetIndex, secret: string): SnippetPart {
  return {
    title: 'pip.conf',
    place: 'Save it as ~/.config/pip/pip.conf, or as pip.conf in a virtual environment (pip.ini on Windows).',
    text: `[global]\nindex-url = ${withCredentials(index.simpleUrl, secret)}\n`,
  };
}

function uvInstall(index: SnippetIndex, secret: string): SnippetPart[] {
  const name = indexName(index);
  const variable = `UV_INDEX_${name.toUpperCase().replaceAll('-', '_')}`;
  return [
    {
      title: 'uv.toml',
      place: 'Save it as ~/.config/uv/uv.toml, or beside pyproject.toml. It holds no secret.',
      text: `[[index]]\nname = "${name}"\nurl = "${index.simpleUrl}"\ndefault = true\n`,
    },
    {
      title: 'Environment for uv',
      place: 'Set it where uv runs: a shell, or the secrets of a job.',
      text: `export ${variable}_USERNAME=__token__\nexport ${variable}_PASSWORD=${secret}\n`,
    },
  ];
}

function uvPublish(index: SnippetIndex, secret: string): SnippetPart[] {
  return [
    {
      title: 'Environment for uv publish',
      place: 'Set it where uv runs; then "uv publish" uploads what is in dist/.',
      text: `export UV_PUBLISH_URL=${index.url}\nexport UV_PUBLISH_TOKEN=${secret}\n`,
    },
  ];
}

function twine(index: SnippetIndex, secret: string): SnippetPart[] {
  const name = indexName(index);
  return [
    {
      title: '.pypirc',
      place: 'Save it as ~/.pypirc, readable by you alone.',
      text: [
        '[distutils]',
        'index-servers =',
        `    ${name}`,
        '',
        `[${name}]`,
        `repository = ${index.url}`,
        'username = __token__',
        `password = ${secret}`,
        '',
      ].join('\n'),
    },
    {
      title: 'Upload',
      place: 'Then this uploads what is in dist/.',
      text: `twine upload --repository ${name} dist/*\n`,
    },
  ];
}

/** uv takes letters, digits and a few signs; its variables know no sign but the underscore. */
function indexName(index: SnippetIndex): string {
  return index.path.replaceAll(/[^a-z0-9]+/g, '-');
}

function withCredentials(url: string, secret: string): string {
  return url.replace('://', `://__token__:${secret}@`);
}
