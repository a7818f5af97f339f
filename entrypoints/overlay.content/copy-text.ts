/**
 * Puts a text into the clipboard; also on portals without TLS, where there is no clipboard API.
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position:fixed;inset:0;opacity:0";
  const focused = document.activeElement;
  const parent = document.querySelector("dialog:modal") ?? document.body;
  parent.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
