/** The ready configurations of a new token, sorted for people: by index, then by tool. */
import type { TokenTool } from '../_generated/graphql.ts';

export const toolWords: Record<TokenTool, string> = {
  PIP: 'pip',
  UV: 'uv',
  POETRY: 'Poetry',
  PDM: 'PDM',
  TWINE: 'twine',
  NETRC: '.netrc',
  ENVIRONMENT: 'Environment',
};

/** What a configuration without an index is for. */
export const apiWords = 'The API';

/** The places the configurations are for, each once, in the given order. */
export function placesOf(configurations: readonly { packageIndex: string | null }[]): string[] {
  return [...new Set(configurations.map(placeOf))];
}

export function placeOf({ packageIndex }: { packageIndex: string | null }): string {
  return packageIndex ?? apiWords;
}
