import { bench, describe } from "vitest";
import { DEFAULT_BOOKING_HOSTS } from "../../lib/offer/link";
import { resolve } from "../../lib/offer/resolve";
import { Technician } from "../../lib/offer/technician";
import { newPortal } from "../../lib/settings/portal";
import { directory, saveTechnicians } from "../../lib/settings/technicians";
import { findPage, findPreset } from "../../lib/ticket/find-page";
import { readTicket } from "../../lib/ticket/read-ticket";
import recorded from "../portals/request-tracker/recorded/agent-assigned.html?raw";

const url = new URL("https://help.example.com/rt/Ticket/Display.html?id=1");
const portal = newPortal({ origin: url.origin, basePath: "/rt" }, []);
const page = new DOMParser().parseFromString(recorded, "text/html");
await saveTechnicians([
  Technician.parse({ email: "tess@example.com", name: "Tess Tech", link: "https://cal.com/tess" }),
]);

function read() {
  const found = findPage(portal, findPreset(portal, page), url);
  const ticket = found && readTicket(page, url, portal.id, found.page, found.groups);
  if (ticket?.assignee?.login !== "tess") throw new Error("the ticket was not read");
  return ticket;
}

describe("one look at a ticket of Request Tracker (100 KB)", () => {
  bench("bare querySelector for the assignee", () => {
    if (!page.querySelector(".ticket-info-people .owner .user")) throw new Error("no assignee");
  });
  bench("product, page and ticket", () => {
    read();
  });
  bench("product, page, ticket and offer", async () => {
    const { kind } = await resolve(read(), directory, [...DEFAULT_BOOKING_HOSTS], { email: "" });
    if (kind !== "offer") throw new Error("no offer");
  });
});
