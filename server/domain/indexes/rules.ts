// What may be seen through an index: rules that open or hide names and versions. DENY wins; where an index has any
// ALLOW, whatever none of them matches is hidden. A rule is a requirement without extras, address and marker (PEP 508),
// or a pattern of names with `*`. Pure; which indexes' rules a file has to pass is decided in `layers.ts`.

import type { RuleEffect } from '../../storage/_generated/sqlite/client.ts';
import { InvalidInput } from '../errors.ts';
import { quote } from '../names.ts';
import { normalizeProjectName } from '../packages/filenames.ts';
import { parseRequirement } from '../packages/requirements.ts';
import { satisfies, type Specifier } from '../packages/specifiers.ts';
import { parseVersion } from '../packages/versions.ts';

export interface Rule {
  /** In one spelling: the name normalised, no spaces. */
  readonly pattern: string;
  /** A normalised name, in which `*` stands for any characters or none. */
  readonly name: string;
  /** All of which a version has to satisfy; none: every version, and the name itself. */
  readonly specifiers: readonly Specifier[];
}

/** The rules of one index. */
export interface RuleSet {
  /** Written owner/name. */
  readonly indexPath: string;
  readonly allow: readonly Rule[];
  readonly deny: readonly Rule[];
}

/** By what something is hidden. */
export interface Hidden {
  readonly indexPath: string;
  /** Null: by none of its own, but because no ALLOW matches. */
  readonly rule: string | null;
}

const MAX_CHARACTERS = 500;

/** @throws {InvalidInput} INVALID_RULE */
export function parseRule(text: string, path: readonly string[] = []): Rule {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CHARACTERS) {
    throw new InvalidInput('INVALID_RULE', `A rule has at most ${MAX_CHARACTERS} characters.`, path);
  }
  if (/^[a-z0-9*]([a-z0-9._*-]*[a-z0-9*])?$/i.test(trimmed)) {
    const name = normalizeProjectName(trimmed).replace(/\*+/g, '*');
    return { pattern: name, name, specifiers: [] };
  }
  const requirement = parseRequirement(trimmed);
  if (requirement === null) {
    throw new InvalidInput(
      'INVALID_RULE',
      `${quote(trimmed)} is no rule: write a requirement such as "flask<3", or a pattern of names such as "corp-*".`,
      path,
    );
  }
  const { specifiers, extras, url, hasMarker } = requirement;
  if (extras.length > 0 || url !== null || hasMarker) {
    throw new InvalidInput(
      'INVALID_RULE',
      `${quote(trimmed)} says more than a rule can: leave out extras, addresses and markers.`,
      path,
    );
  }
  const name = normalizeProjectName(requirement.name);
  return { pattern: name + specifiers.map(textOf).join(','), name, specifiers };
}

function textOf({ operator, version, isPrefix }: Specifier): string {
  return `${operator}${version}${isPrefix ? '.*' : ''}`;
}

/** The rules as they are stored. @throws {InvalidInput} for what no use case would have stored */
export function ruleSetOf(
  indexPath: string,
  rows: readonly { readonly effect: RuleEffect; readonly pattern: string }[],
): RuleSet {
  const parsed = (wanted: RuleEffect) =>
    rows.filter(({ effect }) => effect === wanted).map(({ pattern }) => parseRule(pattern));
  return { indexPath, allow: parsed('ALLOW'), deny: parsed('DENY') };
}

/** Null when something of the name may be seen. Otherwise it is as though nobody had it. */
export function whyNameHidden(ruleSets: readonly RuleSet[], name: string): Hidden | null {
  for (const { indexPath, allow, deny } of ruleSets) {
    const denied = deny.find((rule) => rule.specifiers.length === 0 && matchesName(rule, name));
    if (denied !== undefined) return { indexPath, rule: denied.pattern };
    if (allow.length > 0 && !allow.some((rule) => matchesName(rule, name))) return { indexPath, rule: null };
  }
  return null;
}

/** Null when files of this version may be seen, of a name of which something may. */
export function whyVersionHidden(ruleSets: readonly RuleSet[], name: string, version: string): Hidden | null {
  for (const { indexPath, allow, deny } of ruleSets) {
    const denied = deny.find((rule) => matchesName(rule, name) && denies(rule, version));
    if (denied !== undefined) return { indexPath, rule: denied.pattern };
    if (allow.length > 0 && !allow.some((rule) => matchesName(rule, name) && allows(rule, version)))
      return { indexPath, rule: null };
  }
  return null;
}

function allows({ specifiers }: Rule, version: string): boolean {
  return satisfies(version, specifiers);
}

/** What is no version cannot be compared, and so lies outside of what is allowed and within what is denied. */
function denies({ specifiers }: Rule, version: string): boolean {
  return satisfies(version, specifiers) || (specifiers.length > 0 && parseVersion(version) === null);
}

/** In time that grows with both lengths, whatever they are: each piece is looked for once. */
function matchesName({ name: pattern }: Rule, name: string): boolean {
  const pieces = pattern.split('*');
  if (pieces.length === 1) return pattern === name;
  const [first = ''] = pieces;
  const last = pieces.at(-1)!;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  const end = name.length - last.length;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, position);
    if (found === -1 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
