// PJAX: the address changes, then the container's content. What was shown before is kept as a copy for the back button,
// with everything that others have put there.
import { load, take } from "./portal.js";

const kept = new Map();
const container = document.getElementById("pjax-container");
const idInAddress = () => new URLSearchParams(location.search).get("id");
let shown = idInAddress();

const keep = () => kept.set(shown, container.cloneNode(true));

addEventListener("popstate", () => {
  keep();
  shown = idInAddress();
  container.replaceChildren(...kept.get(shown).childNodes);
});

window.live = {
  async open(id) {
    const fresh = take(await load(id), "#pjax-container");
    keep();
    history.pushState(null, "", `/scp/tickets.php?id=${id}`);
    shown = id;
    container.replaceChildren(...fresh.childNodes);
  },
  async rerender() {
    const fresh = take(await load(shown), "#pjax-container");
    container.replaceChildren(...fresh.childNodes);
    return performance.now();
  },
};
