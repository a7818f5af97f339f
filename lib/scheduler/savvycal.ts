import { defineScheduler, type Parameter, segmentsOf } from "./define-scheduler";

// First path segments of SavvyCal's own pages.
const NOT_CALENDARS =
  /^(?:articles|assets|blog|dashboard|docs|login|pricing|register|settings|terms|privacy|features|embed)$/;

/** SavvyCal. Metadata is documented; name and address are filled in on public sites, unproved. */
export const savvyCal = defineScheduler({
  id: "savvycal",
  name: "SavvyCal",
  hosts: ["savvycal.com", "www.savvycal.com"],
  recognise(link) {
    const [first = "", second, ...rest] = segmentsOf(link);
    if (first === "" || NOT_CALENDARS.test(first) || rest.length > 0) return null;
    return second ? "event" : "profile";
  },
  prefill: ({ name, email, metadata }) => [
    ["display_name", name],
    ["email", email],
    ...Object.entries(metadata).map(([key, value]): Parameter => [`metadata[${key}]`, value]),
  ],
  tells: "nothing",
});
