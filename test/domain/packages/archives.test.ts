// Which member of a distribution is its metadata, told from wheels and source distributions made for the purpose.

import { describe, expect, it } from 'vitest';

import { readDistributionMetadata } from '../../../server/domain/packages/archives.ts';
import { parseFilename } from '../../../server/domain/packages/filenames.ts';
import { ArchiveInvalid } from '../../../server/domain/packages/metadata.ts';
import { makeSdist, makeWheel, tampered, tarGz, truncated, zip } from '../../support/distributions.ts';

const wheelName = 'acme_tools-1.0-py3-none-any.whl';
const sdistName = 'acme_tools-1.0.tar.gz';
const bytes = Buffer.from('Metadata-Version: 2.1\nName: acme-tools\nVersion: 1.0\n');

/** The three files that every wheel has, the last two empty. */
const distInfo = (stem: string) =>
  ['METADATA', 'WHEEL', 'RECORD'].map((name) => ({
    path: `${stem}.dist-info/${name}`,
    bytes: name === 'METADATA' ? bytes : Buffer.of(),
  }));

describe('the metadata of a distribution', () => {
  it.each([
    makeWheel({ name: 'Acme.Tools', version: '1.0' }),
    makeWheel({ name: 'Acme.Tools', version: '1!2.0+local.1' }),
    makeSdist({ name: 'Acme.Tools', version: '1.0' }),
    makeSdist({ name: 'Acme.Tools', version: '1.0', filename: 'acme.tools-1.0.zip' }),
  ])('comes out of $filename byte for byte', async (made) => {
    expect(await read(made.filename, made.bytes)).toEqual(made.metadata);
  });

  it.each([
    ['a wheel whose folder is spelled as the project is', wheelName, zip(distInfo('Acme.Tools-1.0'))],
    [
      'a wheel that vendors another',
      wheelName,
      zip([
        { path: 'acme_tools/v/x-1.dist-info/METADATA', bytes: Buffer.of() },
        ...distInfo('acme_tools-1.0'),
      ]),
    ],
    ['a source distribution below "./"', sdistName, tarGz([{ path: './acme-tools-1.0/PKG-INFO', bytes }])],
    [
      'a source distribution with an egg-info',
      sdistName,
      tarGz([
        { path: 'acme-tools-1.0/a.egg-info/PKG-INFO', bytes: Buffer.of() },
        { path: 'acme-tools-1.0/PKG-INFO', bytes },
      ]),
    ],
  ])('is found in %s', async (_, filename, archive) => expect(await read(filename, archive)).toEqual(bytes));

  it.each([
    [
      'a wheel without one',
      wheelName,
      zip([{ path: 'acme_tools/METADATA', bytes }]),
      'It has no .dist-info/METADATA; build it with a current build tool.',
    ],
    [
      'a wheel with two',
      wheelName,
      zip([
        { path: 'acme_tools-1.0.dist-info/METADATA', bytes },
        { path: 'evil-1.0.dist-info/METADATA', bytes },
      ]),
      'It has more than one .dist-info folder; build it in an empty folder.',
    ],
    [
      'a wheel with the same twice',
      wheelName,
      zip(Array(2).fill({ path: 'acme_tools-1.0.dist-info/METADATA', bytes })),
      'It holds a path twice; build it with a current build tool.',
    ],
    ...['WHEEL', 'RECORD'].map(
      (name) =>
        [
          `a wheel without ${name}`,
          wheelName,
          zip(distInfo('acme_tools-1.0').filter(({ path }) => !path.endsWith(name))),
          `It has no acme_tools-1.0.dist-info/${name}; build it with a current build tool.`,
        ] as [string, string, Buffer, string],
    ),
    [
      'the wheel of another version',
      wheelName,
      zip(distInfo('acme_tools-1.1')),
      'It holds "acme_tools-1.1.dist-info", of another project or version; build it again, do not rename it.',
    ],
    [
      'the wheel of another project',
      wheelName,
      zip([{ path: 'acme-1.0.dist-info/METADATA', bytes }]),
      'It holds "acme-1.0.dist-info", of another project or version; build it again, do not rename it.',
    ],
    [
      'a source distribution without one',
      sdistName,
      tarGz([{ path: 'PKG-INFO', bytes }]),
      'It has no PKG-INFO in its top folder; build it with a current build tool.',
    ],
    [
      'a source distribution with one above its top folder',
      sdistName,
      tarGz([{ path: '../PKG-INFO', bytes }]),
      'A path in it leads upwards; build it with a current build tool.',
    ],
    [
      'a source distribution with two',
      sdistName,
      tarGz([
        { path: 'a/PKG-INFO', bytes },
        { path: 'b/PKG-INFO', bytes },
      ]),
      'It has more than one PKG-INFO in its top folder; build it in an empty folder.',
    ],
    [
      'a truncated wheel',
      wheelName,
      truncated(makeWheel({ name: 'acme-tools', version: '1.0' }).bytes),
      'The archive is truncated, damaged or no zip archive; build and upload it again.',
    ],
    [
      'a truncated source distribution',
      sdistName,
      truncated(makeSdist({ name: 'acme-tools', version: '1.0' }).bytes),
      'The archive is truncated, damaged or no gzipped tar archive; build and upload it again.',
    ],
    [
      'a tampered source distribution',
      sdistName,
      tampered(makeSdist({ name: 'acme-tools', version: '1.0' }).bytes),
      'The archive is truncated, damaged or no gzipped tar archive; build and upload it again.',
    ],
    [
      'a wheel that is a source distribution',
      wheelName,
      makeSdist({ name: 'acme-tools', version: '1.0' }).bytes,
      'The archive is truncated, damaged or no zip archive; build and upload it again.',
    ],
  ])('of %s is refused in a sentence', async (_, filename, archive, why) => {
    const form = filename === wheelName ? 'wheel' : 'source distribution';
    await expect(read(filename, archive)).rejects.toEqual(
      new ArchiveInvalid(`The ${form} "${filename}" cannot be used. ${why}`),
    );
  });

  it('is not what is asked for when the disk fails: that error is told as it is', async () => {
    await expect(read(wheelName, '/nowhere/acme.whl')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

function read(filename: string, source: string | Buffer): Promise<Buffer> {
  const parsed = parseFilename(filename);
  if (!parsed.ok) throw new Error(parsed.reason);
  return readDistributionMetadata(source, parsed);
}
