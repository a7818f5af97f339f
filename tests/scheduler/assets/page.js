import { showBooked } from "./booked.js";
import { showBooker } from "./booker.js";
import { element } from "./dom.js";
import { showProfile } from "./profile.js";
import { start } from "./protocol.js";

const page = JSON.parse(document.getElementById("page").textContent);
const main = document.querySelector("main");

const views = {
  booker: () => showBooker(main, page),
  booking: () => showBooked(main, page, page.booking),
  profile: () => showProfile(main, page),
  "not-found": () =>
    main.append(
      element(
        "div",
        { className: "panel message" },
        element("h1", {}, "404"),
        element("p", {}, "This page does not exist."),
      ),
    ),
};

start(page.view === "not-found" ? "404" : "200");
views[page.view]();
