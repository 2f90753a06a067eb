// `wheelhouse import-tokens` on the server's machine, while the server rests: what it says, and what works afterwards.

import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { anonymous, signedIn } from '../support/people.ts';
import { launch, temporaryFolder } from './launch.ts';

const folder = temporaryFolder();
const password = 'correct horse battery staple';
const secret = 'a-secret-of-the-other-system_0123456789';

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(folder, 'file-')), 'file');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const lineFor = (user: string, id = 'AAAAAAAAAAAAAAAAAAAAAA') =>
  `${JSON.stringify({
    id,
    user,
    index: 'ada/prod',
    scope: 'read',
    hash: createHash('sha256').update(secret).digest('hex'),
    expires: null,
    label: 'old',
  })}\n`;

describe('import-tokens', { timeout: 120_000 }, () => {
  it('takes tokens over, once, tells each mistake, and waits for no running server', async () => {
    const environment = {
      WHEELHOUSE_DATA: mkdtempSync(join(folder, 'data-')),
      WHEELHOUSE_ADMIN: 'ada',
      WHEELHOUSE_ADMIN_PASSWORD_FILE: fileWith(password),
    };
    const first = launch({ environment });
    const ada = await signedIn(await first.listening, 'ada', password);
    await ada.createIndex('ada/prod');
    const take = (file: string) =>
      launch({
        words: ['import-tokens', file],
        environment: { WHEELHOUSE_DATA: environment.WHEELHOUSE_DATA },
      }).ended;
    const good = fileWith(lineFor('ada'));
    expect(await take(good)).toMatchObject({ code: 1, stdout: '' });
    first.signal('SIGTERM');
    await first.ended;
    expect(await take(good)).toEqual({ code: 0, stdout: '1 token was taken over.\n', stderr: '' });
    expect(await take(good)).toEqual({
      code: 0,
      stdout: '0 tokens were taken over; 1 was taken over before.\n',
      stderr: '',
    });
    const mistaken = fileWith(lineFor('ada', 'B'.repeat(22)) + lineFor('nobody', 'C'.repeat(22)) + 'x');
    const absent = join(folder, 'absent');
    expect(await take(mistaken)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Line 2: There is no user "nobody".\nLine 3: This is no JSON object.\n',
    });
    expect(await take(absent)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${absent} cannot be read (ENOENT): name a file of JSON lines.\n`,
    });
    const server = launch({ environment });
    const url = await server.listening;
    const authorization = `Bearer adm_AAAAAAAAAAAAAAAAAAAAAA.${secret}`;
    expect((await anonymous(url).get('/ada/prod/simple/', { authorization })).status).toBe(200);
    const other = `Bearer adm_${'B'.repeat(22)}.${secret}`;
    expect((await anonymous(url).get('/ada/prod/simple/', { authorization: other })).status).toBe(401);
    server.signal('SIGTERM');
    await server.ended;
  });
});
