/** Hands a JSON text to the browser's downloads. */
export function downloadJson(text: string, name: string): void {
  downloadText(text, name, "application/json");
}

/** Hands a text to the browser's downloads. */
export function downloadText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser reads it after the click
}
