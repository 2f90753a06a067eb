/** A token's text on the screen: hidden until somebody asks for it. */

const hidden = '•'.repeat(12);

/**
 * What an opaque token shows of itself in lists stays readable, so that one sees which it is. Of an attenuable one
 * every character but the first ones belongs to what admits.
 */
export function masked(plaintext: string): string {
  const publicPart = /^(wh_[a-z]+_[0-9A-Za-z]{22}_|whm-)/.exec(plaintext)?.[0] ?? '';
  return `${publicPart}${hidden}`;
}

/** A configuration that holds the token, with what stands for it on the screen. */
export function withoutSecret(text: string, plaintext: string): string {
  return text.replaceAll(plaintext, masked(plaintext));
}
