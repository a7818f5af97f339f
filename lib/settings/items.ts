import * as z from "zod/mini";
import { DEFAULT_BOOKING_HOSTS } from "../offer/link";
import { Portal } from "./portal";
import { Me, Share } from "./share";
import { defineStored, defineStoredList } from "./stored";

/** Portals that were added, granted or not. */
export const portals = defineStoredList("portals", Portal);

/** An entry of the allow-list: `cal.example.com`, `cal.example.com:8443` or `*.example.com`. */
export const BookingHost = z.string().check(
  z.trim(),
  z.toLowerCase(),
  z.maxLength(260),
  z.regex(
    /^(?:\*\.)?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)*[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?::\d{1,5})?$/u,
    {
      error: "not-a-host",
    },
  ),
);

/** Hosts that booking links may have. */
export const bookingHosts = defineStored("bookingHosts", z.array(BookingHost).check(z.maxLength(500)), [
  ...DEFAULT_BOOKING_HOSTS,
]);

/** Whose pages hosts of somebody's own have: the scheduler's id by entry of the allow-list. */
export const OwnSchedulers = z.record(
  BookingHost,
  z.string().check(z.regex(/^[a-z-]{1,40}$/, { error: "not-an-id" })),
);
export const ownSchedulers = defineStored("schedulers", OwnSchedulers, {});

export const share = defineStored("share", Share, Share.parse({}));

export const me = defineStored("me", Me, Me.parse({}));

/** Whether the portal's page is told what happens on the card (docs/automation.md). */
export const pageEvents = defineStored("pageEvents", z.boolean(), false);

/** Whether cards are counted, by day, portal and technician (lib/booking/insights). */
export const counting = defineStored("counting", z.boolean(), true);
