// Open tickets stay mounted, one pane each; the address changes first. React builds the left pane anew.
import { load, nextTask, sweep, take } from "./portal.js";

const PANES = ".ticket-panes-grid-layout";
const LEFT = `${PANES}[data-is-active="true"] > [data-garden-id="pane"]:first-child`;
const idInAddress = () => location.pathname.split("/").at(-1);
const paneOf = (id) => document.querySelector(`[data-test-id="ticket-${id}-standard-layout"]`);

async function show(id) {
  await nextTask();
  const pane = paneOf(id) ?? take(await load(id), `${PANES}[data-is-active="true"]`);
  if (!pane.isConnected) document.querySelector(".ticket").append(pane);
  for (const other of document.querySelectorAll(PANES)) {
    other.dataset.isActive = String(other === pane);
    other.classList.toggle("active", other === pane);
  }
}

addEventListener("popstate", () => show(idInAddress()));

window.live = {
  sweep,
  open(id) {
    history.pushState(null, "", `/agent/tickets/${id}`);
    return show(id);
  },
  async rerender() {
    const fresh = take(await load(idInAddress()), LEFT);
    document.querySelector(LEFT).replaceWith(fresh);
    return performance.now();
  },
};
