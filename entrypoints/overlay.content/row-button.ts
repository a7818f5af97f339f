import { i18n } from "#i18n";
import css from "../../components/row-button.css?inline";
import { uiDirection } from "../../lib/ui-locale";
import { createShadowHost } from "./shadow-host";

/** What a row's button says. */
export interface RowButtonContent {
  /** What is written on it. */
  label: string;
  /** Its name for assistive technology; begins with the label, and tells the row. */
  name: string;
  /** When a call is booked, in full. */
  title: string;
  booked: boolean;
  busy: boolean;
  /** What went wrong with the last click. */
  problem: string | null;
}

/** The one small button of a row; a bare element, since a list may have thousands. */
export interface RowButton {
  element: HTMLElement;
  show(content: RowButtonContent, look: string): void;
  focus(): void;
}

/** A click on the button is not a click on the row, which often leads to the ticket. */
const OWN = ["click", "auxclick", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup"];

/** Makes a button. Clicks that no person made are ignored. */
export function createRowButton(onClick: () => void): RowButton {
  const { element, root } = createShadowHost("callcard-row", css, i18n.t("meta.locale"), uiDirection());
  for (const type of OWN) element.addEventListener(type, (event) => event.stopPropagation());
  const button = document.createElement("button");
  const status = document.createElement("span");
  let shown = "";
  button.type = "button";
  status.className = "status";
  status.setAttribute("role", "status");
  button.addEventListener("click", (event) => {
    if (event.isTrusted && button.getAttribute("aria-disabled") !== "true") onClick();
  });
  root.append(button, status);

  return {
    element,
    focus: () => button.focus(),
    show(content, look) {
      const now = JSON.stringify([content, look]);
      if (now === shown) return;
      shown = now;
      element.style.cssText = look;
      button.textContent = content.label;
      button.title = content.title;
      button.className = content.booked ? "booked" : "";
      button.setAttribute("aria-label", content.name);
      button.setAttribute("aria-disabled", String(content.busy));
      status.textContent = content.problem;
    },
  };
}
