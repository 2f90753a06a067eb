/**
 * How this program was called, for every command that a help page or a hint tells people to type. In a checkout it is on
 * nobody's path: npx finds it there, and says in the environment that it did.
 */
import type { Environment } from './config.ts';

export function programName(env: Environment): string {
  const isByNpx = env['npm_command'] === 'exec' || env['npm_lifecycle_event'] === 'npx';
  return isByNpx ? 'npx wheelhouse' : 'wheelhouse';
}
