import { defineScheduler, segmentsOf } from "./define-scheduler";

const NOT_CALENDARS = /^(?:account|api|blog|developer|integrations|login|pricing|privacy|register|terms)$/;

/** TidyCal. Name and address are seen in public links, without proof that they are filled in. */
export const tidyCal = defineScheduler({
  id: "tidycal",
  name: "TidyCal",
  hosts: ["tidycal.com", "www.tidycal.com"],
  recognise(link) {
    const [first = "", second, third] = segmentsOf(link);
    if (first === "" || NOT_CALENDARS.test(first)) return null;
    if (first === "team") return second ? "team" : null;
    if (third !== undefined) return null;
    return second ? "event" : "profile";
  },
  prefill: ({ name, email }) => [
    ["name", name],
    ["email", email],
  ],
  embed: () => [["embed", "1"]],
  tells: "nothing",
});
