import * as z from "zod/mini";
import { defineScheduler, type Parameter, splitName } from "./define-scheduler";

const Height = z.union([z.number(), z.string().check(z.regex(/^\d+$/))]);

/** YouCanBookMe: prefilled by the short codes of its form's fields, which are upper case. */
export const youCanBookMe = defineScheduler({
  id: "youcanbookme",
  name: "YouCanBookMe",
  hosts: ["*.youcanbook.me", "ycb.me", "*.ycb.me"],
  recognise: ({ hostname, pathname }) =>
    /^(?:www|app|api|support|embed)\./.test(hostname) || (hostname === "ycb.me" && pathname === "/")
      ? null
      : "page",
  prefill({ name, email, questions }) {
    const { first, last } = splitName(name);
    return [
      ["FNAME", first],
      ["LNAME", last],
      ["EMAIL", email],
      ...Object.entries(questions).map(([slug, value]): Parameter => [slug.toUpperCase(), value]),
    ];
  },
  embed: () => [
    ["noframe", "true"],
    ["skipHeaderFooter", "true"],
  ],
  // It posts its height, a bare number.
  understand: (message) => (Height.safeParse(message).success ? { type: "ready" } : null),
  tells: "nothing",
});
