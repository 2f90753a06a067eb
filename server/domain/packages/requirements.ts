// Dependency specifiers: what `acme[tls] ~=1.4; python_version < "3.9"` asks for. Markers are read, never evaluated:
// what is installed where is the installer's business. PEP 508, read as Python's `packaging` reads it.

import { parseSpecifiers, SPECIFIER, type Specifier } from './specifiers.ts';

export interface Requirement {
  /** As written; compare it normalised. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Null when it names none, as all but direct references do. */
  readonly url: string | null;
  readonly specifiers: readonly Specifier[];
  readonly hasMarker: boolean;
}

/** Far above what projects write. */
const MAX_CHARACTERS = 10_000;
const MAX_DEPTH = 50;

/** A requirement of a project, with or without extras, versions, an address and a marker; null when it is none. */
export function parseRequirement(text: string): Requirement | null {
  if (text.length > MAX_CHARACTERS) return null;
  try {
    return new Reader(text).requirement();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Unreadable extends Error {}

const TOKENS = {
  space: /[ \t]+/y,
  name: /[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?![a-z0-9_])/iy,
  specifier: new RegExp(SPECIFIER, 'iy'),
  trail: /\.\*|\+[a-z0-9]/y,
  url: /[^ \t]+/y,
  text: /'[^']*'|"[^"]*"/y,
  variable:
    /(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y,
  comparison: /===|==|~=|!=|<=|>=|<|>|in\b|not[ \t]+in\b/y,
  junction: /(?:or|and)\b/y,
  open: /\(/y,
  close: /\)/y,
  openExtras: /\[/y,
  closeExtras: /\]/y,
  comma: /,/y,
  at: /@/y,
  semicolon: /;/y,
} as const;

/** The grammar of PEP 508, as `packaging` reads it: a token is looked for where the one before it ended. */
class Reader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  requirement(): Requirement {
    const name = this.#expect('name');
    const extras = this.#take('openExtras') === null ? [] : this.#extras();
    if (this.#take('at') !== null) return { name, extras, ...this.#address() };
    const specifiers = this.#specifiers();
    const hasMarker = this.#take('semicolon') !== null && this.#marker(0);
    this.#end();
    return { name, extras, url: null, specifiers, hasMarker };
  }

  /** A space has to end an address: it may hold everything else. */
  #address(): Pick<Requirement, 'url' | 'specifiers' | 'hasMarker'> {
    this.#skipSpace();
    const url = this.#expect('url');
    const hasMarker = this.#take('semicolon') !== null && this.#marker(0);
    this.#end();
    return { url, specifiers: [], hasMarker };
  }

  #extras(): readonly string[] {
    const extras: string[] = [];
    let extra = this.#take('name');
    while (extra !== null) {
      extras.push(extra);
      extra = this.#take('comma') === null ? null : this.#expect('name');
    }
    this.#expect('closeExtras');
    return extras;
  }

  #specifiers(): readonly Specifier[] {
    const isEnclosed = this.#take('open') !== null;
    const found: string[] = [];
    do {
      const specifier = this.#take('specifier', 'trail');
      if (specifier === null) break;
      found.push(specifier);
    } while (this.#take('comma') !== null);
    if (isEnclosed) this.#expect('close');
    return parseSpecifiers(found.join(',')) ?? this.#refuse();
  }

  #marker(depth: number): true {
    if (depth > MAX_DEPTH) throw new Unreadable();
    do {
      if (this.#take('open') === null) this.#comparison();
      else {
        this.#marker(depth + 1);
        this.#expect('close');
      }
    } while (this.#take('junction') !== null);
    return true;
  }

  #comparison(): void {
    if (this.#take('variable') === null) this.#expect('text');
    this.#expect('comparison');
    if (this.#take('variable') === null) this.#expect('text');
  }

  /** The token and the space around it; nothing may stand directly behind it that `unlessBefore` matches. */
  #take(token: keyof typeof TOKENS, unlessBefore?: keyof typeof TOKENS): string | null {
    this.#skipSpace();
    const found = this.#match(token);
    if (found === null) return null;
    if (unlessBefore !== undefined && this.#match(unlessBefore) !== null) throw new Unreadable();
    this.#skipSpace();
    return found;
  }

  #expect(token: keyof typeof TOKENS): string {
    const found = this.#take(token);
    if (found === null) throw new Unreadable();
    return found;
  }

  #skipSpace(): void {
    this.#match('space');
  }

  #match(token: keyof typeof TOKENS): string | null {
    const pattern = TOKENS[token];
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#position += found.length;
    return found;
  }

  #end(): void {
    if (this.#position < this.#text.length) this.#refuse();
  }

  #refuse(): never {
    throw new Unreadable();
  }
}
