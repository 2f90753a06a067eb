// `npm run bench`: measures the built server beside bare ones and prints a table. Options: --json FILE, --quick,
// --only PATTERN, --database postgresql://…, --server FILE. A missed target is shown; a page that did not show what
// had just been uploaded, or an answer with another status than the expected one, also fails the run.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { askFor } from './api.ts';
import { withContenders, type Contenders } from './contenders.ts';
import { JSON_PAGE } from './data-set.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { residentMiB } from './process-figures.ts';
import type { Plan } from './rounds.ts';
import { rows, type Row } from './rows.ts';
import { jsonOf, tableOf } from './table.ts';

interface Options {
  readonly plan: Plan;
  readonly chosen: readonly Row[];
  readonly entry: string;
  readonly json?: string;
  readonly databaseUrl?: string;
}

const thorough: Plan = {
  rounds: 3,
  readSeconds: 1.1,
  warmUpSeconds: 0.4,
  uploadSeconds: 2,
  uploadsPerRound: 1000,
};
const quick: Plan = {
  rounds: 1,
  readSeconds: 0.5,
  warmUpSeconds: 0.15,
  uploadSeconds: 1,
  uploadsPerRound: 400,
};

process.exitCode = await bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function bench(words: readonly string[]): Promise<number> {
  const options = optionsOf(words);
  const began = performance.now();
  const failures: string[] = [];
  const outcomes = await withContenders(options, async (contenders) => {
    await introduce(contenders, options);
    return measureRows(contenders, options, failures);
  });
  console.log(`\n${tableOf(outcomes)}\n`);
  console.log(
    `Rounds: ${options.plan.rounds}, medians; ${Math.round((performance.now() - began) / 1000)} s in all.`,
  );
  console.log('Where the bare server was not busy, the load or the disk set its figure.');
  for (const failure of failures) console.error(failure);
  if (options.json !== undefined) await writeFile(options.json, jsonOf(outcomes));
  return failures.length > 0 || outcomes.some(({ isStale }) => isStale) ? 1 : 0;
}

async function measureRows(contenders: Contenders, options: Options, failures: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, measure, target } of options.chosen) {
    console.error(`measuring ${name}`);
    try {
      const measured = await measure(contenders, options.plan);
      const state = {
        residentMiB: residentMiB(contenders.server.pid),
        onPostgresql: options.databaseUrl !== undefined,
      };
      outcomes.push(outcomeOf(name, measured, target, state));
    } catch (error) {
      const lastWords = await contenders.logTail();
      failures.push(
        `${name} could not be measured: ${String(error)}\nThe server's last words:\n${lastWords}`,
      );
    }
    await contenders.emptyLog();
  }
  return outcomes;
}

async function introduce({ server, dataSet }: Contenders, { databaseUrl }: Options): Promise<void> {
  const page = await askFor(200, server.origin, {
    method: 'GET',
    path: dataSet.publicPage,
    headers: { accept: JSON_PAGE },
  });
  const { files } = JSON.parse(page.body.toString()) as { files: readonly unknown[] };
  console.log(
    `Node ${process.versions.node}, ${databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'}. ` +
      `Ready in ${Math.round(server.startedInMs)} ms. ` +
      `The page: ${files.length} files, ${page.body.length} bytes as JSON.`,
  );
}

function optionsOf(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      database: { type: 'string' },
      server: { type: 'string', default: 'dist/server.mjs' },
    },
  });
  const pattern = new RegExp(values.only, 'i');
  const chosen = rows.filter(({ name }) => pattern.test(name));
  if (chosen.length === 0) {
    throw new Error(
      `No row matches --only ${values.only}; there are: ${rows.map(({ name }) => name).join('; ')}.`,
    );
  }
  const entry = path.resolve(values.server);
  if (!existsSync(entry)) throw new Error(`${entry} is missing; run npm run build first, or npm run bench.`);
  return {
    plan: values.quick ? quick : thorough,
    chosen,
    entry,
    ...(values.json !== undefined && { json: path.resolve(values.json) }),
    ...(values.database !== undefined && { databaseUrl: values.database }),
  };
}
