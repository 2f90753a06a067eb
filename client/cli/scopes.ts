/**
 * The words of the command line for what a token may do, and the scopes of the API that they stand for.
 */

const SCOPES: Record<string, string> = { read: 'index:read', upload: 'index:upload' };

/** Any other word goes to the server as it is, which may know scopes that are newer than this client. */
export function scopeOf(word: string): string {
  return SCOPES[word] ?? word;
}

export function wordOf(scope: string): string {
  return Object.keys(SCOPES).find((word) => SCOPES[word] === scope) ?? scope;
}

/** How to write the scopes that a sentence of the server names; null when it names none that has a word. */
export function wordsInstead(sentence: string): string | null {
  const named = Object.entries(SCOPES).filter(([, scope]) => sentence.includes(scope));
  if (named.length === 0) return null;
  const words = named.map(([word, scope]) => `--scope ${word} means ${scope}`).join(', ');
  return `On the command line ${words}.`;
}
