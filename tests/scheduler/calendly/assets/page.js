import { element } from "../../assets/dom.js";
import { showBooker } from "./booker.js";
import { tell } from "./protocol.js";

const page = JSON.parse(document.getElementById("page").textContent);
const main = document.querySelector("main");

if (page.view === "booker") showBooker(main, page);
else showProfile();

/** A host's event types; the link's parameters go on to their pages. */
function showProfile() {
  const items = page.types.map(({ path, name, minutes }) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: `${path}${location.search}`, "data-testid": "event-type" },
        element("strong", {}, name),
        element("span", { className: "muted" }, `${minutes} min`),
      ),
    ),
  );
  main.append(
    element("div", { className: "panel profile" }, element("h1", {}, page.name), element("ul", {}, items)),
  );
  tell("profile_page_viewed");
}
