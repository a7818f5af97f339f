// Widgets of the sidebar arrive one by one, and each of them may be loaded again.
import { later, load, take } from "./portal.js";

const id = /TicketID=(\d+)/.exec(location.search)[1];
const WIDGET = ".SidebarColumn .information-widget";
const column = document.querySelector(".SidebarColumn");

await later();
column.prepend(take(await load(id), WIDGET));
await later();
document.getElementById("Async_1").replaceChildren("Linked objects");

window.live = {
  open: (other) => location.assign(`/index.pl?Action=AgentTicketZoom;TicketID=${other}`),
  async rerender() {
    const fresh = take(await load(id), ".SidebarColumn");
    column.replaceChildren(...fresh.childNodes);
    return performance.now();
  },
};
