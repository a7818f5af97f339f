import { defineScheduler, type Parameter, segmentsOf, splitName } from "./define-scheduler";

/** Acuity Scheduling, now Squarespace's. @see https://developers.acuityscheduling.com/docs/embedding */
export const acuity = defineScheduler({
  id: "acuity",
  name: "Acuity Scheduling",
  hosts: [
    "app.acuityscheduling.com",
    "*.acuityscheduling.com",
    "app.squarespacescheduling.com",
    "*.squarespacescheduling.com",
    "*.as.me",
  ],
  recognise(link) {
    if (/^(?:developers|help|secure|embed|www)\./.test(link.hostname)) return null;
    if (/^\/schedule(?:\.php|\/[\w-]+)/.test(link.pathname)) {
      return link.searchParams.has("owner") ||
        !link.hostname.startsWith("app.") ||
        /^\/schedule\//.test(link.pathname)
        ? "page"
        : null;
    }
    if (link.hostname.startsWith("app.")) return null;
    return segmentsOf(link).length <= 2 ? "page" : null;
  },
  prefill({ name, email, phone, questions }) {
    const { first, last } = splitName(name);
    return [
      ["firstName", first],
      ["lastName", last],
      ["email", email],
      ["phone", phone],
      // Forms are filled in by the number of their field: a question `field-123`.
      ...Object.entries(questions).flatMap(([slug, value]): Parameter[] => {
        const [, number] = /^field[-_](\d+)$/.exec(slug) ?? [];
        return number ? [[`field:${number}`, value]] : [];
      }),
    ];
  },
  embed: () => [["ref", "embedded_csp"]],
  tells: "nothing",
});
