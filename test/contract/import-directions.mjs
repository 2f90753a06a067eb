// Which folder may import what: the table of docs/architecture.md, for the editor through lint-rules.mjs and for the
// tests through imports.test.ts. Data flows one way, transport, rules, storage; types may travel further than values
// where the table says so. Plain JavaScript, because ESLint reads it on every Node that we support.
import { posix } from 'node:path';

/**
 * @typedef {object} Direction
 * @property {string} from a folder or file; the first that matches decides
 * @property {string[]} may folders and files it imports from
 * @property {string[]} [types] folders of which it may import types
 * @property {string[]} [except] folders inside `may` that it must not import
 * @property {RegExp} [neverPackages] packages that it must not import, their types excepted
 * @property {string} instead the allowed form, as a sentence
 */

const prismaAndDrivers = /^(@prisma\/|better-sqlite3$|pg$)/;
const transports = /^(graphql$|graphql-yoga|@graphql-yoga\/|@pothos\/|@fastify\/|node:https?$)/;
const serverOnly =
  /^(node:|@prisma\/|@pothos\/|@fastify\/|graphql-yoga|better-sqlite3$|pg$|pino$|argon2$|commander$)/;
const wholeServerOnly = new RegExp(`${prismaAndDrivers.source}|^(@pothos/|graphql-yoga|pino$|argon2$)`);

const edge = ['server/domain/', 'server/config.ts', 'server/log.ts'];

/** @type {Direction[]} */
const directions = [
  {
    from: 'server/storage/',
    may: ['server/storage/'],
    types: ['server/domain/'],
    neverPackages: transports,
    instead: 'Storage knows nothing above it: take what it needs as an argument.',
  },
  {
    from: 'server/domain/tokens/macaroon/',
    may: ['server/domain/tokens/macaroon/'],
    neverPackages: /^(?!node:crypto$)/,
    instead:
      'The format of macaroons stands alone: the command line narrows and reads them without a server.',
  },
  {
    from: 'server/domain/',
    may: ['server/domain/', 'server/storage/'],
    except: ['server/storage/_generated/'],
    types: ['server/storage/_generated/'],
    neverPackages: new RegExp(`${transports.source}|${prismaAndDrivers.source}`),
    instead:
      'The rules know no transport and no driver: answer with a value or a Refusal, and reach rows through server/storage.',
  },
  {
    from: 'server/http/',
    may: ['server/http/', ...edge],
    types: ['server/storage/'],
    neverPackages: new RegExp(`^(graphql$|graphql-yoga|@pothos/)|${prismaAndDrivers.source}`),
    instead:
      'A handler calls one function of server/domain; a thought shared with GraphQL moves down to the domain.',
  },
  {
    from: 'server/graphql/builder.ts',
    may: ['server/graphql/', 'server/storage/', ...edge],
    instead: 'The builder hands Pothos the generated model and leaves the rules to server/domain.',
  },
  {
    from: 'server/graphql/',
    may: ['server/graphql/', 'web/_generated/persisted-documents.json', ...edge],
    types: ['server/storage/'],
    neverPackages: prismaAndDrivers,
    instead:
      'A resolver calls one function of server/domain and reads through the context; a thought shared with HTTP moves down to the domain.',
  },
  {
    from: 'server/config.ts',
    may: ['server/domain/'],
    instead: 'The settings know nothing of the parts that they configure.',
  },
  {
    from: 'server/log.ts',
    may: ['server/config.ts', 'server/domain/'],
    instead: 'The log knows nothing of the parts that write to it.',
  },
  {
    from: 'server/',
    may: ['server/'],
    neverPackages: prismaAndDrivers,
    instead: 'The server knows neither the client nor the web page, which know only schema.graphql.',
  },
  {
    from: 'client/cli/',
    may: ['client/', 'server/domain/tokens/macaroon/'],
    neverPackages: wholeServerOnly,
    instead: 'The command line is written on the typed client, and on the format of macaroons, alone.',
  },
  {
    from: 'client/',
    may: ['client/'],
    except: ['client/cli/'],
    neverPackages: serverOnly,
    instead: 'The client runs in browsers too, and knows only schema.graphql.',
  },
  {
    from: 'web/build/',
    may: ['web/'],
    instead: 'What builds the web page may use Node, but no other part of the product.',
  },
  {
    from: 'web/vite.config.ts',
    may: ['web/'],
    instead: 'What builds the web page may use Node, but no other part of the product.',
  },
  {
    from: 'web/',
    may: ['web/', 'client/'],
    except: ['client/cli/', 'web/build/'],
    neverPackages: serverOnly,
    instead: 'The web page reaches the server through client/ and its own documents.',
  },
  {
    from: 'setup/',
    may: ['setup/'],
    neverPackages: /^(?!node:)/,
    instead:
      'This runs before dependencies are installed: import node: modules at the top, and anything else with import() later.',
  },
  {
    from: 'prisma/',
    may: ['prisma/', 'server/storage/'],
    instead: 'Scripts for the data model use storage alone.',
  },
];

/**
 * @typedef {object} Import
 * @property {string} file the importing file, from the root, with forward slashes
 * @property {string} specifier as written
 * @property {boolean} typeOnly nothing of it remains at run time
 * @property {boolean} [deferred] written as import()
 */

/**
 * Judges one import; a sentence when the table forbids it.
 * @param {Import} imported
 * @returns {string | undefined}
 */
export function refusalOf({ file, specifier, typeOnly, deferred = false }) {
  const direction = directions.find(({ from }) => file.startsWith(from));
  if (!direction) return undefined;
  const { may, types = [], except = [], neverPackages, instead } = direction;
  const target = targetOf(file, specifier);
  if (target === undefined) {
    if (typeOnly || !neverPackages?.test(specifier)) return undefined;
    if (deferred && direction.from === 'setup/') return undefined;
    return `${direction.from} must not import ${specifier}. ${instead}`;
  }
  // Everybody may know the product's name and version.
  if (target === 'package.json') return undefined;
  const below = (/** @type {string} */ folder) => target.startsWith(folder);
  if (may.some(below) && !except.some(below)) return undefined;
  if (typeOnly && types.some(below)) return undefined;
  const hint = types.some(below) ? ' Its types may be imported with `import type`.' : '';
  return `${direction.from} must not import ${target}. ${instead}${hint}`;
}

/**
 * The imported file from the root, or undefined for a package.
 * @param {string} file
 * @param {string} specifier
 */
export function targetOf(file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier);
}
