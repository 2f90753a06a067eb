// Our verdicts beside those of Python's `packaging`, on thousands of real and hostile inputs (`make_vectors.py`). Where
// we mean to differ, the difference is a rule with a reason; every other one fails.

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  isProjectName,
  normalizeProjectName,
  parseFilename,
} from '../../server/domain/packages/filenames.ts';
import { isLicenseExpression } from '../../server/domain/packages/license-expression.ts';
import { parseMetadata } from '../../server/domain/packages/metadata.ts';
import { checkMetadata } from '../../server/domain/packages/metadata-rules.ts';
import { parseRequirement } from '../../server/domain/packages/requirements.ts';
import { parseSpecifiers, satisfies } from '../../server/domain/packages/specifiers.ts';
import { compareVersions, isVersion, normalizedVersion } from '../../server/domain/packages/versions.ts';

type NameAndVersion = readonly [name: string, version: string];

interface Vectors {
  readonly names: readonly [text: string, normalized: string | null][];
  readonly versions: readonly [text: string, normalized: string | null][];
  /** Oldest first; equal ones have one rank. */
  readonly order: readonly [text: string, rank: number][];
  readonly specifiers: readonly [text: string, isValid: boolean][];
  readonly satisfied: readonly [version: string, specifiers: string, holds: boolean][];
  readonly requirements: readonly [
    text: string,
    found:
      [name: string, extras: string[], url: string | null, specifiers: number, hasMarker: boolean] | null,
  ][];
  readonly licenses: readonly [text: string, isValid: boolean][];
  readonly wheels: readonly [text: string, found: NameAndVersion | null][];
  readonly sdists: readonly [text: string, found: NameAndVersion | null][];
  readonly metadata: readonly [text: string, isValid: boolean][];
}

const vectors = JSON.parse(readFileSync(new URL('packaging.json', import.meta.url), 'utf8')) as Vectors;

/** Inputs with another verdict than ours that no reason explains. */
function differing<Verdict>(
  rows: readonly (readonly [string, Verdict])[],
  ours: (text: string) => Verdict,
  reasons: readonly ((text: string) => boolean)[] = [],
) {
  return rows
    .filter(([text]) => !reasons.some((isMeant) => isMeant(text)))
    .map(([text, theirs]) => ({ text, theirs, ours: ours(text) }))
    .filter(({ theirs, ours: found }) => JSON.stringify(theirs) !== JSON.stringify(found));
}

/** A name becomes a part of a file name, which has 255 bytes. */
const isTooLong = (text: string) => text.length > 255;

/** Around a version `packaging` passes over it; a version that stands in file names and URLs has none. */
const hasSpace = (text: string) => text.trim() !== text;

describe('Python’s packaging agrees', () => {
  it('on thousands of cases', () => {
    const counts = Object.values(vectors)
      .filter(Array.isArray)
      .map(({ length }) => length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5_000);
  });

  it('on names of projects', () => {
    const ours = (text: string) => (isProjectName(text) ? normalizeProjectName(text) : null);
    expect(differing(vectors.names, ours, [isTooLong])).toEqual([]);
  });

  it('on versions', () => {
    const ours = (text: string) => (isVersion(text) ? normalizedVersion(text) : null);
    expect(differing(vectors.versions, ours, [isTooLong, hasSpace])).toEqual([]);
  });

  it('on the order of versions', () => {
    const order = vectors.order.filter(([text]) => !hasSpace(text));
    const wrong = order.slice(1).flatMap(([text, rank], at) => {
      const [before, rankBefore] = order[at]!;
      return Math.sign(compareVersions(before, text)) === Math.sign(rankBefore - rank)
        ? []
        : [[before, text]];
    });
    expect(wrong).toEqual([]);
  });

  it('on version specifiers', () => {
    expect(differing(vectors.specifiers, (text) => parseSpecifiers(text) !== null)).toEqual([]);
  });

  it('on which versions satisfy them', () => {
    const wrong = vectors.satisfied.filter(
      ([version, text, holds]) =>
        !hasSpace(version) && satisfies(version, parseSpecifiers(text) ?? []) !== holds,
    );
    expect(wrong).toEqual([]);
  });

  it('on requirements', () => {
    const ours = (text: string): Vectors['requirements'][number][1] => {
      const found = parseRequirement(text);
      if (found === null) return null;
      const { name, extras, url, specifiers, hasMarker } = found;
      const distinct = new Set(specifiers.map((one) => JSON.stringify(one)));
      return [name, [...new Set(extras)].sort(), url, distinct.size, hasMarker];
    };
    expect(differing(vectors.requirements, ours)).toEqual([]);
  });

  it('on licence expressions', () => {
    expect(differing(vectors.licenses, isLicenseExpression)).toEqual([]);
  });

  it.each(['wheels', 'sdists'] as const)('on the file names of %s', (form) => {
    const ours = (text: string): NameAndVersion | null => {
      const found = parseFilename(text);
      if (!found.ok || (found.kind === 'WHEEL') !== (form === 'wheels')) return null;
      return [normalizeProjectName(found.name), normalizedVersion(found.version)];
    };
    // `packaging` looks at neither the name of a wheel nor that of a source distribution; a page that lists it would.
    const hasNoName = (text: string) =>
      !isProjectName(form === 'wheels' ? text.split('-')[0]! : text.slice(0, text.lastIndexOf('-')));
    const hasOther = (text: string) => !/^[A-Za-z0-9._+!-]*$/.test(text);
    expect(differing(vectors[form], ours, [hasNoName, hasOther])).toEqual([]);
  });

  it('on metadata, where checks are strict', () => {
    const ours = (text: string) => {
      const metadata = parseMetadata(Buffer.from(text));
      return metadata.ok && checkMetadata(metadata).every(({ severity }) => severity === 'WARN');
    };
    const reasons = [
      // What a public index asks, and `packaging` does not.
      (text: string) => /^Requires-Dist: .*@/m.test(text),
      // setuptools has written it beside 2.1 for years.
      (text: string) => /^Metadata-Version: 2\.[123]$/m.test(text) && /^License-File: /m.test(text),
      // An empty field says nothing.
      (text: string) => /^[A-Za-z-]+: *$/m.test(text),
    ];
    expect(differing(vectors.metadata, ours, reasons)).toEqual([]);
  });
});
