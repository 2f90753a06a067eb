/**
 * Puts plain text on the clipboard. The clipboard's own interface is closed on plain http, where many a private index
 * lives; selecting a hidden field and asking for a copy still works there.
 */

/** Whether the text is on the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const returnTo = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'off-screen';
  // An open dialog keeps the focus inside.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (returnTo instanceof HTMLElement) returnTo.focus();
  return copied;
}
