// Calls everything that the server offers as everybody who may come, and compares what they are told with a committed
// table that a person reads, `verdicts.md`. A new operation, object type or route fails here until it has a call and
// its row was read and accepted.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { buildSchema, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RESERVED_NAMES } from '../../server/domain/names.ts';
import { PERMISSIONS, type Grant, type Permission } from '../../server/domain/permissions.ts';
import { SCOPES } from '../../server/domain/tokens/scope.ts';
import { schema as ourSchema } from '../../server/graphql/schema.ts';
import { hasPostgres } from '../support/postgres.ts';
import { ABSENT_INDEX, ACTORS, SCOPES_OF, Stage, TOKENS, WHO, type ActorName } from './walk-actors.ts';
import {
  operationsOf,
  operationsWithoutCall,
  typesWithoutWay,
  verdictsOf,
  walkFields,
  walkOperations,
} from './walk-api.ts';
import { isBelowIndex, pathOf, routesOf, walkRoutes } from './walk-routes.ts';
import { differences, renderSections, type Section } from './walk-table.ts';

const TABLE = fileURLToPath(new URL('verdicts.md', import.meta.url));
const ACCEPT = 'UPDATE_VERDICTS=1 npx vitest run --project fast test/contract/walk.test.ts';
const MINUTES = 120_000;

/** Mutations into which some token is let: with a scope, about itself, or as anybody is. */
const OPEN_TO_TOKENS = [
  'applyMirrorRetention',
  'applyRetention',
  'createPackageIndex',
  'createUser',
  'deactivateUser',
  'deleteFile',
  'deletePackageIndex',
  'deleteProject',
  'deleteRelease',
  'grantUpstream',
  'promoteRelease',
  'redeemLink',
  'refreshMirror',
  'reportLeakedToken',
  'reserveName',
  'revokeOwnToken',
  'revokeUpstreamGrant',
  'setProjectStatus',
  'signIn',
  'unpinOrigin',
  'unreserveName',
  'unyankFile',
  'unyankRelease',
  'updatePackageIndex',
  'updateUser',
  'yankFile',
  'yankRelease',
];

const PREFACE = `# Who is told what

Every operation and field of the API and every route of the server, called as each of these eight. A test calls them all
again on both databases and compares: a difference is a hole or a decision. To accept a decision:
\`${ACCEPT}\`, then read the difference.

${ACTORS.map((actor) => `- **${actor}**: ${WHO[actor]}`).join('\n')}

A number is an HTTP status; of the API it is shown where it is not 200. A word in capitals is the code of a refusal,
\`…Error\` the refusal in a mutation’s own result. \`ok\`, \`true\`, \`false\` and \`null\` are answers, \`some\` and \`none\`
are lists, and \`–\` means that there was nothing to ask of.
`;

describe.each(['sqlite', 'postgresql'] as const)('the walk on %s', (engine) => {
  describe.skipIf(engine === 'postgresql' && !hasPostgres())('through the whole server', () => {
    let stage: Stage;
    let schema: GraphQLSchema;
    const sections: Section[] = [];

    beforeAll(async () => {
      stage = await Stage.open(engine);
      schema = buildSchema(await (await stage.app.nobody.get('/graphql/schema.graphql')).text());
    }, MINUTES);
    afterAll(() => stage.app.close());

    it('has a call for every operation and a way to every object type', () => {
      expect({ operations: operationsWithoutCall(schema), types: typesWithoutWay(schema) }).toEqual({
        operations: [],
        types: [],
      });
    });

    it(
      'finds the verdicts that are committed',
      async () => {
        // Fields first: operations make and revoke what fields tell of.
        const fields = await walkFields(schema, stage);
        sections.push(await walkOperations(schema, stage), ...fields, ...(await walkRoutes(stage)));
        const rows = sections.flatMap((section) => section.rows);
        console.info(`The walk on ${engine}: ${rows.length} rows, ${rows.length * ACTORS.length} verdicts.`);

        const actual = renderSections(PREFACE, sections);
        if (process.env.UPDATE_VERDICTS === '1') writeFileSync(TABLE, actual);
        const committed = readFileSync(TABLE, 'utf8');
        const advice = `Is each of these meant? Then accept them with: ${ACCEPT}`;
        expect([...differences(committed, actual), advice].join('\n')).toBe(advice);
        expect(actual).toBe(committed);
      },
      MINUTES,
    );

    it('is told of no fault of the server', () => {
      const rows = sections.flatMap((section) => section.rows);
      const faults = rows.filter(({ verdicts }) =>
        /INTERNAL|\b5\d\d\b/.test(Object.values(verdicts).join(' ')),
      );
      expect(faults.map(({ name }) => name)).toEqual([]);
    });

    it('lets a token into what its scopes name, and nowhere else', () => {
      const [operations] = sections;
      const wrong = operations!.rows.flatMap(({ name, verdicts }) => {
        const { token: needed } = grantOf(name.split(' ')[0]!);
        return TOKENS.filter((actor) => {
          const isOpen = needed === 'self' || (needed !== null && SCOPES_OF[actor].includes(needed));
          return isOpen === (verdicts[actor] === 'FORBIDDEN');
        }).map((actor) => `${name}, ${actor}: ${verdicts[actor]}`);
      });
      expect(wrong).toEqual([]);
    });

    it(
      'keeps a token with every scope of an admin out of whatever names none',
      async () => {
        const mighty = await stage.people.admin.mintToken({ scopes: Object.keys(SCOPES), allIndexes: true });
        const names = Object.keys(operationsOf(schema));
        const closed = names.filter((name) => grantOf(name).token === null);
        const told = await verdictsOf(schema, stage, mighty, closed);
        const open = closed.filter((name) => told[name]!.some((verdict) => verdict !== 'FORBIDDEN'));
        expect(open).toEqual([]);
        // Passwords, roles, groups, sessions and tokens are in none of these; see docs/permissions.md.
        const mutations = Object.keys(schema.getMutationType()!.getFields());
        expect(mutations.filter((name) => !closed.includes(name)).sort()).toEqual(OPEN_TO_TOKENS);
      },
      MINUTES,
    );

    it('hears the same of an index that is hidden and of one that does not exist', () => {
      const verdictsOn = (index: string, actor: ActorName) =>
        sections
          .find(({ title }) => title.startsWith(`Routes of ${index},`))!
          .rows.map(({ name, verdicts }) => [name, verdicts[actor]]);
      for (const actor of ['anonymous', 'member'] as const) {
        expect(verdictsOn('alice/prod', actor)).toEqual(verdictsOn(ABSENT_INDEX, actor));
      }
    });

    it('meets no other method anywhere', async () => {
      const paths = [...new Set(routesOf(stage).map((route) => pathOf(route, 'alice/open')))];
      const taken: string[] = [];
      for (const path of paths) {
        for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
          const { status } = await stage.people.owner.withPassword.request(path, { method });
          if (status !== 405) taken.push(`${method} ${path}: ${status}`);
        }
      }
      expect(taken).toEqual([]);
    });

    it('is refused and breaks nothing with segments that no name could be', async () => {
      const faults: string[] = [];
      for (const route of routesOf(stage)) {
        for (const segment of ['%00', '%FF', '%2e%2e%2f', '%F0%9F%9B%9E', 'x'.repeat(4_000)]) {
          const path = route.path.replaceAll(/\{[^}]*\}/g, segment);
          const inPlace = pathOf(route, 'alice/open').replace(/[^/]+(\/?)$/, `${segment}$1`);
          for (const hostile of [path, isBelowIndex(route) ? inPlace : path]) {
            const { status } = await stage.people.owner.withPassword.get(hostile);
            if (status >= 500) faults.push(`${hostile.slice(0, 80)}: ${status}`);
          }
        }
      }
      expect(faults).toEqual([]);
    });

    it('meets no first segment that a user could be called by', () => {
      const firsts = routesOf(stage)
        .filter((route) => !isBelowIndex(route))
        .map(({ path }) => path.split('/')[1] ?? '')
        .filter((segment) => segment !== '' && !RESERVED_NAMES.has(segment));
      expect(firsts).toEqual([]);
    });
  });
});

/** What the permission says that the operation declares. */
function grantOf(operation: string): Grant {
  const field = operationsOf(ourSchema)[operation]!;
  return PERMISSIONS[field.extensions.permission as Permission];
}
