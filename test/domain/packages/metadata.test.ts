// Core metadata as installers read it, and what happens when file name, metadata and form tell different stories.

import { describe, expect, it } from 'vitest';

import { parseFilename } from '../../../server/domain/packages/filenames.ts';
import { checkAgreement, parseMetadata } from '../../../server/domain/packages/metadata.ts';

const minimal = ['Metadata-Version: 2.1', 'Name: Acme.Tools', 'Version: 1.0'];

describe('core metadata', () => {
  it('is its headers, unfolded where they are one line, and a description', () => {
    const text = [
      ...minimal,
      'Summary: Tools that',
      '  Acme uses',
      'requires-python: >=3.8,',
      '\t<4',
      'Classifier: Typing :: Typed',
      'Classifier: Topic :: Utilities',
      'Author: Zoë: the first',
      'Home-page: UNKNOWN',
      'License:',
      '',
      '# Acme tools',
      '',
      'Name: not a header',
      '',
    ];
    expect(read(text.join('\n'))).toEqual({
      ok: true,
      metadataVersion: '2.1',
      name: 'Acme.Tools',
      version: '1.0',
      summary: 'Tools that Acme uses',
      keywords: null,
      requiresPython: '>=3.8, <4',
      all: new Map([
        ['metadata-version', ['2.1']],
        ['name', ['Acme.Tools']],
        ['version', ['1.0']],
        ['summary', ['Tools that\n  Acme uses']],
        ['requires-python', ['>=3.8,\n\t<4']],
        ['classifier', ['Typing :: Typed', 'Topic :: Utilities']],
        ['author', ['Zoë: the first']],
        ['description', ['# Acme tools\n\nName: not a header']],
      ]),
    });
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', (lineBreak) => {
    expect(read([...minimal, 'Summary: One line', '', 'Body'].join(lineBreak))).toMatchObject({
      name: 'Acme.Tools',
      summary: 'One line',
      requiresPython: null,
    });
  });

  it.each(['1.0', '1.1', '1.2', '2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'])(
    'may be of version %s',
    (version) => {
      expect(read(`Metadata-Version: ${version}\nName: acme\nVersion: 1`)).toMatchObject({
        metadataVersion: version,
      });
    },
  );

  it('ends its headers where a line is none, as installers do', () => {
    expect(refusalOf('Metadata-Version: 2.1\nName: acme\nno header\nVersion: 1.0\n')).toContain(
      'it has no Version',
    );
  });

  it('may hold a description in Latin-1, as old source distributions do', () => {
    const latin1 = Buffer.from([...minimal, 'Author: Zo\u00eb', '', 'Gr\u00fc\u00dfe'].join('\n'), 'latin1');
    expect(parseMetadata(latin1)).toMatchObject({ ok: true, name: 'Acme.Tools' });
  });

  it.each([
    ['', 'it has no Metadata-Version'],
    ['\ufeffMetadata-Version: 2.1\nName: acme\nVersion: 1', 'it has no Metadata-Version'],
    ['Name: acme\nVersion: 1', 'it has no Metadata-Version'],
    ['Metadata-Version: 2.7\nName: acme\nVersion: 1', 'the Metadata-Version "2.7" is not one of 1.0 to 2.6'],
    ['Metadata-Version: 2.1\nVersion: 1', 'it has no Name'],
    ['Metadata-Version: 2.1\nName: UNKNOWN\nVersion: 1', 'it has no Name'],
    ['Metadata-Version: 2.1\nName: _acme\nVersion: 1', 'its Name, "_acme", cannot be the name of a project'],
    [
      `Metadata-Version: 2.1\nName: acme\nVersion: 1\nRequires-Python: ${'<">'.repeat(700)}`,
      'its Requires-Python has more than 2000 characters',
    ],
    ['Metadata-Version: 2.1\nName: acme', 'it has no Version'],
    [
      'Metadata-Version: 2.1\nName: acme\nVersion: latest',
      'its Version, "latest", is not a version by PEP 440',
    ],
    ['Metadata-Version: 2.1\nName: acme\nName: other\nVersion: 1', 'it has more than one Name'],
    ['Metadata-Version: 2.1\nName: UNKNOWN\nName: other\nVersion: 1', 'it has more than one Name'],
    ['Metadata-Version: 2.1\nName: acme\nVersion: 1\n\nBody\0', 'it holds a NUL byte'],
    [`${minimal.join('\n')}\n${'Classifier: x\n'.repeat(50_000)}`, 'its headers have more than 50000 lines'],
  ])('is refused when it is %j', (text, why) => {
    expect(refusalOf(text)).toBe(`The metadata of the distribution cannot be used: ${why}.`);
  });

  it('that is hostile in size is answered at once', () => {
    const begin = performance.now();
    for (const unit of ['1', '.1', ' ', ' \n', 'a:\n', 'a'])
      refusalOf(`Metadata-Version: 2.1\nName: acme\nVersion: ${unit.repeat(1e6)}`);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});

describe('file name, metadata and form', () => {
  it.each([
    ['in other spellings', 'Acme_Tools-1.0.0-py3-none-any.whl', { name: 'acme-tools', version: 'v1' }],
    ['with all fields', 'acme_tools-1.0.tar.gz', { filetype: 'sdist', pyversion: 'source' }],
    [
      'with empty fields, as twine 4 sends them',
      'acme_tools-1.0.tar.gz',
      { filetype: 'sdist', pyversion: '' },
    ],
    ['with whatever tag a wheel is sent', 'acme_tools-1.0-py2.py3-none-any.whl', { pyversion: 'py2.py3' }],
    ['without any field', 'acme_tools-1.0.zip', { name: '', version: '' }],
  ])('agree %s', (_, filename, form) => expect(disagreement(filename, form)).toBe(null));

  it.each([
    [
      'other-1.0-py3-none-any.whl',
      {},
      'The file "other-1.0-py3-none-any.whl" is named after the project "other", and its METADATA names "Acme.Tools". Build the distribution again; do not rename it.',
    ],
    [
      'acme_tools-2.0.tar.gz',
      {},
      'The file "acme_tools-2.0.tar.gz" is named after version "2.0", and its PKG-INFO says "1.0". Build the distribution again; do not rename it.',
    ],
    [
      'acme_tools-1.0.zip',
      { name: 'other' },
      'The form of "acme_tools-1.0.zip" names "other", and its PKG-INFO names "Acme.Tools". Send the fields that belong to the file.',
    ],
    [
      'acme_tools-1.0-py3-none-any.whl',
      { version: '1.0.post1' },
      'The form of "acme_tools-1.0-py3-none-any.whl" says "1.0.post1", and its METADATA says "1.0". Send the fields that belong to the file.',
    ],
    [
      'acme_tools-1.0-py3-none-any.whl',
      { filetype: 'sdist' },
      'The file "acme_tools-1.0-py3-none-any.whl" is a "bdist_wheel", and the form says filetype "sdist". Send the fields that belong to the file.',
    ],
    [
      'acme_tools-1.0.tar.gz',
      { pyversion: 'py3' },
      'The file "acme_tools-1.0.tar.gz" has pyversion "source", and the form says "py3". Send the fields that belong to the file.',
    ],
  ])('disagree: %s and %j', (filename, form, sentence) =>
    expect(disagreement(filename, form)).toBe(sentence),
  );
});

function read(text: string) {
  return parseMetadata(Buffer.from(text));
}

function refusalOf(text: string): string | null {
  const metadata = read(text);
  return metadata.ok ? null : metadata.reason;
}

function disagreement(filename: string, form: object): string | null {
  const parsed = parseFilename(filename);
  const metadata = read(minimal.join('\n'));
  if (!parsed.ok || !metadata.ok) throw new Error('The example itself is wrong.');
  return checkAgreement({
    filename: parsed,
    metadata,
    form: { name: 'Acme.Tools', version: '1.0', ...form },
  });
}
