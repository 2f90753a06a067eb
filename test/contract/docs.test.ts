// What the pages below docs/ list is what the code has: every code, setting, permission, operation, route, variable,
// direction and dependency, with the same words, and no others.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { EXIT_CODES } from '../../client/cli/exit-codes.ts';
import { SETTINGS } from '../../server/config.ts';
import { ERROR_CODES } from '../../server/domain/errors.ts';
import { schema } from '../../server/graphql/schema.ts';
import { permissionsPage } from '../../server/print-permissions.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { page, root, sectionOf, sections, tables } from './documents.ts';

describe('docs/errors.md', () => {
  const codeSections = sections(page('docs/errors.md')).filter(({ level }) => level === 3);

  it('has a section for every code, with its status and its meaning', () => {
    const told = codeSections.map(({ title, text }) => ({
      code: title,
      status: Number(/^\*\*(\d{3})\*\*/.exec(text)?.[1]),
      hasMeaning: inOneLine(text).includes(ERROR_CODES[title as keyof typeof ERROR_CODES]?.meaning ?? '\0'),
    }));
    const wanted = Object.entries(ERROR_CODES).map(([code, { status }]) => ({
      code,
      status,
      hasMeaning: true,
    }));
    const ours = new Set<string>(Object.keys(ERROR_CODES));
    expect(byCode(told.filter(({ code }) => ours.has(code)))).toEqual(byCode(wanted));
  });

  it('has a section for every code that the client makes, and none for codes that nobody makes', () => {
    const made = filesBelow('client').flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/\bcode: ['`]([A-Z_]+)/g),
    ]);
    const ofClient = made.map(([, code = '']) => (code === 'HTTP_' ? 'HTTP_nnn' : code));
    const wanted = new Set([...Object.keys(ERROR_CODES), ...ofClient]);
    expect(codeSections.map(({ title }) => title).sort()).toEqual([...wanted].sort());
  });

  it('names the type of every refusal in a mutation’s result', () => {
    const named = new Set(codeSections.flatMap(({ text }) => text.match(/\b[A-Z]\w+Error\b/g) ?? []));
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const refusals = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'UserError'));
    expect([...named].sort()).toEqual(refusals.map(({ name }) => name).sort());
  });
});

describe('docs/settings.md', () => {
  it('has a row for every setting of the server, in its order and its words', () => {
    const [rows] = tables(sectionOf('docs/settings.md', 'The server').text);
    expect(rows).toEqual(
      SETTINGS.map(({ name, standard, description }) => [`\`${name}\``, standard, description]),
    );
  });

  it('has every variable that the command line, the commands of setup and the tests read', () => {
    const ordinary = new Set(['PATH', 'HOME', 'TERM', 'LANG']);
    const read = ['client', 'setup', 'test'].flatMap(filesBelow).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/\b(?:process\.env|env)(?:\.|\[')([A-Z][A-Z_]+)\b/g)].map(
        ([, name = '']) => name,
      );
    });
    const wanted = [...new Set(read)].filter((name) => !ordinary.has(name));
    const told = page('docs/settings.md');
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('docs/permissions.md', () => {
  it('is what `npm run codegen` writes: every permission, operation, scope and route that the code has', async () => {
    const written = await permissionsPage();
    expect(page('docs/permissions.md')).toBe(written);
    const operations = [
      schema.getQueryType(),
      schema.getMutationType(),
      schema.getSubscriptionType(),
    ].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).map(({ name }) => `| \`${type!.name}.${name}\``),
    );
    expect(operations.filter((row) => !written.includes(row))).toEqual([]);
    expect(written).not.toMatch(/undefined|`none`/);
  });

  it('asks of nothing that the schema does not have', () => {
    const ofApi = tables(sectionOf('docs/permissions.md', 'Permissions').text);
    const fields = ofApi[2]!.flatMap(([names = '']) => [...names.matchAll(/`(\w+)\.(\w+)`/g)]);
    const unknown = fields.filter(([, typeName = '', field = '']) => {
      const type = schema.getType(typeName);
      return !isObjectType(type) || type.getFields()[field] === undefined;
    });
    expect(unknown.map(([name]) => name)).toEqual([]);
  });
});

describe('docs/automation.md', () => {
  it('has every exit code with its meaning', () => {
    expect(tables(sectionOf('docs/automation.md', 'The exit codes').text)[0]).toEqual(
      Object.values(EXIT_CODES).map(({ code, meaning }) => [String(code), meaning]),
    );
  });
});

describe('docs/architecture.md', () => {
  it('has every row of the directions in which imports go', () => {
    const source = readFileSync(join(root, 'test/contract/import-directions.mjs'), 'utf8');
    const wanted = [...source.matchAll(/^ {4}from: '([^']+)'/gm)].map(([, from = '']) => from);
    const [rows] = tables(sectionOf('docs/architecture.md', 'Who may import whom').text);
    const told = rows!.flatMap(([from = '']) =>
      [...from.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    expect(told).toEqual(wanted);
  });
});

describe('docs/decisions', () => {
  it('dependencies.md has a reason for every dependency, in the order of package.json', () => {
    const linesOf = (title: string) =>
      [...sectionOf('docs/decisions/dependencies.md', title).text.matchAll(/^- `([^`]+)`: \S.*\.$/gm)].map(
        ([, name = '']) => name,
      );
    expect({ run: linesOf('To run'), build: linesOf('To build and to test') }).toEqual({
      run: Object.keys(packageJson.dependencies),
      build: Object.keys(packageJson.devDependencies),
    });
  });

  it('are numbered without a gap, each with its context, choice and price', () => {
    const names = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'dependencies.md');
    for (const [place, name] of names.sort().entries()) {
      const text = page(`docs/decisions/${name}`);
      expect(name).toMatch(new RegExp(`^${String(place + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      expect(text).toMatch(new RegExp(`^# ${place + 1}\\. .+\n\n\\*\\*Context\\.\\*\\* `));
      expect(text).toMatch(/\n\n\*\*Choice\.\*\* [\s\S]+\n\n\*\*Price\.\*\* /);
    }
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/_generated/'))
    .filter((file) => !file.startsWith('test/contract/docs'));
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function byCode<Row extends { code: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
}
