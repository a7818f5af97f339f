import fc from "fast-check";
import { expect, test } from "vitest";
import { readRoute } from "../../../entrypoints/options/route";
import { bookingsOfTicket, ticketOfQuery } from "../../../lib/booking/bookings-of-ticket";

test("a ticket in the options' address is the same one when it is read, whatever its id", () => {
  const portal = fc.stringMatching(/^[a-z0-9-]+$/);
  fc.assert(
    fc.property(portal, fc.string({ minLength: 1, unit: "grapheme" }), (portal, id) => {
      const { section, query } = readRoute(`#${bookingsOfTicket(portal, id)}`);
      expect(section).toBe("bookings");
      expect(ticketOfQuery(query)).toEqual({ portal, id });
    }),
  );
});

test.each(["", "ticket=", "ticket=7", "text=7"])("%j names no ticket", (query) => {
  expect(ticketOfQuery(new URLSearchParams(query))).toBeNull();
});
