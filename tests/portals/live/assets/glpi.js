// The main tab arrives by AJAX, and again whenever one comes back to it.
import { load, nextTask, take } from "./portal.js";

const id = new URLSearchParams(location.search).get("id");
const tab = document.querySelector(".tab-content");

async function showMainTab() {
  tab.replaceChildren(take(await load(id), "#itil-object-container"));
}

await showMainTab();

window.live = {
  open: (other) => location.assign(`/front/ticket.form.php?id=${other}`),
  async rerender() {
    tab.replaceChildren("Statistics");
    await nextTask();
    await showMainTab();
    return performance.now();
  },
};
