// Finished configurations for the tools that a token was made for: only what the token's scopes and its owner's own
// rights allow now, each complete, with the real addresses. One index URL alone: a second one beside it would let
// anybody answer for a private name. Transport checks stay on. What each tool reads is in `configuration-texts.ts`.

import * as texts from './configuration-texts.ts';

export const TOKEN_TOOLS = ['PIP', 'UV', 'POETRY', 'PDM', 'TWINE', 'NETRC', 'ENVIRONMENT'] as const;
export type TokenTool = (typeof TOKEN_TOOLS)[number];

export interface ConfigurableIndex {
  /** Written owner/name. */
  readonly path: string;
  /** Where uploads go. */
  readonly url: string;
  /** What installers read. */
  readonly simpleUrl: string;
  /** Whether the token's owner may, now. */
  readonly canRead: boolean;
  readonly canUpload: boolean;
  /** Whether everybody may read it, without a credential. */
  readonly isPublic: boolean;
}

export interface TokenToConfigure {
  readonly scopes: Iterable<string>;
  readonly indexes: readonly ConfigurableIndex[];
  readonly plaintext: string;
  /** Where the API is, without a final slash. */
  readonly serverUrl: string;
}

export interface Configuration {
  /** The path of the index; null for the API, which is about none. */
  readonly packageIndex: string | null;
  readonly tool: TokenTool;
  /** The first stands for the whole where one text has to; it holds the secret wherever the tool needs one. */
  readonly parts: readonly ConfigurationPart[];
}

export interface ConfigurationPart {
  /** A file's name, or what the text is. */
  readonly title: string;
  /** Where it goes, in a sentence or two. */
  readonly place: string;
  /** Ends with a line end. */
  readonly text: string;
}

/** What one token does in one index. */
export interface Use {
  readonly index: ConfigurableIndex;
  /** What stands for the index where a tool wants a short name. */
  readonly name: string;
  readonly plaintext: string;
  /** Null: not at all. `openly`: without the token, because everybody may. */
  readonly reads: 'openly' | 'withToken' | null;
  /** Whether the token would be let in if it was shown for reading. */
  readonly tokenReads: boolean;
  readonly uploads: boolean;
}

/** By index in the given order, then by tool. */
export function configurationsFor(token: TokenToConfigure): Configuration[] {
  const scopes = new Set(token.scopes);
  const inIndexes = token.indexes.flatMap((index) => inIndex(useOf(index, scopes, token.plaintext)));
  return [...inIndexes, ...forApi(scopes, token)];
}

function useOf(index: ConfigurableIndex, scopes: ReadonlySet<string>, plaintext: string): Use {
  const tokenReads = index.canRead && scopes.has('index:read');
  const uploads = index.canUpload && scopes.has('index:upload');
  const name = index.path.replaceAll(/[^a-z0-9]+/g, '-');
  const reads = index.isPublic && (tokenReads || uploads) ? 'openly' : tokenReads ? 'withToken' : null;
  return { index, name, plaintext, reads, tokenReads, uploads };
}

function inIndex(use: Use): Configuration[] {
  const configured = TOKEN_TOOLS.map((tool) => ({
    packageIndex: use.index.path,
    tool,
    parts: partsOf[tool](use),
  }));
  return configured.filter(({ parts }) => parts.length > 0);
}

const partsOf: Record<TokenTool, (use: Use) => ConfigurationPart[]> = {
  PIP: texts.pip,
  UV: texts.uv,
  POETRY: texts.poetry,
  PDM: texts.pdm,
  TWINE: texts.twine,
  NETRC: texts.netrc,
  ENVIRONMENT: texts.environment,
};

function forApi(scopes: ReadonlySet<string>, { serverUrl, plaintext }: TokenToConfigure): Configuration[] {
  const isForInstallers = (scope: string) => scope === 'index:read' || scope === 'index:upload';
  if ([...scopes].every(isForInstallers)) return [];
  return [{ packageIndex: null, tool: 'ENVIRONMENT', parts: [texts.apiEnvironment(serverUrl, plaintext)] }];
}
