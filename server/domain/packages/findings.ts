// What is wrong with a distribution, and what follows from it: some of it is always refused, some where an index asks
// for strict checks and told otherwise, and some is only told. The rules themselves stand where their subject is.

import type { UploadChecks } from '../../storage/_generated/sqlite/client.ts';

/** STRICT: refused by an index with strict checks, told by the others. */
export type Severity = 'REFUSE' | 'STRICT' | 'WARN';

export interface Finding {
  readonly severity: Severity;
  /** Sentences for the person who uploads. */
  readonly text: string;
}

const REFUSED: Record<UploadChecks, ReadonlySet<Severity>> = {
  LENIENT: new Set<Severity>(['REFUSE']),
  STRICT: new Set<Severity>(['REFUSE', 'STRICT']),
};

/** How many of them a person is told: somebody who means harm finds a thousand ways to be wrong. */
const TOLD = 20;

/** The first that refuses, or null. */
export function refusalAmong(findings: readonly Finding[], checks: UploadChecks): Finding | null {
  return findings.find(({ severity }) => REFUSED[checks].has(severity)) ?? null;
}

/** What is told of those that do not refuse, each one once. */
export function warningsAmong(findings: readonly Finding[]): readonly string[] {
  const texts = [...new Set(findings.map(({ text }) => text))];
  const left = texts.length - TOLD;
  return left > 0 ? [...texts.slice(0, TOLD), `And ${left} more like these.`] : texts;
}
