import type { Preset } from "../../lib/ticket/presets/preset";

const HIDDEN = "data-callcard-hidden";

/** The portal's own booking buttons: found, and hidden where the person wants ours instead. */
export function createNativeButtons() {
  return {
    /** The portal's own booking buttons on this page. */
    find: (preset: Preset | null): Element[] =>
      preset?.nativeButton ? [...document.querySelectorAll(preset.nativeButton.button)] : [],
    /** Hides the cards around them. */
    hide(preset: Preset | null): void {
      for (const button of this.find(preset)) {
        const card = button.closest<HTMLElement>(preset?.nativeButton?.card ?? "") ?? button;
        if (!(card instanceof HTMLElement) || card.hasAttribute(HIDDEN)) continue;
        card.setAttribute(HIDDEN, card.style.display);
        card.style.setProperty("display", "none", "important");
      }
    },
    /** Shows them again as they were. */
    restore(): void {
      for (const card of document.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)) {
        card.style.display = card.getAttribute(HIDDEN) ?? "";
        card.removeAttribute(HIDDEN);
      }
    },
  };
}
