// How many branches of the parsers the fuzz tests take. Loaded before them, it writes at the end of each of their processes
// `fuzz-branches-<process>.txt` in the folder for temporary files:
//   NODE_OPTIONS='--import ./test/fuzz/branches.mjs' npx vitest run --project fast test/fuzz
// V8 counts blocks: a block is a branch, and a function is one too.

import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARSERS =
  /\/server\/(storage\/(zip|zip-directory|tar|archive-bytes|archive-members|archives)|http\/upload-form|domain\/packages\/(archives|filenames|metadata|metadata-rules|requirements|specifiers|versions|upload-form)|domain\/mirrors\/(html-anchors|json-elements|read-page|told-file))\.ts/;

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

// The runner ends its processes by this signal.
process.once('SIGTERM', () => {
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    const lines = taken.result
      .filter(({ url }) => PARSERS.test(url))
      .map(({ url, functions }) => {
        const ranges = functions.flatMap((each) => each.ranges);
        const takenRanges = ranges.filter(({ count }) => count > 0);
        const share = ((100 * takenRanges.length) / ranges.length).toFixed(1);
        return `${url.slice(url.indexOf('/server/') + 1)}: ${takenRanges.length} of ${ranges.length} branches, ${share} %`;
      });
    if (lines.length > 0) {
      writeFileSync(join(tmpdir(), `fuzz-branches-${process.pid}.txt`), `${lines.sort().join('\n')}\n`);
    }
  });
  process.exit();
});
