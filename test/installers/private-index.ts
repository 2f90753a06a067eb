// A package index with an administrator, as the tests here use one: everything that a person would do on the command
// line is done there, so that the tokens which the clients present were minted the way a reader of the README does it.
import type { CreateTokenPayload } from '../../client/_generated/methods.ts';
import type { RunningServer } from '../support/server.ts';

export type MintedToken = { plaintext: string; tokenId: string };

export type PrivateIndex = {
  uploadUrl: string;
  simpleUrl: string;
  mintToken(name: string, scope: 'read' | 'upload'): Promise<MintedToken>;
  /** The texts that come with a new token, by tool and title, and under `plaintext` its own. */
  configurations(name: string, scope: 'read' | 'upload'): Promise<Record<string, string>>;
  revoke(token: MintedToken): Promise<void>;
};

export async function createPrivateIndex(server: RunningServer): Promise<PrivateIndex> {
  const admin = await server.setupAdmin();
  const path = `${admin.name}/prod`;
  const wheelhouse = async (args: string[], input?: string) => {
    const { code, stdout, stderr } = await server.cli(args, { ...(input && { input }) });
    if (code !== 0)
      throw new Error(`\`wheelhouse ${args.join(' ')}\` ended with exit code ${code}: ${stderr}`);
    return stdout;
  };
  await wheelhouse(
    ['login', '--server', server.url, '--user', admin.name, '--password-file', '-'],
    admin.password,
  );
  await wheelhouse(['index', 'create', path]);

  return {
    uploadUrl: new URL(`/${path}/`, server.url).href,
    simpleUrl: new URL(`/${path}/simple/`, server.url).href,
    async mintToken(name, scope) {
      const printed = await wheelhouse([
        ...['token', 'create', '--name', name, '--index', path],
        ...['--scope', scope, '--raw'],
      ]);
      const [, tokenId = ''] = /^wh_pat_([^_]{22})_\S+\n$/.exec(printed) ?? [];
      if (tokenId === '') throw new Error('`token create --raw` did not print a token and a newline alone.');
      return { plaintext: printed.trim(), tokenId };
    },
    async configurations(name, scope) {
      const printed = await wheelhouse([
        ...['token', 'create', '--name', name, '--index', path],
        ...['--scope', scope, '--json'],
      ]);
      const { plaintext, configurations } = JSON.parse(printed) as CreateTokenPayload;
      const texts = configurations.flatMap(({ tool, parts }) =>
        parts.map(({ title, text }) => [`${tool}: ${title}`, text]),
      );
      return Object.fromEntries([['plaintext', plaintext], ...texts]) as Record<string, string>;
    },
    async revoke({ tokenId }) {
      await wheelhouse(['token', 'revoke', tokenId]);
    },
  };
}
