// The settings: what each means when it is left out, what it takes, and the sentence for each mistake.

import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readSettings, SETTINGS, SettingsRefused } from '../server/config.ts';

const publicUrl = (url: string) => readSettings({ WHEELHOUSE_PUBLIC_URL: url }).publicUrl?.origin;

function mistakes(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof SettingsRefused) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('that are all left out give a server for one machine', () => {
    const { trustedProxies, ...others } = readSettings({});
    expect(others).toEqual({
      host: '127.0.0.1',
      port: 3141,
      dataFolder: resolve('wheelhouse-data'),
      publicUrl: null,
      secretFile: null,
      maxUploadBytes: 2 * 1024 ** 3,
      minFreeDiskBytes: 1024 ** 3,
      sessionLimits: { idleMilliseconds: 12 * 3_600_000, lifeMilliseconds: 7 * 86_400_000 },
      smtp: null,
      throttleLimits: { perAddress: 5, perAccount: 10, windowMilliseconds: 15 * 60_000 },
      tokenPolicy: { maxLifeMilliseconds: 365 * 86_400_000, perHour: 20, location: '' },
      auditRetentionMilliseconds: 400 * 86_400_000,
      logLevel: 'info',
      databaseUrl: null,
      firstAdmin: null,
    });
    expect(trustedProxies.check('127.0.0.1')).toBe(false);
  });

  it('that are empty count as left out, as composed environments leave them', () => {
    const empty = Object.fromEntries(SETTINGS.map(({ name }) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true);
  });

  it('hold paths that do not depend on the folder the server is in later', () => {
    const given = readSettings({
      WHEELHOUSE_DATA: 'data',
      WHEELHOUSE_SECRET_FILE: '../key',
      WHEELHOUSE_ADMIN: 'ada',
      WHEELHOUSE_ADMIN_PASSWORD_FILE: 'password',
    });
    expect([given.dataFolder, given.secretFile, given.firstAdmin]).toEqual([
      resolve('data'),
      resolve('../key'),
      { name: 'ada', passwordFile: resolve('password') },
    ]);
  });

  it.each([
    ['1', 1],
    ['1048576', 1024 ** 2],
    ['64KiB', 64 * 1024],
    ['500 MiB', 500 * 1024 ** 2],
    ['5gib', 5 * 1024 ** 3],
  ])('read an upload limit of %s as %d bytes', (text, bytes) => {
    expect(readSettings({ WHEELHOUSE_MAX_UPLOAD: text }).maxUploadBytes).toBe(bytes);
  });

  it.each([
    ['1m', 60_000],
    ['7d', 7 * 86_400_000],
    ['never', null],
  ])('let a token live for %s', (text, maxLifeMilliseconds) => {
    expect(readSettings({ WHEELHOUSE_TOKEN_MAX_LIFE: text }).tokenPolicy).toMatchObject({
      maxLifeMilliseconds,
    });
  });

  it('have the host of the public URL written into attenuable tokens', () => {
    const { tokenPolicy } = readSettings({ WHEELHOUSE_PUBLIC_URL: 'https://wheels.example' });
    expect(tokenPolicy.location).toBe('wheels.example');
  });

  it.each([
    ['1d', 86_400_000],
    ['36h', 36 * 3_600_000],
    ['36500d', 36_500 * 86_400_000],
  ])('keep audit events for %s, which are %d milliseconds', (text, milliseconds) => {
    expect(readSettings({ WHEELHOUSE_AUDIT_RETENTION: text }).auditRetentionMilliseconds).toBe(milliseconds);
  });

  it.each([
    [
      'WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS',
      ['0', '10001', '-1', 'off', '5.5'],
      'must be a number from 1 to 10000.',
    ],
    ['WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT', ['0', '10001', 'none'], 'must be a number from 1 to 10000.'],
    [
      'WHEELHOUSE_SIGN_IN_WINDOW',
      ['0m', '15', '25h', '2d', '30s'],
      'must be a number with m, h or d, from 1m to 1d, such as 15m.',
    ],
  ])('do not let %s be switched off', (name, texts, sentence) => {
    for (const text of texts) expect(mistakes({ [name]: text })).toEqual([`${name} ${sentence}`]);
  });

  it('set how many wrong passwords are taken, and for how long they count', () => {
    const { throttleLimits } = readSettings({
      WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1',
      WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: '10000',
      WHEELHOUSE_SIGN_IN_WINDOW: '2h',
    });
    expect(throttleLimits).toEqual({ perAddress: 1, perAccount: 10_000, windowMilliseconds: 7_200_000 });
  });

  it.each(['0d', '23h', '36501d', '400', 'for ever', '-1d', '1.5d'])(
    'refuse to keep audit events for %s, in one sentence',
    (text) => {
      expect(() => readSettings({ WHEELHOUSE_AUDIT_RETENTION: text })).toThrow(
        /^WHEELHOUSE_AUDIT_RETENTION must be a number with m, h or d, from 1d to 36500d, such as 400d\.$/,
      );
    },
  );

  it.each([
    ['https://index.example', 'https://index.example'],
    ['https://index.example/', 'https://index.example'],
    ['https://Index.Example:443', 'https://index.example'],
    ['http://10.0.0.7:8080', 'http://10.0.0.7:8080'],
  ])('read the public URL %s as %s', (text, origin) => {
    expect(publicUrl(text)).toBe(origin);
  });

  it('trust the proxies that are named, on both protocols, and nobody else', () => {
    const { trustedProxies } = readSettings({
      WHEELHOUSE_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1,, fd00::/8 ,::1',
    });
    const trusted = [
      ['10.200.0.1', 'ipv4'],
      ['192.0.2.1', 'ipv4'],
      ['192.0.2.2', 'ipv4'],
      ['fd12::1', 'ipv6'],
      ['::1', 'ipv6'],
      ['::2', 'ipv6'],
    ] as const;
    expect(trusted.map(([address, family]) => trustedProxies.check(address, family))).toEqual([
      ...[true, true, false],
      ...[true, true, false],
    ]);
  });

  it('send mail by a server that is named with a sender, from where links lead to the public URL', () => {
    const mail = {
      WHEELHOUSE_SMTP_URL: 'smtps://ada:secret@mail.example:465',
      WHEELHOUSE_MAIL_FROM: 'wheelhouse@index.example',
    };
    expect(readSettings({ ...mail, WHEELHOUSE_PUBLIC_URL: 'https://index.example' }).smtp).toEqual({
      url: 'smtps://ada:secret@mail.example:465',
      from: 'wheelhouse@index.example',
    });
    const sentence =
      'WHEELHOUSE_SMTP_URL and WHEELHOUSE_MAIL_FROM are set together, and with WHEELHOUSE_PUBLIC_URL, to which mailed links lead.';
    expect(() => readSettings(mail)).toThrow(sentence);
    expect(() => readSettings({ WHEELHOUSE_MAIL_FROM: 'wheelhouse@index.example' })).toThrow(sentence);
  });

  it('take a database by its URL, with a key file that all nodes share', () => {
    const given = { DATABASE_URL: 'postgres://ada@db.example/wheels', WHEELHOUSE_SECRET_FILE: '/run/key' };
    expect(readSettings(given)).toMatchObject({ databaseUrl: given.DATABASE_URL, secretFile: '/run/key' });
    const socket = 'postgresql:///wheels?host=/var/run/postgresql';
    expect(readSettings({ ...given, DATABASE_URL: socket }).databaseUrl).toBe(socket);
  });

  it('may stand beside those of the client and of the tests, and beside everything else', () => {
    const others = {
      WHEELHOUSE_SERVER: 'x',
      WHEELHOUSE_TOKEN: 'x',
      WHEELHOUSE_TEST_BROWSER: 'x',
      PORT: '80',
    };
    expect(readSettings(others)).toEqual(readSettings({}));
  });
});

describe('a mistake in the settings', () => {
  const bytes = 'must be a number of bytes above 0, or a number with KiB, MiB or GiB, such as 2GiB.';
  const url = 'must be http:// or https:// with a host and, if need be, a port, and nothing behind them.';
  const port = 'must be a port number from 0 to 65535.';
  const levels = 'must be one of trace, debug, info, warn, error, fatal, silent.';
  const network = 'which is neither an address nor a network such as 10.0.0.0/8.';
  const smtp = 'must be smtp:// or smtps:// with a host and, if need be, user, password and port.';
  const sender = 'must be an address of the form name@domain.';
  const database = 'must be postgresql://user:password@host:port/database; leave it out for SQLite.';

  it.each([
    ['WHEELHOUSE_PORT', '65536', port],
    ['WHEELHOUSE_PORT', '-1', port],
    ['WHEELHOUSE_PORT', '80.5', port],
    ['WHEELHOUSE_PORT', 'http', port],
    ['WHEELHOUSE_PORT', '0x50', port],
    ['WHEELHOUSE_MAX_UPLOAD', '0', bytes],
    ['WHEELHOUSE_MAX_UPLOAD', '0GiB', bytes],
    ['WHEELHOUSE_MAX_UPLOAD', '-5', bytes],
    ['WHEELHOUSE_MAX_UPLOAD', '1.5GiB', bytes],
    ['WHEELHOUSE_MAX_UPLOAD', '5MB', bytes],
    ['WHEELHOUSE_MAX_UPLOAD', '999999999GiB', bytes],
    ['WHEELHOUSE_PUBLIC_URL', 'index.example', url],
    ['WHEELHOUSE_PUBLIC_URL', 'ftp://index.example', url],
    ['WHEELHOUSE_PUBLIC_URL', 'https://', url],
    ['WHEELHOUSE_PUBLIC_URL', 'https://index.example/wheels', url],
    ['WHEELHOUSE_PUBLIC_URL', 'https://index.example/?a', url],
    ['WHEELHOUSE_PUBLIC_URL', 'https://index.example/#a', url],
    ['WHEELHOUSE_PUBLIC_URL', 'https://ada@index.example', url],
    ['WHEELHOUSE_TRUSTED_PROXIES', 'all', `holds "all", ${network}`],
    ['WHEELHOUSE_TRUSTED_PROXIES', '10.0.0.0/33', `holds "10.0.0.0/33", ${network}`],
    ['WHEELHOUSE_TRUSTED_PROXIES', '::1/129', `holds "::1/129", ${network}`],
    ['WHEELHOUSE_TRUSTED_PROXIES', '10.0.0.0/', `holds "10.0.0.0/", ${network}`],
    ['WHEELHOUSE_TRUSTED_PROXIES', '10.0.0.1, proxy.example', `holds "proxy.example", ${network}`],
    ['WHEELHOUSE_SMTP_URL', 'mail.example', smtp],
    ['WHEELHOUSE_SMTP_URL', 'https://mail.example', smtp],
    ['WHEELHOUSE_SMTP_URL', 'smtp://mail.example/?secure=true', smtp],
    ['WHEELHOUSE_MAIL_FROM', 'Wheelhouse <w@index.example>', sender],
    ['WHEELHOUSE_LOG_LEVEL', 'verbose', levels],
    ['WHEELHOUSE_LOG_LEVEL', 'INFO', levels],
    ['DATABASE_URL', 'mysql://ada:secret@db.example/wheels', database],
    ['DATABASE_URL', 'file:wheels.db', database],
    ['DATABASE_URL', 'postgresql://', database],
    ['DATABASE_URL', 'postgresql://db.example', database],
    ['DATABASE_URL', 'postgresql://[/wheels', database],
  ])('%s=%s is answered with what it must be', (name, value, sentence) => {
    expect(mistakes({ [name]: value })).toEqual([`${name} ${sentence}`]);
  });

  it('is told beside every other, one line for each', () => {
    expect(mistakes({ WHEELHOUSE_PORT: 'x', WHEELHOUSE_LOG_LEVEL: 'x', WHEELHOUSE_HSOT: 'x' })).toEqual([
      'WHEELHOUSE_HSOT is not a setting; docs/settings.md lists those there are.',
      `WHEELHOUSE_PORT ${port}`,
      `WHEELHOUSE_LOG_LEVEL ${levels}`,
    ]);
  });

  it('that puts a password where none belongs is told without it', () => {
    const given = { WHEELHOUSE_ADMIN: 'ada', WHEELHOUSE_ADMIN_PASSWORD: 'hunter2hunter2' };
    expect(mistakes(given)).toEqual([
      'WHEELHOUSE_ADMIN_PASSWORD is not a setting; docs/settings.md lists those there are.',
    ]);
  });

  it('that leaves half of a pair out is told', () => {
    const both = ['WHEELHOUSE_ADMIN and WHEELHOUSE_ADMIN_PASSWORD_FILE are set together or not at all.'];
    expect(mistakes({ WHEELHOUSE_ADMIN: 'ada' })).toEqual(both);
    expect(mistakes({ WHEELHOUSE_ADMIN_PASSWORD_FILE: '/run/password' })).toEqual(both);
    expect(mistakes({ DATABASE_URL: 'postgresql://db.example/wheels' })).toEqual([
      'WHEELHOUSE_SECRET_FILE is required with PostgreSQL: all nodes share one server key.',
    ]);
  });
});
