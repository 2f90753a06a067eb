// What Python can import: dotted identifiers that are no keywords, marked `; private` or not. PEP 794.

/** Keywords of Python that are never names; the soft ones, such as `match`, are. */
const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

export function isImportName(text: string): boolean {
  const [name, mark, ...more] = text.split(';');
  if (more.length > 0 || (mark !== undefined && mark.trim() !== 'private')) return false;
  return name!.trimEnd().split('.').every(isIdentifier);
}

/** The name alone, without its mark. */
export function importNameOf(text: string): string {
  return text.split(';')[0]!.trim();
}

function isIdentifier(text: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text) && !KEYWORDS.has(text);
}
