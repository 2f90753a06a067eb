// twine takes every 409 for "is there already", and all uploaders send the whole file again at a 5xx, several times over.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { ERROR_CODES, type UploadRefused } from '../../server/domain/errors.ts';
import { splice } from '../fuzz/mutate.ts';
import { raw } from '../http/raw.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { basic, type Person } from '../support/people.ts';
import { seeded } from '../support/seeded.ts';
import { clientForm, MULTIPART, multipart } from './upload-forms.ts';

const SEED = 20_261_123;

/** All of them, or it does not compile. */
const STATUSES: Record<UploadRefused['code'], number> = {
  FORM_INVALID: 400,
  ACTION_GONE: 410,
  FILENAME_INVALID: 400,
  ARCHIVE_INVALID: 400,
  METADATA_INVALID: 400,
  METADATA_DISAGREES: 400,
  DIGEST_MISMATCH: 400,
  FILE_TOO_LARGE: 400,
  FILE_EXISTS: 409,
  FILENAME_USED: 400,
  INDEX_TAKES_NO_UPLOADS: 403,
  PROJECT_CLOSED: 403,
  NAME_SERVED_UPSTREAM: 403,
  QUOTA_EXCEEDED: 403,
  DISK_LOW: 400,
};

let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  await alice.createIndex('alice/prod');
});
afterAll(() => app.close());

it.each(Object.entries(STATUSES))('C105: the refusal %s of an upload has status %i', (code, status) => {
  expect(ERROR_CODES[code as UploadRefused['code']].status).toBe(status);
});

it(`C105: no upload of 200 broken ones is answered 409 but for other bytes, nor 5xx, from seed ${SEED}`, async () => {
  const present = makeWheel({ name: 'demo', version: '1.0' });
  expect((await alice.withPassword.upload('alice/prod', present)).status).toBe(200);
  const other = makeWheel({ name: 'demo', version: '1.0', description: 'Other bytes.' });
  const form = multipart(await clientForm('uv', { file: other, name: 'demo', version: '1.0' }));
  const headers = { authorization: basic(alice.name, alice.password), 'content-type': MULTIPART };
  const conflicts = new Set<unknown>();
  const statuses = new Set<number>();
  for (let number = 0; number < 200; number += 1) {
    const body = number === 0 ? form : splice(seeded(SEED + number), form);
    const answer = await raw(app.url, { method: 'POST', path: '/alice/prod/', headers, body });
    statuses.add(answer.status);
    if (answer.status === 409) conflicts.add(answer.headers['x-error-code']);
  }
  expect([...conflicts]).toEqual(['FILE_EXISTS']);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
});
