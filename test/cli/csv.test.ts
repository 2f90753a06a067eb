// Comma-separated values: what RFC 4180 says, and what keeps a cell from being run.
import { expect, test } from 'vitest';

import { csvLine } from '../../client/cli/csv.ts';

test('cells are quoted where they hold a comma, a quote or a line end, and a line ends as RFC 4180 says', () => {
  expect(csvLine(['plain', 'a,b', 'say "hi"', 'two\nlines', ''])).toBe(
    'plain,"a,b","say ""hi""","two\nlines",\r\n',
  );
});

test('no cell begins as a formula does, however it is disguised', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\u00a0=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    "=cmd|' /C calc'!A0",
    '|calc',
    '%0A=1',
  ];
  for (const formula of formulas) {
    const [, first] = /^"?(.)/su.exec(csvLine([formula])) ?? [];
    expect([formula, first]).toEqual([formula, "'"]);
  }
});

test('no piece of a cell begins as a formula does, where a spreadsheet separates by something else', () => {
  const line = csvLine(['x;=1+1', 'x; @a', 'x\t-1', 'x\n+1', 'x;\t=1', 'x;"=1"', '{"name":"x;=1"}']);
  expect(line).toBe(`x;'=1+1,x;' @a,x\t'-1,"x\n'+1",x;'\t'=1,"x;'""=1""","{""name"":""x;'=1""}"\r\n`);
});

test('what is no formula stays as it is', () => {
  for (const plain of [
    'alice',
    '1',
    '2026-11-22T12:00:00.000Z',
    '{"a":"=1"}',
    'a=1',
    'a;b',
    'a; b=1',
    'a, b - c',
    'data-team\t1',
    ':anonymous:',
    '__token__',
  ]) {
    expect(
      csvLine([plain])
        .replaceAll('""', '"')
        .replace(/^"(.*)"\r\n$/, '$1\r\n'),
    ).toBe(`${plain}\r\n`);
  }
});
