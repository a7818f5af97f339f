import type { NoteByBox } from "./recipe";
import type { NoteResult, Visibility } from "./result";

/** Puts a note into the portal's own note box, and ticks "private" where there is such a tick; the person sends it. */
export function fillBox(
  document: Document,
  { box, open, private: tick, alwaysInternal = false }: NoteByBox,
  text: string,
  visibility: Visibility,
): NoteResult {
  const boxes = [...document.querySelectorAll<HTMLElement>(box)];
  const [first] = boxes;
  if (!first) return { kind: "no-box" };
  if (open && !boxes.some((one) => one.checkVisibility())) document.querySelector<HTMLElement>(open)?.click();
  for (const one of boxes) fill(one, text);
  first.scrollIntoView({ block: "center" });
  const ticked = tick ? document.querySelector<HTMLInputElement>(tick) : null;
  if (ticked && ticked.checked !== (visibility === "internal")) ticked.click();
  return { kind: "filled", internal: alwaysInternal || ticked?.checked === true };
}

function fill(box: HTMLElement, text: string): void {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) box.value = text;
  else {
    const lines = text.split("\n").map((line) => {
      const paragraph = box.ownerDocument.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    });
    box.replaceChildren(...lines);
  }
  for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
}
