import { defineScheduler, joined, segmentsOf } from "./define-scheduler";

const NOT_CALENDARS = /^(?:app|blog|enterprise|help|login|pricing|privacy|product|signup|terms)$/;

/** Zcal. @see https://help.zcal.co (pre-populate); questions count from zero there. */
export const zcal = defineScheduler({
  id: "zcal",
  name: "Zcal",
  hosts: ["zcal.co", "www.zcal.co"],
  recognise(link) {
    const [first = "", second, ...rest] = segmentsOf(link);
    if (first === "" || NOT_CALENDARS.test(first) || rest.length > 1) return null;
    if (first === "i") return second ? "private" : null;
    if (first === "t") return second ? "team" : null;
    return second ? "event" : "profile";
  },
  prefill: ({ name, email, phone, guests, notes, metadata, questions }) => [
    ["name", name],
    ["email", email],
    ["smsPhone", phone],
    ["guests", joined(guests)],
    ["a0", questions.a0 ?? notes],
    ...Object.entries(questions).filter(([slug]) => /^a[1-9]\d?$/.test(slug)),
    ["utm_source", "callcard"],
    ["utm_content", metadata.ticketNumber ?? null],
  ],
  embed: () => [
    ["embed", "1"],
    ["embedType", "iframe"],
  ],
  tells: "nothing",
});
