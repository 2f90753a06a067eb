// Clean Python environments that a test installs into, and what it may then ask of them.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { makeEmptyEnvironment, runClient } from './python.ts';

const checkRecord = fileURLToPath(new URL('check_record.py', import.meta.url));

export type Environment = {
  python: string;
  /** False where the compiled wheels of the set cannot run: they are for CPython 3.11 on Linux and x86-64. */
  fitsCompiledWheels: boolean;
  /** What Python code prints that runs on what is installed; rejects when it fails. */
  run(code: string): Promise<string>;
  /** For each installed distribution, as `name version`, how many files have the hash that its wheel's RECORD gives. */
  filesAsRecorded(wheels: string[]): Promise<Record<string, number>>;
};

export async function newEnvironment(folder: string): Promise<Environment> {
  const python = await makeEmptyEnvironment(folder);
  const run = async (code: string) => {
    // Isolated, so that neither this folder nor a variable of the machine lends it a module.
    const { stdout } = await promisify(execFile)(python, ['-I', '-c', code], {
      env: { PATH: process.env.PATH },
    });
    return stdout.trim();
  };
  return {
    python,
    fitsCompiledWheels:
      (await run(`import sys, sysconfig; print(${platform})`)) === 'cpython-3.11 linux-x86_64',
    run,
    async filesAsRecorded(wheels) {
      const sitePackages = await run('import sysconfig; print(sysconfig.get_path("platlib"))');
      const checked = await runClient('python', [checkRecord, sitePackages, ...wheels], { folder });
      if (checked.exitCode !== 0)
        throw new Error(`What is installed is not what the wheels hold.\n${checked.stderr}`);
      return JSON.parse(checked.stdout) as Record<string, number>;
    },
  };
}

const platform =
  'f"{sys.implementation.name}-{sys.version_info[0]}.{sys.version_info[1]} {sysconfig.get_platform()}"';
