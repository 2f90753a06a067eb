// Whether a password is among the first that are tried: those of a list that is kept up, and the person's own names.
// The list is only read, 3 MB of it, when the first password is set. What else a password must be is in `passwords.ts`.

/** Whose password it will be. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string | null;
}

/** Shorter ones are in too many words to say anything. */
const OWN_WORD_CHARACTERS = 3;
/** What must be left of a password without the person's own names. */
const OTHER_LETTERS = 4;

/** For comparing only: what is kept is hashed as it was received. */
export async function isCommonPassword(password: string, owner: PasswordOwner): Promise<boolean> {
  const folded = password.normalize('NFKC').toLowerCase();
  if (consistsOfOwnWords(folded, owner)) return true;
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const list = dictionary['passwords-common'];
  return coresOf(folded).some((core) => list.includes(core));
}

/** As it is, without the digits and signs around it, and once instead of several times. */
function coresOf(folded: string): string[] {
  const inner = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [...new Set([folded, inner, unitOf(folded), unitOf(inner)])].filter((core) => core !== '');
}

/** The shortest text that gives this one when it is repeated. */
function unitOf(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1));
}

function consistsOfOwnWords(folded: string, { name, email }: PasswordOwner): boolean {
  const words = [name, email ?? '', ...(email ?? '').split(/[@.]/)]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= OWN_WORD_CHARACTERS)
    .sort((one, other) => other.length - one.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), folded);
  return rest !== folded && (rest.match(/\p{L}/gu) ?? []).length < OTHER_LETTERS;
}
