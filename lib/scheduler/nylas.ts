import { defineScheduler, segmentsOf } from "./define-scheduler";

/** Pages that Nylas hosts. @see https://developer.nylas.com/docs/v3/scheduler/hosted-scheduling-pages/ */
export const nylas = defineScheduler({
  id: "nylas",
  name: "Nylas",
  hosts: ["book.nylas.com", "schedule.nylas.com", "book.eu.nylas.com", "schedule.eu.nylas.com"],
  recognise: (link) => (segmentsOf(link).length > 0 ? "page" : null),
  prefill: ({ name, email, questions }) => [["name", name], ["email", email], ...Object.entries(questions)],
  tells: "nothing",
});
