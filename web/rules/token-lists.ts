/** Lists that people write into one field, such as project names: separated by commas, spaces or both. */

/** Undefined for an empty field, which sets no limit. */
export function writtenList(text: string): string[] | undefined {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts;
}
