/**
 * Where to go after signing in. The address comes from a link anybody can write, so only paths of this page pass;
 * everything else, and the pages one signs in on, lead home.
 */

export const home = '/';

const signedOutPages = ['/sign-in', '/setup', '/set-password'];

/** A path below /ui with its search and fragment, such as `/tokens?create=true`; without the /ui. */
export function safeNext(asked: unknown): string {
  if (typeof asked !== 'string' || !isPlainPath(asked)) return home;
  const parsed = new URL(asked, 'http://page.invalid');
  if (parsed.host !== 'page.invalid' || signedOutPages.includes(withoutLastSlash(parsed.pathname)))
    return home;
  return `${parsed.pathname}${parsed.search}${parsed.hash}`;
}

/** Browsers read `//host` and `/\host` as another host, and drop tabs and newlines before they read. */
function isPlainPath(text: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(text) && !text.includes('\\');
}

function withoutLastSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
