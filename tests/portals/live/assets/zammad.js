// All tickets that were opened stay in the document, one is active. The sidebar is built anew whenever the server pushes
// a change.
import { load, take } from "./portal.js";

const idInAddress = () => /^#ticket\/zoom\/(\d+)/.exec(location.hash)?.[1] ?? "5";
const paneOf = (id) => document.getElementById(`content_permanent_Ticket-${id}`);
const SIDEBAR = '.content.active .sidebar[data-tab="ticket"] .sidebar-content';

async function show(id) {
  for (const pane of document.querySelectorAll("#content > .content")) pane.classList.remove("active");
  const known = paneOf(id);
  if (known) return known.classList.add("active");
  const pane = document.createElement("div");
  pane.id = `content_permanent_Ticket-${id}`;
  pane.className = "content flex horizontal active";
  document.getElementById("content").append(pane);
  pane.replaceChildren(...take(await load(id), `#${pane.id}`).childNodes);
}

addEventListener("hashchange", () => show(idInAddress()));

window.live = {
  open: (id) => {
    location.hash = `ticket/zoom/${id}`;
  },
  async rerender() {
    const fresh = take(await load(idInAddress()), SIDEBAR);
    document.querySelector(SIDEBAR).replaceChildren(...fresh.childNodes);
    return performance.now();
  },
};
