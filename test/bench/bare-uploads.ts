// The least that a durable upload costs: `/small` syncs the body as a file, the folder and one SQLite row before it
// answers; `/large` pipes the body to a file and syncs it. Nothing is parsed, hashed or checked.

import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import Database from 'better-sqlite3';

import { listen } from './listen.ts';
import { answerCalls } from './process-calls.ts';

/** What may wait to be written: then chunks go to the file together, and the client is seldom held up. */
const MEBIBYTE = 1024 * 1024;

const calls = {
  /** @param folder Where its files go; whoever gives it also removes it. */
  async listen({ folder }: { folder: string }): Promise<string> {
    mkdirSync(folder);
    const commit = commitIn(folder);
    return listen(
      createServer((request, response) => {
        const stored =
          request.url === '/large' ? storeLarge(folder, request) : storeSmall(folder, request, commit);
        stored.then(
          () => response.end('OK'),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
      }),
    );
  },
};

export type BareUploadCalls = typeof calls;

answerCalls(calls);

async function storeSmall(
  folder: string,
  request: IncomingMessage,
  commit: (name: string) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const name = randomUUID();
  const spooled = path.join(folder, `${name}.spool`);
  const file = await open(spooled, 'wx');
  try {
    await file.writeFile(Buffer.concat(chunks));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(spooled, path.join(folder, name));
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
  commit(name);
}

async function storeLarge(folder: string, request: IncomingMessage): Promise<void> {
  const target = path.join(folder, randomUUID());
  await pipeline(request, createWriteStream(target, { flags: 'wx', flush: true, highWaterMark: MEBIBYTE }));
  await rm(target);
}

function commitIn(folder: string): (name: string) => void {
  const database = new Database(path.join(folder, 'bare.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE file (name TEXT PRIMARY KEY, at TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO file VALUES (?, ?)');
  return (name) => void insert.run(name, new Date().toISOString());
}
