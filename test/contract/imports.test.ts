// Holds the direction of dependencies over the whole source, beside the lint rule that says it in the editor, and what
// only the whole shows: cycles, and rules that stay pure.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import type { Import } from './import-directions.mjs';
import { refusalOf, targetOf } from './import-directions.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = ['server', 'client', 'web', 'setup', 'prisma'].flatMap(sourcesBelow);
const imports = files.flatMap(importsOf);
const localImports = imports.flatMap((imported) => {
  const target = targetOf(imported.file, imported.specifier);
  return target === undefined ? [] : [{ ...imported, target }];
});

const domain = files.filter((file) => file.startsWith('server/domain/'));
/** A use case reaches into storage, or is handed a piece of it; every other file of the domain is a pure rule. */
const pieces = new Set(['server/storage/transact.ts', 'server/storage/blobs.ts', 'server/domain/world.ts']);
const pureInStorage = new Set(['server/storage/canonical-json.ts']);
const useCases = new Set(
  localImports
    .filter(
      ({ target, typeOnly }) => pieces.has(target) || (target.startsWith('server/storage/') && !typeOnly),
    )
    .filter(({ target }) => !pureInStorage.has(target))
    .map(({ file }) => file),
);
/** Hashing a password takes a thread, a salt and a limit to how many run at once; use cases are handed it. */
const handedIn = new Set(['server/domain/users/password-hasher.ts']);
/** Opens an archive on the disk, by way of another use case. */
useCases.add('server/domain/packages/examine.ts');
const pureRules = domain.filter((file) => !useCases.has(file) && !handedIn.has(file));

describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(localImports.length).toBeGreaterThan(50);
  });

  it('go in the one direction that the table allows', () => {
    expect(
      imports.flatMap((imported) => refusalOf(imported)?.replace(/^/, `${imported.file}: `) ?? []),
    ).toEqual([]);
  });

  it('never run in a circle', () => {
    expect(circles(localImports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  it('bring Prisma and the database drivers into server/storage alone', () => {
    const drivers = /^(@prisma\/|better-sqlite3$|pg$)|\/_generated\/(sqlite|postgresql)\//;
    const importers = imports
      .filter(
        ({ file, specifier, typeOnly }) => file.startsWith('server/') && !typeOnly && drivers.test(specifier),
      )
      .map(({ file }) => file);
    expect(importers.filter((file) => !file.startsWith('server/storage/'))).toEqual([]);
  });
});

describe('a rule of the domain that does not use storage', () => {
  it('builds on other such rules only', () => {
    const impure = localImports
      .filter(({ file, typeOnly }) => pureRules.includes(file) && !typeOnly)
      .filter(({ target }) => !pureRules.includes(target) && !pureInStorage.has(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(impure).toEqual([]);
  });

  it('opens no file, calls nobody, and imports no source of chance', () => {
    const comparesAddresses = new Set(['BlockList', 'isIP', 'isIPv4', 'isIPv6', 'SocketAddress']);
    const effects = /^node:(fs|fs\/promises|http|https|http2|net|tls|dns|child_process|worker_threads|os)$/;
    const impure = imports
      .filter(({ file, typeOnly }) => pureRules.includes(file) && !typeOnly)
      .filter(
        ({ specifier, names }) =>
          (effects.test(specifier) && !names.every((name) => comparesAddresses.has(name))) ||
          names.some((name) => /^(random|webcrypto)/.test(name)),
      )
      .map(({ file, specifier, names }) => `${file} imports ${names.join(', ')} from ${specifier}`);
    expect(impure).toEqual([]);
  });

  it('is handed the time, chance and the network', () => {
    const effects = /\b(Date\.now\(|new Date\(\)|performance\.now\(|Math\.random\(|crypto\.random|fetch\()/;
    const impure = pureRules.flatMap(
      (file) => effects.exec(withoutComments(file))?.[0].concat(` in ${file}`) ?? [],
    );
    expect(impure).toEqual([]);
  });
});

type Found = Import & { names: string[] };

function sourcesBelow(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '_generated' ? [] : sourcesBelow(path);
    return /\.(tsx?|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Found[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const imported = asImport(node);
    if (imported) found.push({ file, ...imported });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function asImport(node: ts.Node): Omit<Found, 'file'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const bindings = node.importClause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    const names = elements.map(({ name, propertyName }) => (propertyName ?? name).text);
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier.text, typeOnly, names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: [] };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    if (!specifier || !ts.isStringLiteral(specifier)) return undefined;
    return { specifier: specifier.text, typeOnly: false, deferred: true, names: [] };
  }
  return undefined;
}

/** Each circle once, written as the path that closes it. */
function circles(edges: { file: string; target: string }[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of edges) targets.set(file, [...(targets.get(file) ?? []), target]);
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) follow(file, []);
  return found;
}

function withoutComments(file: string): string {
  return readFileSync(root + file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
