// What core metadata may say, as a table: which fields there are since when, and what their values look like. That it
// can be read at all, and that it speaks of this file, is `metadata.ts`.
// Core metadata specification, 1.0 to 2.6; PEP 508, 639, 643, 685, 753 and 794. A test compares the verdicts with those
// of Python's `packaging`.

import { quote } from '../names.ts';

import { isProjectName } from './filenames.ts';
import type { Finding, Severity } from './findings.ts';
import { isImportName, importNameOf } from './import-names.ts';
import { isLicenseExpression } from './license-expression.ts';
import type { CoreMetadata } from './metadata.ts';
import { parseRequirement } from './requirements.ts';
import { parseSpecifiers } from './specifiers.ts';

/** Everything that is wrong with what the metadata says, in the order of the tables. */
export function checkMetadata(metadata: CoreMetadata): readonly Finding[] {
  return [...checkFields(metadata), ...checkValues(metadata), ...checkTogether(metadata)];
}

/** A Metadata-Version that knows the field, whether it may stand there more than once, and how it is spelled. */
type Field = readonly [spelling: string, since: string, times: 'ONCE' | 'OFTEN'];

const FIELDS: readonly Field[] = [
  ['Metadata-Version', '1.0', 'ONCE'],
  ['Name', '1.0', 'ONCE'],
  ['Version', '1.0', 'ONCE'],
  ['Platform', '1.0', 'OFTEN'],
  ['Summary', '1.0', 'ONCE'],
  ['Description', '1.0', 'ONCE'],
  ['Keywords', '1.0', 'ONCE'],
  ['Home-page', '1.0', 'ONCE'],
  ['Author', '1.0', 'ONCE'],
  ['Author-email', '1.0', 'ONCE'],
  ['License', '1.0', 'ONCE'],
  ['Supported-Platform', '1.1', 'OFTEN'],
  ['Download-URL', '1.1', 'ONCE'],
  ['Classifier', '1.1', 'OFTEN'],
  ['Requires', '1.1', 'OFTEN'],
  ['Provides', '1.1', 'OFTEN'],
  ['Obsoletes', '1.1', 'OFTEN'],
  ['Maintainer', '1.2', 'ONCE'],
  ['Maintainer-email', '1.2', 'ONCE'],
  ['Requires-Dist', '1.2', 'OFTEN'],
  ['Requires-Python', '1.2', 'ONCE'],
  ['Requires-External', '1.2', 'OFTEN'],
  ['Project-URL', '1.2', 'OFTEN'],
  ['Provides-Dist', '1.2', 'OFTEN'],
  ['Obsoletes-Dist', '1.2', 'OFTEN'],
  ['Description-Content-Type', '2.1', 'ONCE'],
  ['Provides-Extra', '2.1', 'OFTEN'],
  ['Dynamic', '2.2', 'OFTEN'],
  ['License-Expression', '2.4', 'ONCE'],
  // Since 2.4, but setuptools has written it beside 2.1 for years, into most of what there is.
  ['License-File', '2.1', 'OFTEN'],
  ['Import-Name', '2.5', 'OFTEN'],
  ['Import-Namespace', '2.5', 'OFTEN'],
];

const KNOWN = new Map(FIELDS.map((field) => [field[0].toLowerCase(), field]));
const FIXED = new Set(['metadata-version', 'name', 'version']);
/** What the reader of the headers adds: the body, where the description stands nowadays. */
const BODY = 'description';

function checkFields({ metadataVersion, all }: CoreMetadata): readonly Finding[] {
  if (metadataVersion === '2.0') {
    return [strict('Metadata-Version', 'is "2.0", which was never accepted as a standard')];
  }
  return [...all].flatMap(([field, values]) => {
    const [spelling, since, times] = KNOWN.get(field) ?? [quote(field), null, 'OFTEN'];
    if (since === null) return [strict(spelling, 'is no field of core metadata')];
    if (since > metadataVersion) {
      return [strict(spelling, `came with Metadata-Version ${since}, and this one says ${metadataVersion}`)];
    }
    if (times === 'ONCE' && values.length > 1) {
      const where =
        field === BODY
          ? 'stands in a header and in the body, or more than once'
          : 'stands there more than once';
      return [strict(spelling, where)];
    }
    return [];
  });
}

/** What is wrong with one value of a field, or null. */
type Rule = readonly [field: string, severity: Severity, fault: (value: string) => string | null];

const SUMMARY_CHARACTERS = 512;
const LABEL_CHARACTERS = 32;

const RULES: readonly Rule[] = [
  ['Summary', 'STRICT', (value) => (value.includes('\n') ? 'has more than one line' : null)],
  [
    'Summary',
    'STRICT',
    (value) => (value.length > SUMMARY_CHARACTERS ? `has more than ${SUMMARY_CHARACTERS} characters` : null),
  ],
  ['Description-Content-Type', 'STRICT', contentTypeFault],
  ['Dynamic', 'STRICT', dynamicFault],
  ['Provides-Extra', 'STRICT', (value) => (isProjectName(value) ? null : 'is no name of an extra')],
  [
    'Requires-Python',
    'STRICT',
    (value) =>
      parseSpecifiers(value) === null ? 'is no version specifier (PEP 440), so pages leave it out' : null,
  ],
  [
    'Requires-Dist',
    'STRICT',
    (value) => (parseRequirement(value) === null ? 'is no requirement (PEP 508)' : null),
  ],
  [
    'Requires-Dist',
    'STRICT',
    (value) =>
      typeof parseRequirement(value)?.url === 'string'
        ? 'names an address, which not every index and installer takes'
        : null,
  ],
  [
    'License-Expression',
    'STRICT',
    (value) => (isLicenseExpression(value) ? null : 'is no SPDX license expression'),
  ],
  ['License-File', 'STRICT', licenseFileFault],
  ['Import-Name', 'REFUSE', importNameFault],
  ['Import-Namespace', 'REFUSE', importNameFault],
  ['Project-URL', 'STRICT', projectUrlFault],
  ['Author-email', 'WARN', addressFault],
  ['Maintainer-email', 'WARN', addressFault],
];

function checkValues({ all }: CoreMetadata): readonly Finding[] {
  return RULES.flatMap(([field, severity, fault]) =>
    (all.get(field.toLowerCase()) ?? []).flatMap((value) => {
      const why = fault(value);
      return why === null ? [] : [finding(severity, `${field} ${quote(value)}`, why)];
    }),
  );
}

function checkTogether({ all }: CoreMetadata): readonly Finding[] {
  const findings: Finding[] = [];
  if (all.has('license') && all.has('license-expression')) {
    findings.push(
      finding('REFUSE', 'License', 'and License-Expression are both there; keep License-Expression alone'),
    );
  }
  const names = new Set((all.get('import-name') ?? []).map(importNameOf));
  const both = (all.get('import-namespace') ?? []).map(importNameOf).find((name) => names.has(name));
  if (both !== undefined) {
    findings.push(finding('REFUSE', quote(both), 'is both an Import-Name and an Import-Namespace'));
  }
  return findings;
}

function finding(severity: Severity, subject: string, why: string): Finding {
  return { severity, text: `The metadata needs a look: ${subject} ${why}.` };
}

function strict(subject: string, why: string): Finding {
  return finding('STRICT', subject, why);
}

const CONTENT_TYPE = /^([a-z]+\/[a-z0-9.+-]+)((?:\s*;\s*[a-z0-9_-]+\s*=\s*(?:[^\s;"]+|"[^"]*"))*)\s*;?\s*$/i;
const CONTENT_TYPES = ['text/plain', 'text/x-rst', 'text/markdown'];

function contentTypeFault(value: string): string | null {
  const found = CONTENT_TYPE.exec(value);
  const type = found?.[1]?.toLowerCase() ?? '';
  if (!CONTENT_TYPES.includes(type)) return `is none of ${CONTENT_TYPES.join(', ')}`;
  const parameters = [...(found?.[2] ?? '').matchAll(/;\s*([^\s=]+)\s*=\s*"?([^\s;"]*)"?/g)];
  const parameter = (name: string) => parameters.find(([, key]) => key?.toLowerCase() === name)?.[2];
  if ((parameter('charset') ?? 'utf-8').toLowerCase() !== 'utf-8') return 'names another charset than UTF-8';
  const isKnown = ['GFM', 'CommonMark'].includes(parameter('variant') ?? 'GFM');
  return type !== 'text/markdown' || isKnown ? null : 'names another variant than GFM or CommonMark';
}

function dynamicFault(value: string): string | null {
  const field = value.toLowerCase();
  if (FIXED.has(field)) return 'can never be dynamic';
  return KNOWN.has(field) ? null : 'is no field of core metadata';
}

function licenseFileFault(path: string): string | null {
  if (path.includes('..')) return 'leads upwards';
  if (path.includes('*')) return 'is a pattern, no path';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is not relative';
  return path.includes('\\') ? 'has other delimiters than "/"' : null;
}

function importNameFault(value: string): string | null {
  return isImportName(value) ? null : 'cannot be imported (PEP 794)';
}

function projectUrlFault(value: string): string | null {
  const comma = value.indexOf(',');
  const label = value.slice(0, Math.max(comma, 0)).trim();
  if (comma < 0 || label === '') return 'is no label and address, with a comma between them';
  if (label.length > LABEL_CHARACTERS) return `has a label of more than ${LABEL_CHARACTERS} characters`;
  const url = value.slice(comma + 1).trim();
  const isAddress = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
  return isAddress ? null : 'leads to no web address';
}

/** Several with commas between them; the names before them may hold nearly everything. */
function addressFault(value: string): string | null {
  return /[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+/.test(value) ? null : 'holds no e-mail address';
}
