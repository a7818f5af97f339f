// hx-boost: links swap the body's content; what was shown before is kept as text for the back button. Boxes come late,
// and People fetches itself again when somebody has changed them.
import { later, load, take } from "./portal.js";

const kept = new Map();
const PEOPLE = ".ticket-info-people .titlebox-content";
const idInAddress = () => new URLSearchParams(location.search).get("id");
let shown = idInAddress();

const keep = () => kept.set(shown, document.body.innerHTML);

/** Swaps the body; its boxes are revealed, hence loaded, a little later. */
async function swap(page) {
  const boxes = [...page.querySelectorAll(".ticket-info-people")].filter(
    (box) => !box.parentElement.closest(".ticket-info-people"),
  );
  const loading = boxes.map((box) => {
    const placeholder = page.createElement("div");
    placeholder.className = "htmx-load-widget";
    box.replaceWith(placeholder);
    return [placeholder, box];
  });
  document.body.replaceChildren(...document.adoptNode(page.body).childNodes);
  await later();
  for (const [placeholder, box] of loading) placeholder.replaceChildren(box);
}

addEventListener("popstate", () => {
  keep();
  shown = idInAddress();
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(kept.get(shown), "text/html").body.childNodes,
  );
});
await swap(await load(shown));

window.live = {
  async open(id) {
    const page = await load(id);
    keep();
    history.pushState(null, "", `/rt/Ticket/Display.html?id=${id}`);
    shown = id;
    await swap(page);
  },
  async rerender() {
    const page = await load(shown);
    document
      .querySelector(".htmx-load-widget, .ticket-summary")
      .closest(".ticket-summary")
      .replaceWith(take(page, ".ticket-summary"));
    document.querySelector(PEOPLE).replaceChildren(...take(await load(shown), PEOPLE).childNodes);
    return performance.now();
  },
};
