// `npm test`: makes the checkout and the real clients ready, checks types, lint and formatting, and runs every test.
// `--fast` runs what needs neither real clients nor a browser, and no checks. Other arguments go to Vitest.
// A missing client skips its tests and says so; in CI it is a failure as well. The last line is the closing count.
import './node-version.mjs';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, missingPythonClients } from './clients.mjs';
import { readJson, root, runTool, step } from './steps.mjs';

const report = '.cache/tests.json';
const fast = process.argv.includes('--fast');
const vitestArguments = process.argv.slice(2).filter((argument) => argument !== '--fast');

step('install.mjs');
step('build.mjs');
const checksFailed = fast ? 0 : checkSources();
const clients = fast ? { missing: 0, environment: {} } : prepareClients();
const counts = runTests(clients.environment);
const failed = counts.failed + checksFailed + (process.env.CI ? clients.missing : 0);

console.log(
  `${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = failed === 0 ? 0 : 1;

function checkSources() {
  const checks = [
    { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
    { name: 'lint', tool: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
    { name: 'formatting', tool: 'prettier/bin/prettier.cjs', args: ['.', '--check', '--log-level=warn'] },
  ];
  const wrong = checks.filter(({ tool, args }) => runTool(tool, args) !== 0).map(({ name }) => name);
  if (wrong.length > 0) console.error(`Failed: ${wrong.join(', ')}, as shown above.`);
  return wrong.length;
}

/** What the tests read: the browser's path, and for each client that is missing the reason. */
function prepareClients() {
  const browser = findBrowser();
  const reasons = {
    WHEELHOUSE_TEST_SKIP_CLIENTS: missingPythonClients(),
    WHEELHOUSE_TEST_SKIP_BROWSER: browser
      ? undefined
      : 'there is no Chromium or Chrome (WHEELHOUSE_TEST_BROWSER may name the path of one)',
  };
  const missing = Object.values(reasons).filter((reason) => reason !== undefined);
  for (const reason of missing) console.warn(`Some tests with real clients cannot run: ${reason}.`);
  return { missing: missing.length, environment: { WHEELHOUSE_TEST_BROWSER: browser, ...reasons } };
}

/**
 * Vitest speaks to the terminal and counts in a file. A file that fails before its first test, and an error outside
 * every test, count as a failure, so that a red run never says "0 failed".
 * @param {NodeJS.ProcessEnv} environment
 */
function runTests(environment) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(join(root, report), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const projects = fast ? ['--project=fast'] : [];
  const status = runTool(
    'vitest/vitest.mjs',
    ['run', ...projects, ...reporters, ...vitestArguments],
    environment,
  );

  const counts = existsSync(join(root, report)) ? countsOfReport() : { passed: 0, failed: 0, skipped: 0 };
  return { ...counts, failed: status === 0 ? counts.failed : Math.max(counts.failed, 1) };
}

function countsOfReport() {
  const results = /** @type {import('vitest/node').JsonTestResults} */ (readJson(report));
  const filesThatDidNotRun = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + filesThatDidNotRun.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
