// `npm run bench`: makes the checkout ready, then measures it. What is measured, and how, is in test/bench/bench.ts.
import './node-version.mjs';
import { runTool, step } from './steps.mjs';

step('install.mjs');
step('build.mjs');
process.exitCode = runTool('tsx/dist/cli.mjs', ['test/bench/bench.ts', ...process.argv.slice(2)]);
