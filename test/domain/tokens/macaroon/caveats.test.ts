// What caveats say, one by one, and that nothing else is taken for one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCaveat } from '../../../../server/domain/tokens/macaroon/caveats.ts';

const uuid = '00000000-0000-4000-8000-000000000001';
const read = (text: string) => readCaveat(Buffer.from(text));

describe('a caveat', () => {
  it.each([
    ['[0,1900000000,1700000000]', { kind: 'times', notBefore: 1700000000, expires: 1900000000 }],
    ['[1, ["My.Pkg", "b"]]', { kind: 'projects', names: ['My.Pkg', 'b'] }],
    [`[2,["${uuid}"]]`, { kind: 'projectIds', ids: [uuid] }],
    [`[3,"${uuid}"]`, { kind: 'user', id: uuid }],
    [`[4,"${uuid}",null]`, { kind: 'publisher', id: uuid }],
    [`[4,"${uuid}",{"sub":"a b"}]`, { kind: 'publisher', id: uuid }],
    ['{"version": 1, "permissions": "user"}', { kind: 'user', id: null }],
    ['{"permissions":{"projects":["a"]},"version":1}', { kind: 'projects', names: ['a'] }],
    ['{"nbf": 1, "exp": 2}', { kind: 'times', notBefore: 1, expires: 2 }],
    [`{"project_ids": ["${uuid}"]}`, { kind: 'projectIds', ids: [uuid] }],
    ['allowed=pkg_read,upload', { kind: 'permissions', words: ['pkg_read', 'upload'] }],
    ['allowed=user_create', { kind: 'permissions', words: ['user_create'] }],
    ['indexes=alice/dev,team/prod', { kind: 'indexes', paths: ['alice/dev', 'team/prod'] }],
    ['projects=a,B_c', { kind: 'projects', names: ['a', 'B_c'] }],
    ['expires=1900000000', { kind: 'times', notBefore: null, expires: 1900000000 }],
    ['expires=never', { kind: 'times', notBefore: null, expires: null }],
    ['not_before=1700000000', { kind: 'times', notBefore: 1700000000, expires: null }],
  ])('%s is read', (text, caveat) => {
    expect(read(text)).toEqual(caveat);
  });

  it.each([
    '',
    ' ',
    'null',
    '0',
    '"user"',
    'anything else',
    '[]',
    '{}',
    '[0]',
    '[0,1900000000]',
    '[0,1900000000,1700000000,0]',
    '[0,1900000000.0,1700000000]',
    '[0,1900000000.5,1700000000]',
    '[0,1.9e9,1700000000]',
    '[0,"1900000000",1700000000]',
    '[0,1900000000,null]',
    '[0,1900000000,-1]',
    '[0,99999999999999,0]',
    '[0,1e400,0]',
    '[false,1900000000,1700000000]',
    '["0",1900000000,1700000000]',
    '[1]',
    '[1,[]]',
    '[1,"a"]',
    '[1,["a"],null]',
    '[1,["a",1]]',
    '[1,[["a"]]]',
    '[1,[""]]',
    '[1,["a*"]]',
    '[1,["*"]]',
    '[1,["a\\u0062"]]',
    '[2,[]]',
    '[2,["a"]]',
    `[2,"${uuid}"]`,
    `[2,["${uuid}"],0]`,
    '[3]',
    '[3,1]',
    '[3,null]',
    '[3,"alice"]',
    `[3,"${uuid}",null]`,
    `[3,"${uuid}\\u0000"]`,
    `[4,"${uuid}"]`,
    `[4,"${uuid}",[]]`,
    `[4,"${uuid}",{"a":{"b":1}}]`,
    '[5,"x"]',
    '[-1]',
    '[0,1900000000,1700000000] ]',
    '[0,1900000000,1700000000]x',
    '\ufeff[0,1900000000,1700000000]',
    ' [0,1900000000,1700000000]',
    '{"nbf":1}',
    '{"exp":1}',
    '{"nbf":1,"exp":2,"more":3}',
    '{"nbf":1,"exp":2,"exp":3}',
    '{"nbf":1,"exp":2.0}',
    '{"project_ids":[]}',
    `{"project_ids":["${uuid}"],"version":1}`,
    '{"version":1}',
    '{"version":2,"permissions":"user"}',
    '{"version":"1","permissions":"user"}',
    '{"version":1,"permissions":"admin"}',
    '{"version":1,"permissions":{}}',
    '{"version":1,"permissions":{"projects":[]}}',
    '{"version":1,"permissions":{"projects":["a"],"more":1}}',
    '{"version":1,"permissions":{"projects":["a"],"projects":["b"]}}',
    'allowed=',
    'allowed=,',
    'allowed=pkg_read,',
    'allowed=pkg_read, upload',
    'allowed=everything',
    'Allowed=pkg_read',
    'allowed =pkg_read',
    'allowed',
    'indexes=',
    'indexes=alice',
    'indexes=alice/dev/x',
    'indexes=alice/dev,',
    'indexes=/dev',
    'projects=',
    'projects=a,,b',
    'projects=a*',
    'expires=',
    'expires=soon',
    'expires=-1',
    'expires=1.5',
    'expires=1900000000 ',
    'expires=99999999999999',
    'not_before=never',
    'unknown=1',
    'expires=1\nexpires=2',
    '['.repeat(1000),
  ])('%j is refused', (text) => {
    expect(read(text)).toBeNull();
  });

  it('in bytes that are no UTF-8 is refused', () => {
    expect(readCaveat(Buffer.from([0x70, 0xff]))).toBeNull();
    expect(readCaveat(Buffer.concat([Buffer.from('projects=a'), Buffer.from([0xc0, 0x80])]))).toBeNull();
  });

  it('is read or refused whatever its bytes are', () => {
    const json = fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text));
    const bytes = fc.uint8Array({ maxLength: 1024 }).map((content) => Buffer.from(content));
    fc.assert(
      fc.property(fc.oneof(json, bytes), (content) => {
        const caveat = readCaveat(content);
        expect(caveat === null || typeof caveat.kind === 'string').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
