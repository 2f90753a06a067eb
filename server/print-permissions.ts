// Writes docs/permissions.md: the prose of `permissions-page.md` with the tables that the code has, every permission,
// operation, scope and route of them. Run by `npm run codegen`; a test finds a page that is stale.

import { readFileSync, writeFileSync } from 'node:fs';

import { getNamedType, isUnionType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { format, resolveConfig } from 'prettier';

import { PERMISSIONS, type Grant } from './domain/permissions.ts';
import { DEVPI_WORDS_OF_SCOPE } from './domain/tokens/restrictions.ts';
import { SCOPES } from './domain/tokens/scope.ts';
import { schema } from './graphql/schema.ts';
import { routeTable, type RouterParts } from './http/router.ts';
import { Commits } from './storage/commits.ts';

const TEMPLATE = new URL('permissions-page.md', import.meta.url);
const PAGE = new URL('../docs/permissions.md', import.meta.url);

/** The whole page, as it is to be committed. */
export async function permissionsPage(): Promise<string> {
  const tables: Record<string, string> = {
    permissions: permissionTable(),
    operations: operationTable(),
    scopes: table(
      ['scope', 'whose token may have it', 'is grave', 'what it opens'],
      Object.entries(SCOPES).map(([scope, rules]) => [
        code(scope),
        rules.role === 'ADMIN' ? 'an admin’s' : 'everybody’s',
        'isGrave' in rules ? 'yes' : 'no',
        rules.allows,
      ]),
    ),
    devpi: devpiTable(),
    routes: routeRows(),
  };
  const template = readFileSync(TEMPLATE, 'utf8').replace(/^<!--.*-->\n\n/, '');
  const text = template.replaceAll(/<!-- (\w+) -->/g, (_, name: string) => tables[name]!);
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

function permissionTable(): string {
  return table(
    ['permission', 'without a credential', 'session', 'token', 'user and password'],
    Object.entries(PERMISSIONS).map(([name, grant]) => {
      const list = 'list' in grant ? `, where the index lists it` : '';
      return [
        code(name),
        grant.anonymous ? `yes${list}` : 'no',
        (grant.session === 'ADMIN' ? 'admin' : 'every') + list,
        tokenCell(grant) + list,
        'password' in grant ? `yes${list}` : 'no',
      ];
    }),
  );
}

function tokenCell({ token: needed, forAllIndexes }: Grant): string {
  if (needed === null) return 'no';
  if (needed === 'self') return 'yes';
  return `with ${code(needed)}${forAllIndexes === true ? ', for all indexes' : ''}`;
}

function operationTable(): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const rows = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((field) => operationRow(root!, field)),
  );
  return table(['operation', 'permission', 'fresh', 'what it does, and what it asks'], rows);
}

function operationRow(root: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string[] {
  const { permission, sentence, then } = field.extensions as Record<string, string>;
  return [
    code(`${root.name}.${field.name}`),
    code(permission ?? 'none'),
    asksForFreshSignIn(field) ? 'yes' : 'no',
    `${sentence} ${then}`.trim(),
  ];
}

/** What asks for it can refuse for want of it, and so lists the refusal. */
function asksForFreshSignIn(field: GraphQLField<unknown, unknown>): boolean {
  const result = getNamedType(field.type);
  return isUnionType(result) && result.getTypes().some(({ name }) => name === 'FreshSignInRequiredError');
}

function devpiTable(): string {
  const words: Partial<Record<string, readonly string[]>> = DEVPI_WORDS_OF_SCOPE;
  return table(
    ['scope', 'survives an `allowed` that has'],
    Object.keys(SCOPES).map((scope) => [
      code(scope),
      words[scope]?.map((word) => code(word)).join(' and ') ?? 'none: never survives one',
    ]),
  );
}

function routeRows(): string {
  // Handlers are made and never run, so the parts that only they use may be missing.
  const routes = routeTable({ world: { commits: new Commits(0n) } } as unknown as RouterParts);
  return table(
    ['methods', 'path', 'needs'],
    routes.map(({ methods, path, requires }) => [
      methods.join(', '),
      code(path),
      requires.includes(':') ? code(requires) : requires,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, await permissionsPage());
