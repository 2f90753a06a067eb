// Makes the checkout ready to build: the packages that the lock file names, the native SQLite driver, the generated
// Prisma clients. It looks at what is there and does only what is missing, so every command may begin with it. Nothing
// here may import a dependency: there may be none yet.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { unlessFresh } from './freshness.mjs';
import { readJson, refuse, root, runNpm, runTool } from './steps.mjs';

const needsCompiler =
  'better-sqlite3 could not be built: this machine needs a C++ compiler, make and Python 3 ' +
  '(Debian and Ubuntu: `apt-get install g++ make python3`; macOS: `xcode-select --install`). ' +
  'Install them and run the command again; the whole output is in .cache/npm.log.';

if (!packagesAreThoseOfTheLock()) {
  console.log('Installing what is missing from npm. The first time this takes a minute or two.');
  npm(['ci', '--include=dev', '--loglevel=error'], 'npm could not install the dependencies.');
}
if (!sqliteDriverLoads()) {
  console.log(`Building the SQLite driver for Node ${process.versions.node}.`);
  npm(['rebuild', 'better-sqlite3', '--loglevel=error'], 'npm could not build the SQLite driver.');
  if (!sqliteDriverLoads()) {
    refuse(
      `The SQLite driver was built, but Node ${process.versions.node} cannot load it: npm ignores install scripts, or builds ` +
        'against the headers of another Node. Look at `npm config get ignore-scripts` and `npm config get nodedir`.',
    );
  }
}
await unlessFresh(
  {
    name: 'generate',
    sources: ['schema.prisma', 'prisma/derive.ts', 'prisma/generate.ts', 'package-lock.json'],
    outputs: ['server/storage/_generated/sqlite/client.ts', 'server/storage/_generated/postgresql/client.ts'],
  },
  () => {
    const status = runTool('tsx/dist/cli.mjs', ['prisma/generate.ts']);
    if (status !== 0) process.exit(status);
  },
);

/** npm writes its hidden lock file last, after every install script has succeeded. */
function packagesAreThoseOfTheLock() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true;
    const found = present[path];
    // Packages for other platforms are in the lock file but not in the folder.
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @typedef {{ version: string, integrity: string, optional?: boolean, devOptional?: boolean }} Locked
 * @param {string} lockFile
 */
function packagesOf(lockFile) {
  const { packages } = /** @type {{ packages: Record<string, Locked> }} */ (readJson(lockFile));
  return packages;
}

/** False when it was never built, or built for another Node. Tried in a child, which a broken driver may crash. */
function sqliteDriverLoads() {
  const open = 'new (require("better-sqlite3"))(":memory:")';
  return spawnSync(process.execPath, ['-e', open], { cwd: root, stdio: 'ignore' }).status === 0;
}

/**
 * @param {string[]} args
 * @param {string} failure
 */
function npm(args, failure) {
  const { succeeded, output } = runNpm(args, forThisNode());
  if (succeeded) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache/npm.log'), output);
  if (/better-sqlite3/.test(output) && /gyp ERR|prebuild-install/.test(output)) refuse(needsCompiler);
  refuse(
    `${output.trim().split('\n').slice(-20).join('\n')}\n${failure} The whole output is in .cache/npm.log.`,
  );
}

/**
 * Builds for the Node that runs this, wherever it stands on the path, and against the headers beside it: the build tool
 * would download its own copy of them, which fails where only a package registry can be reached.
 * @returns {NodeJS.ProcessEnv}
 */
function forThisNode() {
  const folder = dirname(process.execPath);
  const environment = { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
  const header = join(folder, '../include/node/node_version.h');
  if (!existsSync(header)) return environment;
  const text = readFileSync(header, 'utf8');
  const version = ['MAJOR', 'MINOR', 'PATCH'].map(
    (part) => new RegExp(`NODE_${part}_VERSION (\\d+)`).exec(text)?.[1],
  );
  return version.join('.') === process.versions.node
    ? { ...environment, npm_config_nodedir: dirname(folder) }
    : environment;
}
