// What a file name may be and what it says: a table of names that are taken apart, and one of names that are refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isProjectName,
  normalizeProjectName,
  parseFilename,
} from '../../../server/domain/packages/filenames.ts';

describe('a project name', () => {
  it.each(['a', '7', 'Demo', 'zope.interface', 'a__b', 'a-.-b'])('may be %s', (name) => {
    expect(isProjectName(name)).toBe(true);
  });

  it.each(['', '-demo', 'demo_', '.', 'de mo', 'démo', 'demo\n', 'demo/x', 'ſ', '\u212a'])(
    'cannot be %j',
    (name) => {
      expect(isProjectName(name)).toBe(false);
    },
  );

  it('is compared in lower case with single dashes', () => {
    expect(['Zope.Interface', 'zope_interface', 'ZOPE-_.interface'].map(normalizeProjectName)).toEqual(
      Array(3).fill('zope-interface'),
    );
  });

  it('normalises to a name that stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'aZ0._-') })), (name) => {
        const normalized = normalizeProjectName(name);
        expect(normalizeProjectName(normalized)).toBe(normalized);
        if (isProjectName(name)) expect(normalized).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('the file name of a wheel', () => {
  it('says project, version and tags', () => {
    expect(
      parseFilename('Zope.Interface-7.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'),
    ).toEqual({
      ok: true,
      kind: 'WHEEL',
      filename: 'Zope.Interface-7.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      name: 'Zope.Interface',
      version: '7.2',
      build: null,
      pythonTags: ['cp311'],
      abiTags: ['cp311'],
      platformTags: ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
    });
  });

  it.each([
    ['acme-1.0-2-py3-none-any.whl', { version: '1.0', build: '2' }],
    ['acme-1.0-2_hotfix-py3-none-any.whl', { version: '1.0', build: '2_hotfix' }],
    ['acme-1.0+cu121.1-py2.py3-none-any.whl', { version: '1.0+cu121.1', pythonTags: ['py2', 'py3'] }],
    ['acme-1!2.0-py3-none-any.whl', { version: '1!2.0' }],
  ])('may be %s', (filename, says) => expect(parseFilename(filename)).toMatchObject({ ok: true, ...says }));

  it.each([
    ['acme-1.0-py3-none.whl', 'and this has 4 parts'],
    ['my-acme-1.0-2-py3-none-any.whl', 'and this has 7 parts'],
    ['my-acme-1.0-py3-none-any.whl', '"acme" is not a version by PEP 440'],
    ['a__b-1.0-py3-none-any.whl', '"a__b" cannot be the name of a project in a wheel'],
    ['_acme-1.0-py3-none-any.whl', '"_acme" cannot be the name of a project in a wheel'],
    ['-1.0-py3-none-any.whl', '"" cannot be the name of a project in a wheel'],
    ['acme-final-py3-none-any.whl', '"final" is not a version by PEP 440'],
    ['acme-1.0-beta-py3-none-any.whl', 'the build number "beta" does not begin with a digit'],
    ['acme-1.0-py3.-none-any.whl', 'a tag is empty'],
    ['acme-1.0-py3--any.whl', 'a tag is empty'],
    ['acme-1.0-py3-none-any+x.whl', 'more than letters, digits and "_"'],
  ])('cannot be %s', (filename, why) => expect(refusalOf(filename)).toContain(why));
});

describe('the file name of a source distribution', () => {
  it('says project and version', () => {
    expect(parseFilename('zope.interface-3.5.0.zip')).toEqual({
      ok: true,
      kind: 'SDIST',
      filename: 'zope.interface-3.5.0.zip',
      name: 'zope.interface',
      version: '3.5.0',
      format: 'ZIP',
    });
  });

  it.each([
    ['demo-cap-1.0.0.tar.gz', undefined, { name: 'demo-cap', version: '1.0.0', format: 'TAR_GZ' }],
    ['demo-cap-1.0-1.tar.gz', 'Demo.Cap', { name: 'demo-cap', version: '1.0-1' }],
    ['demo-1-1.0.tar.gz', 'demo-1', { name: 'demo-1', version: '1.0' }],
    ['Demo__Cap-1.0-beta.tar.gz', 'demo-cap', { name: 'Demo__Cap', version: '1.0-beta' }],
    ['acme-1!2.0+local.1.tar.gz', 'acme', { name: 'acme', version: '1!2.0+local.1' }],
  ])('may be %s of the project %s', (filename, project, says) => {
    expect(parseFilename(filename, project)).toMatchObject({ ok: true, kind: 'SDIST', ...says });
  });

  it.each([
    ['acme.tar.gz', undefined, 'has no dash'],
    ['acme-1.0-beta.tar.gz', undefined, '"beta" is not a version'],
    ['other-1.0.tar.gz', 'acme', 'does not begin with the name of the project, "acme", and a dash'],
    ['acme-latest.tar.gz', 'acme', '"latest" is not a version by PEP 440'],
    ['-1.0.tar.gz', undefined, '"" cannot be the name of a project'],
  ])('cannot be %s of the project %s', (filename, project, why) => {
    expect(refusalOf(filename, project)).toContain(why);
  });
});

describe('a file name', () => {
  it.each([
    ['', 'it is empty'],
    ['acme-1.0.tar.gz\n', 'control character'],
    ['acme\u0000-1.0.tar.gz', 'control character'],
    ['../acme-1.0.tar.gz', 'path separator'],
    ['..\\acme-1.0.tar.gz', 'path separator'],
    ['.acme-1.0.tar.gz', 'begins with a dot'],
    ['acme%2F..-1.0.tar.gz', 'percent sign'],
    ['acmé-1.0.tar.gz', 'ASCII'],
    ['acme 1.0-1.0.tar.gz', 'ASCII'],
    ['"><script>-1.0.tar.gz', 'ASCII'],
  ])('is refused when it is %j', (filename, why) => expect(refusalOf(filename)).toContain(why));

  it.each(['acme-1.0.egg', 'acme-1.0.exe', 'acme-1.0.tgz', 'acme-1.0-py3-none-any.WHL', 'acme'])(
    'is refused when it ends otherwise than distributions do: %s',
    (filename) =>
      expect(refusalOf(filename)).toContain('only wheels (.whl) and source distributions (.tar.gz, .zip)'),
  );

  it('leaves room for the name of its metadata file: 246 bytes are the most', () => {
    const ofLength = (length: number) => '-1.0-py3-none-any.whl'.padStart(length, 'a');
    expect(parseFilename(ofLength(246))).toMatchObject({ ok: true, version: '1.0' });
    expect(refusalOf(ofLength(247))).toContain('longer than 246 bytes');
  });

  it('that is accepted holds nothing with a meaning to a path, a URL or a page', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'a1.-_+!/\\%<>"\'&?# \n\u0000é') });
    const ending = fc.constantFrom('-1.0-py3-none-any.whl', '-1.0.tar.gz', '');
    fc.assert(
      fc.property(hostile, ending, (beginning, end) => {
        const parsed = parseFilename(beginning + end);
        if (parsed.ok) expect(parsed.filename).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9._+!-]*$/);
        else expect(parsed.reason).toMatch(/^The file name ".*" cannot be used: .*\.$/s);
      }),
    );
  });
});

function refusalOf(filename: string, projectName?: string): string | null {
  const parsed = parseFilename(filename, projectName);
  return parsed.ok ? null : parsed.reason;
}
