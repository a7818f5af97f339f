// The page changes first, the address in a later turn of the run loop; the right panel comes last. Ids are volatile.
import { later, load, nextTask, take } from "./portal.js";

const PANEL = ".ticket-details__item";
let ids = 12;

function renumber(element) {
  for (const numbered of [element, ...element.querySelectorAll("[id^=ember]")]) {
    if (numbered.id.startsWith("ember")) numbered.id = `ember${ids++}`;
  }
  return element;
}

async function show(id) {
  const fresh = renumber(take(await load(id), ".ember-view"));
  const panels = [...fresh.querySelectorAll(PANEL)];
  for (const panel of panels) panel.remove();
  document.querySelector(".ember-view").replaceWith(fresh);
  return async () => {
    await later();
    fresh.append(...panels);
  };
}

const idInAddress = () => location.pathname.split("/").at(-1);
addEventListener("popstate", async () => (await show(idInAddress()))());
await (await show(idInAddress()))();

window.live = {
  async open(id) {
    const mountPanels = await show(id);
    await nextTask();
    history.pushState(null, "", `/a/tickets/${id}`);
    await mountPanels();
  },
  async rerender() {
    const mountPanels = await show(idInAddress());
    await mountPanels();
    return performance.now();
  },
};
