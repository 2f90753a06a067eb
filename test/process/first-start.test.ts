// The first start, with and without a browser: no password is built in, and a set-up link opens once.

import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { anonymous, signedIn } from '../support/people.ts';
import { launch, setupLinkIn, temporaryFolder } from './launch.ts';

const folder = temporaryFolder();
const newData = () => mkdtempSync(join(folder, 'data-'));
const password = 'correct horse battery staple';

function passwordFile(text: string): string {
  const path = join(mkdtempSync(join(folder, 'password-')), 'file');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

async function redeem(url: string, link: string) {
  const answer = await anonymous(url).graphql(
    `mutation ($input: RedeemLinkInput!) {
      redeemLink(input: $input) {
        ... on RedeemLinkPayload { viewer { user { name role } } }
        ... on UserError { code message }
      }
    }`,
    {
      input: {
        secret: link.slice(link.indexOf('#') + 1),
        name: 'ada',
        email: 'ada@people.example',
        password,
        carrier: 'BEARER',
      },
    },
  );
  return (answer.data as { redeemLink: object }).redeemLink;
}

describe('a first start', { timeout: 60_000 }, () => {
  it('says where it listens and prints one set-up link, whose successor at the next start alone opens, once', async () => {
    const environment = { WHEELHOUSE_DATA: newData() };
    const first = launch({ environment });
    const firstUrl = await first.listening;
    const firstLink = setupLinkIn(first.output().stdout) ?? '';
    expect(first.output().stdout).toBe(
      `Wheelhouse listens on ${firstUrl}\n` +
        `Set up the first admin (works once, for 72 hours): ${firstUrl}/ui/setup#${firstLink.split('#')[1]}\n`,
    );
    expect(firstLink).toMatch(/#[A-Za-z0-9_-]{43}$/);
    expect(statSync(join(environment.WHEELHOUSE_DATA, 'server.key')).mode & 0o777).toBe(0o600);
    first.signal('SIGTERM');
    expect((await first.ended).code).toBe(0);

    const second = launch({ environment });
    const url = await second.listening;
    const link = setupLinkIn(second.output().stdout) ?? '';
    expect(link.split('#')[1]).not.toBe(firstLink.split('#')[1]);
    const refused = {
      code: 'LINK_INVALID',
      message: expect.stringMatching(/^This link is unknown/) as string,
    };
    expect(await redeem(url, firstLink)).toEqual(refused);
    expect(await redeem(url, link)).toEqual({ viewer: { user: { name: 'ada', role: 'ADMIN' } } });
    expect(await redeem(url, link)).toEqual(refused);
    second.signal('SIGTERM');
    await second.ended;

    const third = launch({ environment });
    expect(`Wheelhouse listens on ${await third.listening}\n`).toBe(third.output().stdout);
    third.signal('SIGTERM');
    await third.ended;
  });

  it('without a browser makes the admin that the settings name, and never again', async () => {
    const environment = {
      WHEELHOUSE_DATA: newData(),
      WHEELHOUSE_ADMIN: 'ada',
      WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile(`${password}\n`),
    };
    const first = launch({ environment });
    const url = await first.listening;
    expect(first.output().stdout).toBe(`Wheelhouse listens on ${url}\n`);
    const ada = await signedIn(url, 'ada', password);
    expect((await ada.graphql('{ viewer { user { name role } } }')).data).toEqual({
      viewer: { user: { name: 'ada', role: 'ADMIN' } },
    });
    first.signal('SIGTERM');
    await first.ended;

    const gone = { WHEELHOUSE_ADMIN: 'eve', WHEELHOUSE_ADMIN_PASSWORD_FILE: join(folder, 'gone') };
    const second = launch({ environment: { ...environment, ...gone } });
    const again = await second.listening;
    expect(await signedIn(again, 'ada', password)).toMatchObject({ name: 'ada' });
    await expect(signedIn(again, 'eve', password)).rejects.toThrow('The name or the password is wrong');
    second.signal('SIGTERM');
    await second.ended;
  });

  it('refuses an admin that cannot be made with one line, and is a first start still', async () => {
    const data = newData();
    const attempt = async (name: string, file: string) => {
      const environment = {
        WHEELHOUSE_DATA: data,
        WHEELHOUSE_ADMIN: name,
        WHEELHOUSE_ADMIN_PASSWORD_FILE: file,
      };
      const { code, stdout, stderr } = await launch({ environment }).ended;
      // The very first of them also tells in its log that it made the database.
      return {
        code,
        stdout,
        sentences: stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{')),
      };
    };
    const refusal = (sentence: string) => ({ code: 1, stdout: '', sentences: [sentence] });
    const gone = join(folder, 'gone');

    expect(await attempt('ada', passwordFile('short\n'))).toEqual(
      refusal('WHEELHOUSE_ADMIN cannot be made: A password needs at least 12 characters.'),
    );
    expect(await attempt('ada', gone)).toEqual(
      refusal(`WHEELHOUSE_ADMIN_PASSWORD_FILE names ${gone}, which cannot be read.`),
    );
    expect(await attempt('Ada Lovelace', passwordFile(password))).toEqual(
      refusal(expect.stringMatching(/^WHEELHOUSE_ADMIN cannot be made: .*"Ada Lovelace"/) as string),
    );

    const server = launch({ environment: { WHEELHOUSE_DATA: data } });
    await server.listening;
    expect(setupLinkIn(server.output().stdout)).not.toBeNull();
    server.signal('SIGTERM');
    await server.ended;
  });

  it('on every address of the machine says and links one that a browser can go to', async () => {
    const server = launch({ environment: { WHEELHOUSE_DATA: newData(), WHEELHOUSE_HOST: '0.0.0.0' } });
    const url = await server.listening;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+$/);
    expect(server.output().stdout).toMatch(
      new RegExp(
        `^Wheelhouse listens on ${url}\nOther machines reach it at each address of this one.\n` +
          `Set up the first admin .*: ${url}/ui/setup#[A-Za-z0-9_-]{43}\n$`,
      ),
    );
    server.signal('SIGTERM');
    await server.ended;
  });

  it('makes its links of the public URL', async () => {
    const server = launch({
      environment: { WHEELHOUSE_DATA: newData(), WHEELHOUSE_PUBLIC_URL: 'https://wheels.example/' },
    });
    const url = await server.listening;
    expect(server.output().stdout).toMatch(
      new RegExp(
        `^Wheelhouse listens on ${url}\nClients reach it as https://wheels.example\n` +
          'Set up the first admin .*: https://wheels.example/ui/setup#[A-Za-z0-9_-]{43}\n$',
      ),
    );
    server.signal('SIGTERM');
    await server.ended;
  });
});

describe('recover-admin', { timeout: 60_000 }, () => {
  const recover = (environment: Record<string, string>) =>
    launch({ words: ['recover-admin', 'ada'], environment }).ended;
  const effect = 'This link sets a new password for ada. It works once, for 72 hours.\n';

  it('beside the running server prints a link, and says what its address follows from where that may be wrong', async () => {
    const environment = {
      WHEELHOUSE_DATA: newData(),
      WHEELHOUSE_ADMIN: 'ada',
      WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile(password),
    };
    const server = launch({ environment });
    const url = await server.listening;
    const own = { WHEELHOUSE_DATA: environment.WHEELHOUSE_DATA };
    expect(await recover({ ...own, WHEELHOUSE_HOST: '0.0.0.0', WHEELHOUSE_PORT: '8080' })).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:8080\/ui\/set-password#[A-Za-z0-9_-]{43}\n$/,
      ) as string,
      stderr:
        effect +
        'Its address follows from WHEELHOUSE_HOST and WHEELHOUSE_PORT as they are set here, or from ' +
        'WHEELHOUSE_PUBLIC_URL: if the server listens elsewhere, put its address before /ui.\n',
    });
    expect(await recover({ ...own, WHEELHOUSE_PUBLIC_URL: 'https://wheels.example' })).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^https:\/\/wheels\.example\/ui\/set-password#/) as string,
      stderr: effect,
    });
    expect(await signedIn(url, 'ada', password)).toMatchObject({ name: 'ada' });
    server.signal('SIGTERM');
    await server.ended;
  });
});
