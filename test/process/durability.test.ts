// The order in which a real server makes things durable, read from its system calls: what an answer promises is on the
// disk before the answer is sent (DESIGN 3.4.7). And what a start leaves that is killed at one exact call.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { signedIn } from '../support/people.ts';
import { launch, setupLinkIn, temporaryFolder } from './launch.ts';
import { canTrace, killedAt, readCalls, recordingTo, type SystemCall } from './system-calls.ts';

const folder = temporaryFolder();
const isTracing = canTrace();
const writes = /^p?writev?(64)?$/;
const syncs = /^f(data)?sync$/;
const renames = /^rename/;

describe.skipIf(!isTracing)('on the disk', { timeout: 120_000 }, () => {
  const data = join(folder, 'data');
  const small = makeWheel({ name: 'small', version: '1.0' });
  const large = makeWheel({
    name: 'large',
    version: '1.0',
    files: { 'payload.bin': randomBytes(3_000_000) },
  });
  const answers = new Map<string, string>();
  let calls: readonly SystemCall[];

  beforeAll(async () => {
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, 'correct horse battery staple');
    const environment = {
      WHEELHOUSE_DATA: data,
      WHEELHOUSE_ADMIN: 'ada',
      WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile,
    };
    const record = join(folder, 'calls');
    const server = launch({ environment, through: recordingTo(record) });
    const ada = await signedIn(await server.listening, 'ada', 'correct horse battery staple');
    await ada.createIndex('ada/prod');
    for (const wheel of [small, large]) {
      const answer = await ada.withPassword.upload('ada/prod', wheel);
      expect(answer.status).toBe(200);
      answers.set(wheel.sha256, answer.headers.get('x-request-id') ?? 'none');
    }
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
    calls = readCalls(record);
  }, 120_000);

  it.each([
    ['a small upload', small],
    ['a large upload', large],
  ])('%s and its metadata are durable before the row, and the row before the answer', (_, wheel) => {
    for (const sha256 of [wheel.sha256, createHash('sha256').update(wheel.metadata).digest('hex')]) {
      const naming = only(renames, new RegExp(`/${sha256}"`));
      const spool = /^"([^"]+)"/.exec(naming.text)![1]!;
      const answer = only(writes, new RegExp(`HTTP/1.1 200 OK.*${answers.get(wheel.sha256)}`));
      const named = first(syncs, open(join(data, 'blobs', sha256.slice(0, 2))), naming.ended);
      const row = last(writes, open(join(data, 'wheelhouse.sqlite-wal')), answer.begun);
      const order: Step[] = [
        ['the bytes are written', last(writes, open(spool), Infinity)],
        ['the bytes are synced', last(syncs, open(spool), Infinity)],
        ['the bytes get their name', naming],
        ['the name is synced', named],
        ['the row is written', row],
        ['the row is synced', first(syncs, open(join(data, 'wheelhouse.sqlite-wal')), row.ended)],
        ['the answer is sent', answer],
      ];
      expect(outOfOrder(order)).toEqual([]);
    }
  });

  it('the server key is whole and synced before it has its name', () => {
    const key = join(data, 'server.key');
    const naming = only(renames, new RegExp(`"${key}"`));
    const unfinished = open(/^"([^"]+)"/.exec(naming.text)![1]!);
    const order: Step[] = [
      ['the key is written', only(writes, unfinished)],
      ['the key is synced', only(syncs, unfinished)],
      ['the key gets its name', naming],
      ['the name is synced', first(syncs, open(data), naming.ended)],
    ];
    expect(outOfOrder(order)).toEqual([]);
  });

  it.each([
    ['the data folder', data, folder],
    ['the folder of blobs', join(data, 'blobs'), data],
    ['the last folder for blobs', join(data, 'blobs', 'ff'), join(data, 'blobs')],
  ])('%s is synced into what it lies in before anything is answered', (_, made, around) => {
    const making = only(/^mkdir/, new RegExp(`"${made}"`));
    const answer = only(writes, new RegExp(`HTTP/1.1 200 OK.*${answers.get(small.sha256)}`));
    expect(first(syncs, open(around), making.ended).ended).toBeLessThan(answer.begun);
  });

  const open = (path: string) => new RegExp(`^\\d+<${path}>`);

  const found = (name: RegExp, text: RegExp) =>
    calls.filter((call) => name.test(call.name) && text.test(call.text));

  function only(name: RegExp, text: RegExp): SystemCall {
    const these = found(name, text);
    const [call] = these;
    if (call === undefined || these.length > 1) {
      throw new Error(`There are ${these.length} calls of ${name} on ${text}.`);
    }
    return call;
  }

  function first(name: RegExp, text: RegExp, after: number): SystemCall {
    const call = found(name, text).find(({ begun }) => begun > after);
    if (call === undefined) throw new Error(`After call ${after} there is no ${name} of ${text}.`);
    return call;
  }

  function last(name: RegExp, text: RegExp, before: number): SystemCall {
    const call = found(name, text).findLast(({ ended }) => ended < before);
    if (call === undefined) throw new Error(`Before call ${before} there is no ${name} of ${text}.`);
    return call;
  }
});

type Step = readonly [what: string, call: SystemCall];

/** The steps that had not ended when the next began. */
function outOfOrder(steps: readonly Step[]): string[] {
  return steps.flatMap(([what, { ended }], place) => {
    const next = steps[place + 1];
    return next === undefined || ended < next[1].begun ? [] : [`${what}: not before ${next[0]}`];
  });
}

describe.skipIf(!isTracing)('a first start that is killed', { timeout: 120_000 }, () => {
  it('before it wrote its key, or in its migration, is made up for by the next', async () => {
    const data = mkdtempSync(join(folder, 'killed-'));
    const environment = { WHEELHOUSE_DATA: data };
    const killed = async (names: string, path: string) => {
      const { code } = await launch({ environment, through: killedAt(names, join(data, path)) }).ended;
      return { code, files: readdirSync(data).filter((name) => !name.startsWith('lock')) };
    };

    expect(await killed('write', 'server.key.unfinished')).toEqual({
      code: null,
      files: ['server.key.unfinished'],
    });
    expect(statSync(join(data, 'server.key.unfinished')).size).toBe(0);
    expect(await killed('rename', 'server.key.unfinished')).toEqual({
      code: null,
      files: ['server.key.unfinished'],
    });
    expect((await killed('fsync,fdatasync', 'wheelhouse.sqlite-wal')).code).toBeNull();
    expect((await killed('mkdir', 'blobs')).code).toBeNull();
    expect(existsSync(join(data, 'blobs'))).toBe(false);

    const server = launch({ environment });
    await server.listening;
    expect(setupLinkIn(server.output().stdout)).not.toBeNull();
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});
