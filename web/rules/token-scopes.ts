/** The scopes a person may choose from on this page, with what each allows. */

export const tokenScopes = [
  { value: 'index:read', word: 'read', allows: 'Install: list, search and download distributions.' },
  { value: 'index:upload', word: 'upload', allows: 'Publish: upload distributions.' },
] as const;

export type TokenScope = (typeof tokenScopes)[number]['value'];

/** The short word of a scope; a scope this page does not know is shown whole. */
export function scopeWord(scope: string): string {
  return tokenScopes.find(({ value }) => value === scope)?.word ?? scope;
}
