// Everything that takes part in one run, each in a process of its own: the server with its data set, the bare
// servers, the load. Decides in which order they start, and ends them all.

import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { BareCalls } from './bare-server.ts';
import type { BareUploadCalls } from './bare-uploads.ts';
import type { YogaCalls } from './bare-yoga.ts';
import { ADMIN, makeDataSet, type DataSet } from './data-set.ts';
import type { KeeperCalls, StartedServer } from './keeper.ts';
import type { LargeContentCalls } from './large-content.ts';
import type { LoadCalls } from './load.ts';
import type { TokenCheckCalls } from './token-checks.ts';
import { startProcess, type RunningProcess } from './process-calls.ts';

/** Something that answers on a port. */
export interface Contender {
  readonly origin: string;
  readonly pid: number;
}

export interface Contenders {
  readonly server: StartedServer;
  readonly bare: Contender & { readonly process: RunningProcess<BareCalls> };
  readonly bareUploads: Contender;
  readonly yoga: Contender;
  readonly load: RunningProcess<LoadCalls>;
  /** Checks tokens in a process of its own. */
  readonly checks: RunningProcess<TokenCheckCalls>;
  /** Another server of ours, with as much content as a row asks for. */
  readonly large: RunningProcess<LargeContentCalls>;
  readonly dataSet: DataSet;
  emptyLog(): Promise<void>;
  /** The last lines of the server's log, for whoever has to find out why something failed. */
  logTail(): Promise<string>;
}

/** Starts them, hands them over, and ends them whatever happens. */
export async function withContenders<Result>(
  { entry, databaseUrl }: { entry: string; databaseUrl?: string },
  use: (contenders: Contenders) => Promise<Result>,
): Promise<Result> {
  const keeper = startProcess<KeeperCalls>('keeper.ts');
  const bare = startProcess<BareCalls>('bare-server.ts');
  const bareUploads = startProcess<BareUploadCalls>('bare-uploads.ts');
  const yoga = startProcess<YogaCalls>('bare-yoga.ts');
  const load = startProcess<LoadCalls>('load.ts');
  const checks = startProcess<TokenCheckCalls>('token-checks.ts');
  const large = startProcess<LargeContentCalls>('large-content.ts');
  try {
    const folder = await keeper.call('prepare', { ...(databaseUrl !== undefined && { databaseUrl }) });
    const dataSet = await fillServer(keeper, entry, folder);
    // Started anew, so that neither the making of the data set nor the counting of statements is measured.
    const server = await keeper.call('startServer', { entry, settings: {} });
    return await use({
      server,
      bare: { origin: await bare.call('listen', undefined), pid: bare.pid, process: bare },
      bareUploads: {
        origin: await bareUploads.call('listen', { folder: path.join(folder, 'bare') }),
        pid: bareUploads.pid,
      },
      yoga: { origin: await yoga.call('listen', undefined), pid: yoga.pid },
      load,
      checks,
      large,
      dataSet,
      emptyLog: () => keeper.call('emptyLog', undefined),
      logTail: () => keeper.call('logTail', undefined),
    });
  } finally {
    await Promise.all([bare, bareUploads, yoga, load, checks, large].map((one) => one.end()));
    await keeper.end();
  }
}

async function fillServer(
  keeper: RunningProcess<KeeperCalls>,
  entry: string,
  folder: string,
): Promise<DataSet> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = path.join(folder, 'admin-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { origin } = await keeper.call('startServer', {
    entry,
    settings: {
      WHEELHOUSE_ADMIN: ADMIN,
      WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile,
      // At this level answers of the API say how many SQL statements they took.
      WHEELHOUSE_LOG_LEVEL: 'trace',
    },
  });
  const dataSet = await makeDataSet(origin, password).catch(async (error: unknown) => {
    throw new Error(`${String(error)}\nThe server's last words:\n${await keeper.call('logTail', undefined)}`);
  });
  await keeper.call('stopServer', undefined);
  return dataSet;
}
