import { defineScheduler, joined, segmentsOf } from "./define-scheduler";

/** Koalendar. @see https://help.koalendar.com (article 64: questions by their short codes, hidden ones too) */
export const koalendar = defineScheduler({
  id: "koalendar",
  name: "Koalendar",
  hosts: ["koalendar.com", "www.koalendar.com"],
  recognise(link) {
    const [first, second, ...rest] = segmentsOf(link);
    if (first === "e" || first === "u")
      return second && rest.length === 0 ? (first === "e" ? "event" : "profile") : null;
    return null;
  },
  names: (link) => segmentsOf(link).slice(1),
  prefill: ({ name, email, guests, questions }) => [
    ["name", name],
    ["email", email],
    ["guests", joined(guests)],
    ...Object.entries(questions),
  ],
  embed: () => [["embed", "true"]],
  tells: "nothing",
});
